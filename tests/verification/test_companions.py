"""The list of what tools put beside a release: each row matches its sample and not its neighbour."""

from __future__ import annotations

import pytest

from hatch_oaml.verification.companions import COMPANIONS, CompanionName, companions_among

LISTED = frozenset({"config.json", "data/eval.jsonl", "lantern/chat.py", "lantern/__init__.py"})
rows = pytest.mark.parametrize("row", COMPANIONS, ids=lambda row: row.sample)


def found(*paths: str, size: int = 1) -> list[str]:
    sizes = {**dict.fromkeys(LISTED, 1), **dict.fromkeys(paths, size)}
    return list(companions_among(sizes, LISTED, ("",)))


@rows
def test_a_row_matches_its_sample_and_not_its_neighbour(row: CompanionName) -> None:
    assert [row.sample] == found(row.sample)
    assert [] == found(row.other)


@rows
def test_a_companion_is_one_below_the_folder_of_the_release_too(row: CompanionName) -> None:
    listed = {f"demo-1.0/{path}" for path in LISTED}
    path = f"demo-1.0/{row.sample}"
    at_depth = row.sample.startswith(("data/", "lantern/"))

    assert [path] == list(companions_among({path: 1}, listed, ("demo-1.0/", "")))
    assert (path in companions_among({path: 1}, listed, ("other/",))) is False
    assert (path in companions_among({path: 1}, listed, ("",))) == at_depth


@rows
def test_what_the_manifest_lists_is_never_a_companion(row: CompanionName) -> None:
    assert {} == companions_among({row.sample: 1}, {*LISTED, row.sample}, ("",))


@rows
def test_what_is_too_large_for_its_tool_is_no_companion(row: CompanionName) -> None:
    assert [row.sample] == found(row.sample, size=row.most)
    assert [] == found(row.sample, size=row.most + 1)


def test_no_tool_s_own_is_taken_for_larger_than_64_mib() -> None:
    assert {64 << 10, 64 << 20} == {row.most for row in COMPANIONS}


@pytest.mark.parametrize(
    "path",
    [
        "run.sh",
        ".hidden/x.safetensors",
        "lantern/extra.py",
        ".cache/huggingface/download/model.safetensors",
        ".cache/huggingface/model.metadata",
        ".cache/torch/x.metadata",
        "lantern/__pycache__/evil.cpython-311.pyc",
        "lantern/__pycache__/chat.pyc",
        "lantern/__pycache__/chat.evil-311.pyc",
        "lantern/__pycache__/chat.cpython-311.py",
        "lantern/chat.cpython-311.pyc",
        "__pycache__/chat.cpython-311.pyc",
        "data/._eval.py",
        "._",
        "model.sig/weights.bin",
        ".git/../x",
        ".gitattributes/x",
        "lantern-1.0.dist-info/evil.py",
        "x/lantern-1.0.dist-info/INSTALLER",
        "Thumbs.db/x.py",
        ".msc/x",
        ".DS_Store\n",
    ],
)
def test_anything_else_is_none(path: str) -> None:
    assert [] == found(path)


@pytest.mark.parametrize(
    "path",
    [
        ".gitignore",
        ".git/",
        "claims.jsonl",
        ".mv",
        ".mdl",
        "data/desktop.ini",
        "Thumbs.db",
        "data/.DS_Store",
        "._data",
        "._config.json",
        "__MACOSX/data/._eval.jsonl",
        "lantern/__pycache__/__init__.pypy310.pyc",
        "lantern/__pycache__/__init__.cpython-313.opt-2.pyc",
        "lantern-1.0.dist-info/REQUESTED",
        "lantern-1.0.dist-info/direct_url.json",
        ".cache/huggingface/.gitignore",
        ".cache/huggingface/download/data/eval.jsonl.lock",
    ],
)
def test_these_are_too(path: str) -> None:
    assert [path] == found(path)


def test_macos_keeps_something_of_companions_too() -> None:
    assert [".DS_Store", "._.DS_Store"] == found(".DS_Store", "._.DS_Store")
    assert [] == found("._.DS_Store")
