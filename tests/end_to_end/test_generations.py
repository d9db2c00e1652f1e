"""Vendor, fine-tuner, quantizer: from archive to archive every notice and every "how" is carried on."""

from __future__ import annotations

import json
import shutil
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from hatch_oaml.cli import main
from hatch_oaml.records.base_record import parse_base
from hatch_oaml.records.generated import GENERATED, MANIFEST, MODIFICATIONS_PAGE
from hatch_oaml.records.notice import Notice
from hatch_oaml.retention.kept_notices import match_for
from tests.building import build, project_in
from tests.finished import members_of, unpacked

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from hatch_oaml.records.base_record import BaseRecord

pytestmark = pytest.mark.end_to_end

QUANTIZED = {
    "how.en": "Round to nearest in eight bits, one scale a row; the two shards became one file.",
    "how.zh": "以八位就近取整量化，每行一个缩放系数；两个分片合为一个文件。",
}


def run(*arguments: str | Path) -> str:
    result = CliRunner().invoke(main, [str(argument) for argument in arguments])
    assert 0 == result.exit_code, result.output
    return result.output


def archive_of(project: Path, target: str, pattern: str) -> Path:
    done = build(project, "-t", target)
    assert 0 == done.returncode, done.stdout + done.stderr
    [archive] = project.glob(f"dist*/{pattern}")
    run("verify", archive)
    return archive


def texts(archive: Path, name: str) -> str:
    members = members_of(archive)
    return next(data.decode() for path, data in members.items() if path.rpartition("/")[2] == name)


def recorded(archive: Path, folder: Path) -> BaseRecord:
    output = folder / "again.toml"
    run("record", archive, "--name", "again", "--version", "1", "--output", output)
    return parse_base(output.read_bytes(), "again.toml")


def notices(record: BaseRecord) -> list[Notice]:
    return [notice for file in record.files for notice in file.notices if notice.sure]


def lost(of: Sequence[Notice], among: Sequence[Notice]) -> list[str]:
    return [notice.text for notice in of if match_for(notice, among) is None]


def fill_in(changelog: Path) -> None:
    """As a person does."""
    text = changelog.read_text(encoding="utf-8")
    for key, how in QUANTIZED.items():
        text = text.replace(f'{key} = ""', f'{key} = "{how}"')
    changelog.write_text(text.replace('relation = "modified"', 'relation = "quantized"'), encoding="utf-8")


def quantizer_from(tuned: Path, folder: Path) -> Path:
    """The fine-tuner's release unpacked, begun anew as a project of one's own, its shards made one smaller file."""
    project = unpacked(members_of(tuned), folder / "unpacked").rename(folder / "lantern-small")
    for name in (*GENERATED, "PKG-INFO", "pyproject.toml"):
        (project / name).unlink(missing_ok=True)
    for shard in project.glob("model*"):
        shard.unlink()
    header = json.dumps({"w": {"dtype": "I8", "shape": [4], "data_offsets": [0, 4]}}).encode()
    (project / "model.safetensors").write_bytes(len(header).to_bytes(8, "little") + header + b"\1\2\3\4")
    return project


@pytest.mark.parametrize("target", ["sdist", "wheel", "oaml"])
def test_three_generations_keep_every_notice_and_every_how(target: str, tmp_path: Path) -> None:
    pattern = {"sdist": "*.tar.gz", "wheel": "*.whl", "oaml": "*.oaml.tar"}[target]
    tuner = project_in(tmp_path)
    vendor = archive_of(tmp_path / "original-release", target, pattern)
    record = tuner / "bases" / "lantern-tiny.toml"
    run("record", vendor, "--name", "example-lab/Lantern-Tiny", "--version", "1.0.0", "--output", record)
    tuned = archive_of(tuner, target, pattern)
    sdist = tuned if target == "sdist" else archive_of(tuner, "sdist", "*.tar.gz")

    quantizer = quantizer_from(sdist, tmp_path)
    said = run("init", "--root", quantizer, "--base", tuned)
    run("draft", "--root", quantizer)
    fill_in(quantizer / "MODIFICATIONS.toml")
    run("check", "--root", quantizer)
    small = archive_of(quantizer, "oaml", "*.oaml.tar")

    # the changelog that came along is history, kept beside the record; a fresh one was begun
    assert "kept whole in bases/lantern-chat-MODIFICATIONS.toml" in said
    assert (tuner / "MODIFICATIONS.toml").read_bytes() == (
        quantizer / "bases" / "lantern-chat-MODIFICATIONS.toml"
    ).read_bytes()
    # notices: of the vendor, all at the fine-tuner; of both, all at the quantizer
    first, second, third = (notices(recorded(archive, tmp_path)) for archive in (vendor, tuned, small))
    assert (7, 13, 13) == (len(first), len(second), len(third))
    assert ([], [], []) == (lost(first, second), lost(first, third), lost(second, third))
    promised = json.loads(texts(small, MANIFEST))["notices"]
    assert [] == lost(second, [Notice(kind=one["kind"], text=one["text"], line=1, end_line=1) for one in promised])
    # every "how", each in the place of who did it
    page = texts(small, MODIFICATIONS_PAGE)
    own, _, history = page.partition("## Earlier modifications 此前的修改：lantern_chat 0.2.0")
    assert (1, 2) == (own.count("**How**"), history.count("**How**"))
    assert "Round to nearest in eight bits" in own
    assert history.index("### lantern_chat 0.2.0 ← example-lab/Lantern-Tiny 1.0.0") < history.index(
        "Rank-1 updates of the"
    )
    assert "在两百条客服对话上训练最后一层与输出层的秩 1 增量" in history
    # the chain
    [base] = json.loads(texts(small, MANIFEST))["bases"]
    assert ("lantern_chat", ["example-lab/Lantern-Tiny"]) == (base["name"], [one["name"] for one in base["bases"]])


def test_a_notice_of_the_vendor_s_that_the_third_drops_is_missed(tmp_path: Path) -> None:
    tuner = project_in(tmp_path)
    tuned = archive_of(tuner, "sdist", "*.tar.gz")
    quantizer = quantizer_from(tuned, tmp_path)
    run("init", "--root", quantizer, "--base", tuned)
    run("draft", "--root", quantizer)
    fill_in(quantizer / "MODIFICATIONS.toml")
    notice = quantizer / "NOTICE"
    notice.write_text(
        notice.read_text(encoding="utf-8").replace("Copyright 2024 Wick and Glass Ltd.", ""), encoding="utf-8"
    )
    shutil.rmtree(quantizer / "lantern_chat")

    result = CliRunner().invoke(main, ["check", "--root", str(quantizer), "--lang", "en"])

    assert 1 == result.exit_code
    assert "Copyright 2024 Wick and Glass Ltd." in result.stdout
