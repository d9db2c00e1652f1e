"""The record of an archive is the record of the folder that it was made from, whatever its format."""

from __future__ import annotations

import gzip
import json
import shutil
import zipfile
from collections import Counter
from contextlib import closing
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from hatch_oaml.cli import main
from hatch_oaml.recording.archives import record_archive, record_archive_tensors
from hatch_oaml.recording.folders import record_folder, record_tensors
from hatch_oaml.records.base_record import parse_base
from hatch_oaml.values.digests import sha256_of
from hatch_oaml.values.epoch import DEFAULT
from hatch_oaml.values.errors import SourceError
from hatch_oaml.values.paths import archive_path
from hatch_oaml.verification.member_weights import weights_in_place
from hatch_oaml.verification.opening import open_archive
from hatch_oaml.verification.tensor_reading import TensorReading
from hatch_oaml.verification.unpacking import read_once
from tests.building import project_in
from tests.finished import FORMATS, built, members_of, packed, unpacked
from tests.members import silent

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return project_in(tmp_path_factory.mktemp("project"))


@pytest.fixture(scope="module")
def archives(project: Path) -> Mapping[str, Path]:
    return built(project)


@pytest.mark.parametrize("name", FORMATS)
def test_the_record_of_an_archive_is_that_of_its_folder(name: str, archives: Mapping[str, Path], project: Path) -> None:
    expected = record_folder(project, silent)

    assert [] != [notice for file in expected for notice in file.notices]
    assert expected == record_archive(archives[name], silent)


@pytest.mark.parametrize("name", FORMATS)
def test_the_tensors_of_an_archive_are_those_of_its_folder(
    name: str, archives: Mapping[str, Path], project: Path
) -> None:
    expected = record_tensors(project, silent)

    assert [] != [tensor.sha256 for file in expected for tensor in file.tensors]
    assert expected == record_archive_tensors(archives[name], silent)


def test_with_tensors_too_each_byte_of_an_archive_is_read_once(archives: Mapping[str, Path]) -> None:
    told: Counter[str] = Counter()

    def progress(path: str, count: int) -> None:
        told[path] += count

    record_archive_tensors(archives["tar"], progress)

    with closing(open_archive(archives["tar"])) as reading:
        assert {member.path: member.size for member in reading.members} == told


def test_tensors_are_digested_wherever_the_blocks_end(tmp_path: Path) -> None:
    """Of a model of several blocks: in one buffer that is filled again and again."""
    data = bytes(range(256)) * 12_000
    header = json.dumps(
        {
            "a": {"dtype": "U8", "shape": [1_000_000], "data_offsets": [0, 1_000_000]},
            "b": {"dtype": "U8", "shape": [2_072_000], "data_offsets": [1_000_000, 3_072_000]},
        }
    ).encode()
    path = archive_path("demo/model.safetensors")
    archive = packed({path: len(header).to_bytes(8, "little") + header + data}, tmp_path / "a.oaml.tar")

    with closing(open_archive(archive)) as reading:
        found = weights_in_place(reading, reading.members[0], path)
        assert found is not None
        watched = TensorReading(reading, {path: found})
        contents = read_once(watched, silent)
        assert reading.deviation(contents.digests, epoch=DEFAULT) == watched.deviation(contents.digests, epoch=DEFAULT)
        watched.close()

    assert [sha256_of(data[:1_000_000]), sha256_of(data[1_000_000:])] == [
        tensor.sha256 for tensor in watched.headers_with_digests()[path].tensors
    ]


def test_a_model_file_that_is_no_weight_file_is_recorded_without_tensors(tmp_path: Path) -> None:
    project = project_in(tmp_path)
    (project / "tokens.onnx_data").write_bytes(b"part of the model, and of no format")
    with (project / "MODIFICATIONS.toml").open("a", encoding="utf-8") as file:
        file.write(
            '\n[[change]]\nfiles = ["tokens.onnx_data"]\nrelation = "modified"\nhow.en = "Counted anew over the dialogues."\ndate = 2026-11-01\n'
        )

    files = {file.path: file for file in record_archive_tensors(built(project)["tar"], silent)}

    assert (None, ()) == (
        files[archive_path("tokens.onnx_data")].format,
        files[archive_path("tokens.onnx_data")].tensors,
    )


@pytest.mark.parametrize("name", ["sdist", "zip"])
def test_tensors_of_an_archive_that_somebody_compressed_anew_are_refused_in_both_languages(
    name: str, archives: Mapping[str, Path], tmp_path: Path
) -> None:
    copy = tmp_path / archives[name].name
    if name == "sdist":
        copy.write_bytes(gzip.compress(gzip.decompress(archives[name].read_bytes())))
    else:
        with zipfile.ZipFile(copy, "w", zipfile.ZIP_DEFLATED) as archive:
            for path, data in members_of(archives[name]).items():
                archive.writestr(path, data)
    arguments = ["record", str(copy), "--name", "b", "--version", "1", "--tensors", "--lang"]

    english, chinese = (CliRunner().invoke(main, [*arguments, language]) for language in ("en", "zh"))

    assert (2, 2) == (english.exit_code, chinese.exit_code)
    assert "does not lie there as hatch-oaml wrote it" in english.stderr
    assert "的存放方式与 hatch-oaml 写入时不同" in chinese.stderr


def test_the_command_records_the_tensors_of_an_archive(archives: Mapping[str, Path]) -> None:
    arguments = ["--name", "b", "--version", "1", "--tensors"]

    run = CliRunner().invoke(main, ["record", str(archives["wheel"]), *arguments])

    assert 0 == run.exit_code, run.output
    assert parse_base(run.stdout.encode(), "b.toml").has_tensors


@pytest.mark.parametrize("name", FORMATS)
def test_the_record_of_an_unpacked_archive_is_that_of_the_archive(
    name: str, archives: Mapping[str, Path], tmp_path: Path
) -> None:
    folder = unpacked(members_of(archives[name]), tmp_path / "unpacked")

    assert record_archive(archives[name], silent) == record_archive(folder, silent)


def test_the_command_records_an_archive_as_it_records_a_folder(
    archives: Mapping[str, Path], project: Path, tmp_path: Path
) -> None:
    arguments = ["--name", "example-lab/Lantern-Chat", "--version", "0.2.0", "--output"]

    for source, output in ((archives["tar"], "archive.toml"), (project, "folder.toml")):
        run = CliRunner().invoke(main, ["record", str(source), *arguments, str(tmp_path / output)])
        assert 0 == run.exit_code, run.output

    assert (tmp_path / "archive.toml").read_bytes() == (tmp_path / "folder.toml").read_bytes()
    assert "example-lab/Lantern-Chat" == parse_base((tmp_path / "archive.toml").read_bytes(), "archive.toml").name


def test_an_archive_without_a_manifest_is_not_recorded(archives: Mapping[str, Path], tmp_path: Path) -> None:
    members = {path: data for path, data in members_of(archives["tar"]).items() if not path.endswith("MANIFEST.json")}
    archive = packed(members, tmp_path / "a.oaml.tar")

    with pytest.raises(SourceError) as caught:
        record_archive(archive, silent)
    assert f"{archive}: no archive that hatch-oaml wrote; unpack it and record the folder" == (
        caught.value.messages[0].en
    )
    assert f"{archive}：不是 hatch-oaml 生成的归档；请解包后对文件夹运行 record" == caught.value.messages[0].zh


@pytest.mark.parametrize("fault", ["altered", "missing"])
def test_an_archive_that_is_not_what_its_manifest_tells_of_is_not_recorded(
    fault: str, archives: Mapping[str, Path], tmp_path: Path
) -> None:
    members = members_of(archives["tar"])
    path = "lantern_chat-0.2.0/NOTICE"
    if fault == "altered":
        members[path] = b"nothing\n"
    else:
        del members[path]
    archive = packed(members, tmp_path / "a.oaml.tar")

    with pytest.raises(SourceError) as caught:
        record_archive(archive, silent)
    assert f"{archive}: {path} is not what the manifest tells of; fetch the archive again" == (
        caught.value.messages[0].en
    )
    assert f"{archive}：{path} 与清单所载不符；请重新获取该归档" == caught.value.messages[0].zh


def test_a_renamed_archive_has_the_same_record(archives: Mapping[str, Path], tmp_path: Path) -> None:
    renamed = tmp_path / "other.tar.gz"
    shutil.copy(archives["sdist"], renamed)

    assert record_archive(archives["sdist"], silent) == record_archive(renamed, silent)
