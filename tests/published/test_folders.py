"""Two folders, or a folder and a record, are held against each other without any project."""

from __future__ import annotations

import os
import shutil
import subprocess
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, strategies as st

from hatch_oaml.values.digests import sha256_of
from tests.comparing import comparison, found_in, paths
from tests.conftest import FIXTURES, LICENSE
from tests.finished import built

if TYPE_CHECKING:
    from pathlib import Path

PROJECTS = FIXTURES / "projects"
BASE = PROJECTS / "original-release"
RECORD = PROJECTS / "derivative-finetune" / "bases" / "lantern-tiny.toml"


@pytest.fixture
def release(tmp_path: Path) -> Path:
    return shutil.copytree(
        PROJECTS / "derivative-finetune", tmp_path / "release", ignore=shutil.ignore_patterns("dist*", "__pycache__")
    )


def written(folder: Path, **texts: str) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "LICENSE").write_bytes(LICENSE)
    for name, text in texts.items():
        (folder / name.replace("__", ".")).write_text(text, encoding="utf-8")
    return folder


@pytest.mark.parametrize("base", [BASE, RECORD], ids=["folder", "record"])
def test_the_example_keeps_what_its_base_asks(release: Path, base: Path) -> None:
    found = comparison(release, base)

    assert [] == found_in(release, base)
    assert ["MODIFICATIONS.toml", "NOTICE", "README.md", "model-00002-of-00002.safetensors"] == paths(found, "modified")
    assert ["lantern_tiny/__init__.py"] == paths(found, "gone")
    assert "verbatim" == found.license
    assert {"kept", "went"} == {notice.state for notice in found.notices}


@pytest.mark.parametrize("kind", ["hub's cache", "hub's local folder", "checkout", "release folder", "unpacked wheel"])
def test_a_base_and_a_release_may_lie_as_they_were_received(tmp_path: Path, release: Path, kind: str) -> None:
    if kind == "hub's cache" and os.name == "nt":
        pytest.skip("a symbolic link needs a privilege there")
    received = {
        "hub's cache": _hub_cache,
        "hub's local folder": _hub_folder,
        "checkout": _checkout,
        "release folder": _release_folder,
        "unpacked wheel": _unpacked_wheel,
    }[kind]
    ours, theirs = received(tmp_path / "ours", release), received(tmp_path / "theirs", BASE)

    assert [] == found_in(ours, theirs)
    assert {"model-00002-of-00002.safetensors", "NOTICE"} <= set(paths(comparison(ours, theirs), "modified"))


def _hub_cache(folder: Path, source: Path) -> Path:
    cache = folder / f"models--example--{source.name}"
    commit = "a" * 40
    for file in (file for file in source.rglob("*") if file.is_file()):
        blob = cache / "blobs" / sha256_of(file.read_bytes())
        blob.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(file, blob)
        link = cache / "snapshots" / commit / file.relative_to(source)
        link.parent.mkdir(parents=True, exist_ok=True)
        link.symlink_to(blob)
    (cache / "refs").mkdir()
    (cache / "refs" / "main").write_text(commit)
    return cache


def _hub_folder(folder: Path, source: Path) -> Path:
    shutil.copytree(source, folder)
    note = folder / ".cache" / "huggingface" / "download" / "config.json.metadata"
    note.parent.mkdir(parents=True)
    note.write_text(f"{'b' * 40}\netag\n1.0\n")
    return folder


def _checkout(folder: Path, source: Path) -> Path:
    shutil.copytree(source, folder)
    subprocess.run(["git", "init", "-q", str(folder)], check=True)
    return folder


def _release_folder(folder: Path, source: Path) -> Path:
    project = shutil.copytree(source, folder / "project", ignore=shutil.ignore_patterns("dist*"))
    shutil.unpack_archive(built(project)["tar"], folder / "unpacked", "tar", filter="data")
    return next((folder / "unpacked").iterdir())


def _unpacked_wheel(folder: Path, source: Path) -> Path:
    project = shutil.copytree(source, folder / "project", ignore=shutil.ignore_patterns("dist*"))
    shutil.unpack_archive(built(project)["wheel"], folder / "site", "zip")
    return next(one for one in (folder / "site").iterdir() if not one.name.endswith(".dist-info"))


def test_an_installed_wheel_may_be_named_by_its_metadata(tmp_path: Path) -> None:
    site = tmp_path / "site-packages"
    written(site / "lantern", chat__py="# Copyright 2023 Ostrava Loom\nprint('the loom is at work')\n")
    info = site / "lantern-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Name: lantern\nVersion: 1.0\n")
    (info / "RECORD").write_text("lantern/chat.py,,\nlantern/LICENSE,,\nlantern-1.0.dist-info/METADATA,,\n")

    assert comparison(site / "lantern", site / "lantern").files == comparison(info, info).files
    [base] = comparison(info, info).bases
    assert ("lantern", "1.0") == (base.name, base.version)


def test_a_license_that_is_not_given_along_is_missing(release: Path) -> None:
    (release / "LICENSE").unlink()

    assert [("missing-license", "LICENSE")] == found_in(release, BASE)


def test_a_license_with_another_word_is_altered(release: Path) -> None:
    text = LICENSE.decode().replace("You must retain", "You may retain")
    (release / "LICENSE").write_text(text, encoding="utf-8")

    assert ("altered-license", "LICENSE") in found_in(release, BASE)


@pytest.mark.parametrize("name", ["LICENSE.txt", "MODEL_LICENSE", "LICENSES/model.txt", "开放原子模型许可证.txt"])
def test_the_license_is_found_wherever_it_lies(release: Path, name: str) -> None:
    (release / name).parent.mkdir(exist_ok=True)
    (release / "LICENSE").rename(release / name)

    assert ("verbatim", name) == (comparison(release, BASE).license, comparison(release, BASE).license_path)
    assert [] == [check for check, _ in found_in(release, BASE) if "license" in check]


def test_the_license_is_the_one_at_hand_and_not_another_one_s(release: Path) -> None:
    (release / "LICENSES").mkdir()
    (release / "LICENSE").rename(release / "LICENSES" / "OpenAtom.txt")
    (release / "LICENSE").write_text("MIT License\n\nPermission is hereby granted, free of charge, …\n")

    assert "LICENSES/OpenAtom.txt" == comparison(release, BASE).license_path


def test_a_notice_that_is_gone_is_dropped(release: Path) -> None:
    notice = (release / "NOTICE").read_text(encoding="utf-8")
    (release / "NOTICE").write_text(notice.replace("Lantern is a trademark of Example Lab.", ""), encoding="utf-8")

    [dropped] = comparison(release, BASE).notices_that_are("dropped")
    assert "Lantern is a trademark of Example Lab." == dropped.notice.text
    assert [("dropped-notice", "NOTICE")] == found_in(release, BASE)


def test_a_notice_with_another_year_is_altered_side_by_side(release: Path) -> None:
    notice = (release / "NOTICE").read_text(encoding="utf-8")
    (release / "NOTICE").write_text(
        notice.replace("Copyright 2025 Example Lab", "Copyright 2024 Example Lab"), encoding="utf-8"
    )

    [altered] = comparison(release, BASE).notices_that_are("altered")
    assert ("Copyright 2025 Example Lab", "Copyright 2024 Example Lab") == (altered.notice.text, altered.now)
    assert [("altered-notice", "NOTICE")] == found_in(release, BASE)


def test_a_notice_file_that_is_gone_is_told_whole(release: Path) -> None:
    (release / "NOTICE").unlink()

    assert ("dropped-notice-file", "NOTICE") in found_in(release, BASE)


def test_a_notice_that_a_notice_file_keeps_has_moved(tmp_path: Path) -> None:
    base = written(tmp_path / "base", demo__py="# Copyright 2023 Ostrava Loom\nprint('the loom is at work')\n")
    release = written(
        tmp_path / "release",
        demo__py="print('the loom is at work')\n",
        NOTICE="demo.py:\n\n    Copyright 2023 Ostrava Loom\n",
    )

    [moved] = comparison(release, base).notices_that_are("moved")
    assert ("demo.py", "NOTICE", 3) == (moved.path, moved.here, moved.line)
    assert [("silent-modification", "demo.py"), ("moved-notice", "NOTICE")] == found_in(release, base)


def test_a_file_under_another_name_is_renamed_and_needs_no_word(tmp_path: Path) -> None:
    base = written(tmp_path / "base", demo__py="print('the loom is at work')\n")
    release = written(tmp_path / "release", chat__py="print('the loom is at work')\n")

    [file] = comparison(release, base).files_that_are("renamed")
    assert ("chat.py", "demo.py", False) == (file.path, file.was, file.must_be_told)
    assert [] == found_in(release, base)


def test_a_file_that_was_modified_without_a_word_is_an_error(release: Path) -> None:
    (release / "config.json").write_text("{}", encoding="utf-8")

    assert [("silent-modification", "config.json")] == found_in(release, BASE)


def test_what_the_author_of_the_base_wrote_in_the_changelog_tells_nothing(tmp_path: Path) -> None:
    entry = (
        'format = 1\n[[change]]\nfiles = ["demo.py"]\nrelation = "modified"\nhow.en = "Weaves."\ndate = 2025-01-01\n'
    )
    base = written(tmp_path / "base", demo__py="print(1)\n", MODIFICATIONS__toml=entry)
    release = written(tmp_path / "release", demo__py="print(2)\n", MODIFICATIONS__toml=entry)

    assert [("silent-modification", "demo.py")] == found_in(release, base)


def test_a_release_of_two_bases_owes_each_its_notices(tmp_path: Path) -> None:
    one = written(tmp_path / "one", a__py="# Copyright 2023 Ostrava Loom\nprint('the loom is at work')\n")
    other = written(tmp_path / "other", b__py="# Copyright 2022 Mina Halloway\nprint('another one at work')\n")
    release = written(
        tmp_path / "release",
        a__py="# Copyright 2023 Ostrava Loom\nprint('the loom is at work')\n",
        b__py="print('another one at work')\n",
    )

    assert [("dropped-notice", "b.py"), ("silent-modification", "b.py")] == found_in(release, one, other)


def test_two_bases_of_one_name_are_told_apart(tmp_path: Path) -> None:
    one = written(tmp_path / "one" / "model", a__py="print('the loom is at work')\n")
    other = written(tmp_path / "other" / "model", b__py="print('another one at work')\n")

    assert ["model", "model (2)"] == [base.name for base in comparison(one, one, other).bases]


NAMES = st.lists(st.text("abcXY01", min_size=1, max_size=6), min_size=1, max_size=6, unique_by=str.casefold)


@given(names=NAMES, data=st.data())
def test_a_tree_held_against_itself_is_all_same(
    tmp_path_factory: pytest.TempPathFactory, names: list[str], data: st.DataObject
) -> None:
    suffixes = st.sampled_from([".py", ".md", ".json", ".safetensors", ".txt", ""])
    texts = {f"{name}{data.draw(suffixes)}": data.draw(st.binary(max_size=60)) for name in names}
    folder = written(tmp_path_factory.mktemp("tree"))
    for name, content in texts.items():
        (folder / name).write_bytes(content)

    found = comparison(folder, folder)

    assert [] == [check for check, _ in found_in(folder, folder) if check != "unread-notice-source"]
    assert {"same"} == {file.state for file in found.files}
