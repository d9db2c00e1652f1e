"""REUSE's own tool agrees: with the table that `init` writes, and with what we read in such tables."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from hatch_oaml.terms.annotations import Annotations, is_annotating, read_annotations
from tests.building import project_in
from tests.conftest import LICENSE_ID, _file
from tests.end_to_end.conftest import PROJECTS, environment_with
from tests.finished import built, named_by
from tests.terms.texts import MIT

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.end_to_end


@pytest.fixture(scope="module")
def reuse(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return environment_with(tmp_path_factory.mktemp("environment"), "reuse") / "reuse"


def lint(reuse: Path, root: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [str(reuse), "--root", str(root), "lint", "--json"], capture_output=True, encoding="utf-8", check=False
    )


def write(root: Path, files: dict[str, str]) -> None:
    for name, text in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, encoding="utf-8")


def test_what_init_writes_passes_once_a_person_has_named_the_holders(reuse: Path, tmp_path: Path) -> None:
    base = shutil.copytree(PROJECTS / "original-release", tmp_path / "base")
    write(base, {"loader.py": "# Copyright 2023 Kelp\n# SPDX-License-Identifier: Apache-2.0\n"})
    root = tmp_path / "mine"
    part = '[[tool.oaml.part]]\nfiles = ["assets/", "*.css"]\nlicense = "MIT"\n'
    write(root, {"pyproject.toml": part, "assets/a.svg": "<svg/>", "web/b.css": "b {}", "LICENSES/MIT.txt": MIT})
    hatch_oaml = [sys.executable, "-m", "hatch_oaml", "init", "--root", str(root), "--base", str(base)]
    subprocess.run(hatch_oaml, check=True, capture_output=True)

    begun = lint(reuse, root)
    table = root / "REUSE.toml"
    table.write_text(table.read_text(encoding="utf-8").replace("# SPDX-File", "SPDX-File"), encoding="utf-8")
    finished = lint(reuse, root)

    complaints = json.loads(begun.stdout)["non_compliant"]
    assert ([], True) == (list(complaints["missing_licenses"]), bool(complaints["missing_copyright_info"]))
    assert b"Apache-2.0" in (root / "bases" / "lantern-tiny.toml").read_bytes()
    assert (1, 0) == (begun.returncode, finished.returncode), finished.stdout
    assert {"MIT", LICENSE_ID} == set(json.loads(finished.stdout)["summary"]["used_licenses"])


def test_the_example_passes_with_what_init_writes_and_is_released_all_the_same(reuse: Path, tmp_path: Path) -> None:
    project = project_in(tmp_path)
    init = [sys.executable, "-m", "hatch_oaml", "init", "--root", str(project)]
    subprocess.run(init, check=True, capture_output=True)
    table = project / "REUSE.toml"
    holders = table.read_text(encoding="utf-8").replace(
        '# SPDX-FileCopyrightText = "YEAR NAME"', 'SPDX-FileCopyrightText = "2026 Beacon Works"'
    )
    table.write_text(holders, encoding="utf-8")

    linted = lint(reuse, project)
    subprocess.run(init, check=True, capture_output=True)
    archives = built(project)

    assert 0 == linted.returncode, linted.stdout
    assert holders == table.read_text(encoding="utf-8"), "what is there stays"
    assert {name: [] for name in archives} == {name: named_by(path) for name, path in archives.items()}


def test_an_original_whose_publisher_is_named_passes_at_once(reuse: Path, tmp_path: Path) -> None:
    shutil.copytree(PROJECTS / "original-release", tmp_path / "mine", ignore=shutil.ignore_patterns("*.toml"))
    init = [
        sys.executable,
        "-m",
        "hatch_oaml",
        "init",
        "--root",
        str(tmp_path / "mine"),
        "--original",
        "--by",
        "Kelp Labs",
    ]

    subprocess.run(init, check=True, capture_output=True)

    linted = lint(reuse, tmp_path / "mine")
    assert 0 == linted.returncode, linted.stdout


def annotation(license_id: str, *globs: str, precedence: str = "closest") -> str:
    return (
        f"[[annotations]]\npath = {json.dumps(globs)}\nprecedence = '{precedence}'\n"
        f"SPDX-License-Identifier = '{license_id}'\n"
    )


TABLES = {
    "REUSE.toml": "version = 1\n"
    + annotation("ISC", "**")
    + annotation("MIT", "*.py", "lib/**/x.txt", r"\\*.md", "a**z", "**/deep.txt", "q?.txt", "[b].txt")
    + annotation("Zlib", "over/**", precedence="override")
    + annotation("0BSD", "also/**", precedence="aggregate"),
    "lib/REUSE.toml": "version = 1\n" + annotation("CC0-1.0", "*.txt", "sub/*"),
    "over/REUSE.toml": "version = 1\n" + annotation("CC0-1.0", "**"),
    "also/REUSE.toml": "version = 1\n" + annotation("CC0-1.0", "*.txt"),
}
DEBIAN = """\
Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/

Files: *
Copyright: x
License: ISC

Files: lib/*.txt
 ?.py
Copyright: x
License: MIT
 with its text

Files: over/*
Copyright: x
License: Zlib
"""
PATHS = (
    *("a.py", "lib/b.py", "lib/x.txt", "lib/s/x.txt", "lib/s/t/x.txt", "libx.txt", "axz", "a/y/z", "deep.txt"),
    *("s/deep.txt", "xdeep.txt", "over/a", "over/s/b", "also/a.txt", "also/s/a.txt", "also/a.md", "lib/sub/a"),
    *("lib/sub/t/a", "qx.txt", "b.txt", "数据/甲.txt"),
)


@pytest.mark.parametrize("tables", [TABLES, {".reuse/dep5": DEBIAN}], ids=["REUSE.toml", "dep5"])
def test_annotations_count_for_the_same_files(reuse: Path, tmp_path: Path, tables: dict[str, str]) -> None:
    root = tmp_path / "tree"
    write(root, {**dict.fromkeys(PATHS, "x\n"), **tables})
    annotations = Annotations(
        [_file(path, text, annotations=read_annotations(path, text.encode())) for path, text in tables.items()]
    )

    told = {file["path"]: file["spdx_expressions"] for file in json.loads(lint(reuse, root).stdout)["files"]}

    assert set(PATHS) == {path for path in told if not is_annotating(path)}
    theirs = {path: sorted(one["value"] for one in told[path]) for path in PATHS}
    assert theirs == {path: sorted(said.annotation.license for said in annotations.of(path)) for path in PATHS}
