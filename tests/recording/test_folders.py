"""A base record is made from a folder: what it ships, the same on every run, with or without its weights fetched."""

from __future__ import annotations

import os
import shutil
import sys
from typing import TYPE_CHECKING

import pytest

from hatch_oaml.recording.folders import record_folder
from hatch_oaml.records.base_file import BaseFile
from hatch_oaml.records.base_record import BaseRecord, parse_base, render_base
from hatch_oaml.values.bilingual import Bilingual
from hatch_oaml.values.digests import sha256_of
from hatch_oaml.values.errors import SourceError
from tests.conftest import FIXTURES
from tests.members import silent

if TYPE_CHECKING:
    from pathlib import Path

EXAMPLE = FIXTURES / "projects" / "original-release"
RECORDED = FIXTURES / "projects" / "derivative-finetune" / "bases" / "lantern-tiny.toml"


def point_to_large_file_storage(file: Path) -> None:
    data = file.read_bytes()
    file.write_bytes(
        f"version https://git-lfs.github.com/spec/v1\noid sha256:{sha256_of(data)}\nsize {len(data)}\n".encode()
    )


@pytest.fixture
def example(tmp_path: Path) -> Path:
    return shutil.copytree(EXAMPLE, tmp_path / "example", ignore=shutil.ignore_patterns("dist", "__pycache__"))


def paths(folder: Path) -> list[str]:
    return [file.path for file in record_folder(folder, silent)]


def test_the_example_is_recorded_as_its_derivative_has_it(example: Path) -> None:
    expected = [(file.path, file.size, file.sha256) for file in parse_base(RECORDED.read_bytes(), "b.toml").files]

    assert expected == [(file.path, file.size, file.sha256) for file in record_folder(example, silent)]


def test_a_file_is_recorded_with_size_digest_notices_and_fingerprint(example: Path) -> None:
    by_path = {file.path: file for file in record_folder(example, silent)}

    code = by_path[next(path for path in by_path if path.endswith("__init__.py"))]
    data = (example / code.path).read_bytes()
    assert (len(data), sha256_of(data)) == (code.size, code.sha256)
    assert ("copyright", "Copyright 2024 Wick and Glass Ltd.", 1) in [
        (notice.kind, notice.text, notice.line) for notice in code.notices
    ]
    assert code.fingerprint


def test_pointers_to_large_files_give_the_record_of_the_files_themselves(example: Path) -> None:
    fetched = record_folder(example, silent)
    for weights in example.glob("*.safetensors"):
        point_to_large_file_storage(weights)

    assert fetched == record_folder(example, silent)


def test_of_a_text_behind_a_pointer_only_its_notices_and_lines_are_missing(example: Path) -> None:
    fetched = record_folder(example, silent)
    point_to_large_file_storage(example / "README.md")

    assert tuple(
        BaseFile(path=file.path, size=file.size, sha256=file.sha256) if file.path == "README.md" else file
        for file in fetched
    ) == record_folder(example, silent)


def test_a_record_does_not_depend_on_place_or_order(example: Path, tmp_path: Path) -> None:
    def text(folder: Path) -> str:
        return render_base(BaseRecord(name="x", version="1", files=record_folder(folder, silent)))

    other = tmp_path / "elsewhere" / "deep"
    for file in sorted((file for file in example.rglob("*") if file.is_file()), reverse=True):
        copy = other / file.relative_to(example)
        copy.parent.mkdir(parents=True, exist_ok=True)
        copy.write_bytes(file.read_bytes())

    assert text(example) == text(other)


def test_a_relative_folder_is_recorded_too(example: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    expected = record_folder(example, silent)
    monkeypatch.chdir(example)

    assert expected == record_folder(type(example)(), silent)


def test_what_no_release_holds_is_left_out(tmp_path: Path) -> None:
    for path in (
        *("pyproject.toml", "hatch.toml", "PKG-INFO", ".gitignore", "sub/.gitattributes", ".git/config"),
        *("OAML-MANIFEST.json", "SHA256SUMS", "MODIFICATIONS.md", "kept.py", "sub/SHA256SUMS", "dist/x.whl"),
    ):
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(path, encoding="utf-8")

    assert ["kept.py", "sub/SHA256SUMS"] == paths(tmp_path)


def test_a_folder_called_dist_counts_where_nothing_is_built(tmp_path: Path) -> None:
    (tmp_path / "dist").mkdir()
    (tmp_path / "dist" / "model.gguf").touch()

    assert ["dist/model.gguf"] == paths(tmp_path)


def test_weights_that_version_control_ignores_are_recorded_all_the_same(tmp_path: Path) -> None:
    (tmp_path / ".gitignore").write_text("*.gguf\n", encoding="utf-8")
    (tmp_path / "model.gguf").touch()

    assert ["model.gguf"] == paths(tmp_path)


@pytest.mark.skipif(sys.platform == "win32", reason="symbolic links need a privilege on Windows")
def test_a_cache_of_links_is_recorded_as_the_files_that_they_lead_to(tmp_path: Path) -> None:
    (tmp_path / "blobs").mkdir()
    (tmp_path / "blobs" / "0a1b").write_bytes(b"weights")
    (tmp_path / "snapshot").mkdir()
    (tmp_path / "snapshot" / "model.gguf").symlink_to("../blobs/0a1b")

    assert (BaseFile(path=paths(tmp_path / "snapshot")[0], size=7, sha256=sha256_of(b"weights")),) == tuple(  # type: ignore[arg-type]
        record_folder(tmp_path / "snapshot", silent)
    )


def test_a_folder_without_files_is_no_base(tmp_path: Path) -> None:
    (tmp_path / ".gitignore").touch()

    with pytest.raises(SourceError) as caught:
        record_folder(tmp_path, silent)
    assert (
        Bilingual(en=f"{tmp_path}: holds no file to record", zh=f"{tmp_path}：没有可供记录的文件"),
    ) == caught.value.messages


@pytest.mark.skipif(sys.platform == "win32", reason="such names cannot be made there")
@pytest.mark.parametrize(("name", "reason"), [("a\\b", "holds a NUL or a backslash"), ("a:b", "is absolute")])
def test_a_name_that_no_record_can_hold_is_told(tmp_path: Path, name: str, reason: str) -> None:
    (tmp_path / name).touch()

    expected = Bilingual(
        en=f"{name}: this name {reason}, which no record can hold; rename the file, or leave it out of SOURCE",
        zh=f"{name}：记录无法容纳该文件名；请改名，或将其移出 SOURCE",
    )
    with pytest.raises(SourceError) as caught:
        record_folder(tmp_path, silent)
    assert (expected,) == caught.value.messages


@pytest.mark.skipif(sys.platform == "win32", reason="symbolic links need a privilege on Windows")
def test_a_file_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    os.symlink("nowhere", tmp_path / "model.gguf")

    with pytest.raises(SourceError, match=r"model\.gguf: is a link to .*, and nothing is there"):
        record_folder(tmp_path, silent)


def test_every_byte_of_weights_is_told_to_the_progress(example: Path) -> None:
    told: dict[str, int] = {}

    def progress(path: str, count: int) -> None:
        told[path] = told.get(path, 0) + count

    record_folder(example, progress)

    assert {file.name: file.stat().st_size for file in example.glob("*.safetensors")} == told
