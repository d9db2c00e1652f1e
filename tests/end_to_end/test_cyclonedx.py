"""CycloneDX's own library agrees: the bill of materials is valid, strictly, in 1.6 and in 1.7; and installers keep it."""

from __future__ import annotations

import json
import subprocess
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from hatch_oaml.bom.document import render_bill
from hatch_oaml.project.model_card import read_model_card
from hatch_oaml.records.lineage import Ancestor
from hatch_oaml.records.modifications import parse_modifications
from hatch_oaml.records.project import Author
from tests.bom.bills import told_of
from tests.bom.test_pedigree import CHANGES, COMMIT
from tests.building import build, project_in
from tests.conftest import _file, _release
from tests.end_to_end.conftest import environment_with
from tests.end_to_end.test_real_model import base, project as real_project
from tests.finished import built, members_of, named_by
from tests.project.test_model_card import CARD
from tests.shipping import recorded, shipped

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

pytestmark = pytest.mark.end_to_end

__all__ = ["base", "real_project"]

JUDGE = """
import json, sys
from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator
text = sys.stdin.read()
newer = json.dumps({**json.loads(text), "specVersion": "1.7"})
for version, document in ((SchemaVersion.V1_6, text), (SchemaVersion.V1_7, newer)):
    print(version.name, JsonStrictValidator(version).validate_str(document))
"""
VALID = "V1_6 None\nV1_7 None\n"


@pytest.fixture(scope="module")
def judge(tmp_path_factory: pytest.TempPathFactory) -> Callable[[bytes], str]:
    """What the validator says of a document, in an environment of its own."""
    packages = ("cyclonedx-python-lib[json-validation]==11.12.0",)
    python = environment_with(tmp_path_factory.mktemp("environment"), *packages) / "python"

    def judged(bill: bytes) -> str:
        done = subprocess.run([str(python), "-c", JUDGE], input=bill, capture_output=True, check=True)
        return done.stdout.decode().replace("\r\n", "\n")

    return judged


def bill_in(archive: Path) -> bytes:
    return next(data for path, data in members_of(archive).items() if path.endswith(".cdx.json"))


def test_it_is_valid_in_every_archive_of_the_example(judge: Callable[[bytes], str], tmp_path: Path) -> None:
    archives = built(project_in(tmp_path))

    assert dict.fromkeys(archives, VALID) == {name: judge(bill_in(path)) for name, path in archives.items()}


def test_the_judge_refuses_what_is_none(judge: Callable[[bytes], str], tmp_path: Path) -> None:
    bill = json.loads(bill_in(built(project_in(tmp_path))["tar"]))
    bill["components"][0]["type"] = "model"

    assert VALID != judge(json.dumps(bill).encode())


def test_it_is_valid_with_all_that_a_bill_can_tell_of(judge: Callable[[bytes], str]) -> None:
    first = Ancestor(name="vendor/First", version="", license="Our own terms")
    history = parse_modifications(CHANGES.encode(), "MODIFICATIONS.toml").changes
    second = recorded({"NOTICE": "Copyright 2023 Kelp.\n"}, "lab/Second")
    second = replace(second, version=COMMIT, url="https://huggingface.co/lab/Second", changes=history, bases=(first,))
    files = [
        shipped("NOTICE", "Copyright 2023 Kelp.\n"),
        *(shipped("model.safetensors", b"w"), shipped("数据/é val.jsonl", b"{}"), shipped("a\u202eb.py", b"x")),
        _file("README.md", CARD + "\n## Ethics\n\nNone known.\n", card=read_model_card(CARD.encode())),
    ]
    part = {"files": ["*.py", "数据/"], "license": "MIT OR Apache-2.0"}
    release = _release(files=files, bases=[second], config={"part": [part]}, modifications=CHANGES)
    authors = (Author(name="Beacon Works", email="a@b.example"), Author(email="nobody"))

    bill = render_bill(told_of(replace(release, project=replace(release.project, authors=authors))))

    model, *_ = json.loads(bill)["components"]
    assert VALID == judge(bill)
    assert {"pedigree", "modelCard", "evidence", "tags", "description", "supplier"} <= model.keys()


def test_it_is_valid_of_a_real_model_and_stays_where_it_is_installed(
    judge: Callable[[bytes], str], real_project: Path, empty_environment: Path
) -> None:
    done = build(real_project, "-t", "wheel", "-t", "sdist", "-t", "oaml")
    assert 0 == done.returncode, done.stderr
    [wheel] = (real_project / "dist").glob("*.whl")
    archives = [*(real_project / "dist").iterdir(), *(real_project / "dist-oaml").iterdir()]
    subprocess.run([str(empty_environment), "-m", "pip", "install", "--quiet", str(wheel)], check=True)
    site = next(path.parent for path in empty_environment.parent.parent.rglob("minilm_tuned-1.0.dist-info"))
    installed = site / "minilm_tuned-1.0.dist-info" / "sboms" / "minilm_tuned.cdx.json"
    record = (site / "minilm_tuned-1.0.dist-info" / "RECORD").read_text(encoding="utf-8")

    assert [VALID] * 3 == [judge(bill_in(path)) for path in archives]
    assert bill_in(wheel) == installed.read_bytes()
    assert "minilm_tuned-1.0.dist-info/sboms/minilm_tuned.cdx.json,sha256=" in record
    assert [] == named_by(site / "minilm_tuned-1.0.dist-info")
