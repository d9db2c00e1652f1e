"""The release as a folder that one uploads to a hub: the same files, whole or not at all, and nobody's own lost."""

from __future__ import annotations

import io
import os
import shutil
import signal
import stat
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from hatch_oaml.packing import release_folder
from hatch_oaml.signing.trust import trust_in
from hatch_oaml.storage import copy
from hatch_oaml.values.digests import UNKNOWN
from hatch_oaml.values.epoch import DEFAULT
from hatch_oaml.verification.signature import Asked
from hatch_oaml.verification.verdict import verify_archive
from tests.building import build, project_in
from tests.failing import ERRORS, REMOVING, calls_in
from tests.faults import FAULTS, SHARD
from tests.finished import errors_of, members_of, named_by
from tests.forked import begun
from tests.members import silent
from tests.poison import NAMED, POISON, acts
from tests.signed import key_file, public_file

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.building import Done
    from tests.forked import Started

NAME = "lantern_chat-0.2.0"
POSIX = pytest.mark.skipif(os.name == "nt", reason="the calls are those of POSIX")
ADDED = "data/more.jsonl"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return project_in(tmp_path)


def folder_of(project: Path) -> Path:
    return project / "dist-oaml" / f"{NAME}.oaml"


def built(project: Path, *arguments: str, **environment: str) -> Path:
    done = build(project, "-t", "oaml:folder", *arguments, **environment)
    assert 0 == done.returncode, done.stderr
    return folder_of(project)


def files_in(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def told_by(path: Path) -> list[str]:
    return [ruling.check for ruling in verify_archive(path, silent).rulings]


def test_it_holds_the_members_of_the_archive_and_what_git_does_with_them(project: Path) -> None:
    folder = built(project, "-t", "oaml:tar")

    members = members_of(project / "dist-oaml" / f"{NAME}.oaml.tar")
    files = files_in(folder)
    attributes = files.pop(".gitattributes")

    assert {path.removeprefix(f"{NAME}/"): data for path, data in members.items()} == files
    assert (
        b"* -text\n"
        b"/model-00001-of-00002.safetensors filter=lfs diff=lfs merge=lfs -text\n"
        b"/model-00002-of-00002.safetensors filter=lfs diff=lfs merge=lfs -text\n"
    ) == attributes


def test_a_receiver_finds_no_fault_in_it_and_is_told_nothing(project: Path) -> None:
    assert [] == told_by(built(project))


def test_nothing_of_it_is_the_project_s_own_file(project: Path) -> None:
    folder = built(project)
    inodes = {path.stat().st_ino for path in project.rglob("*") if path.is_file() and folder not in path.parents}

    assert [] == [path for path in folder.rglob("*") if path.stat().st_ino in inodes]
    assert {1} == {path.stat().st_nlink for path in folder.rglob("*") if path.is_file()}


@POSIX
@pytest.mark.parametrize("mask", [0o000, 0o022, 0o077])
def test_modes_and_times_are_those_of_an_archive_whatever_the_umask(project: Path, mask: int) -> None:
    (project / "lantern_chat" / "__init__.py").chmod(0o775)
    before = os.umask(mask)
    try:
        folder = built(project)
    finally:
        os.umask(before)

    found = {path: path.stat() for path in folder.rglob("*")}
    modes = {path: stat.S_IMODE(status.st_mode) for path, status in found.items()}
    assert 0o755 == stat.S_IMODE(folder.stat().st_mode)
    assert 0o755 == modes.pop(folder / "lantern_chat" / "__init__.py")
    assert {0o755} == {mode for path, mode in modes.items() if path.is_dir()}
    assert {0o644} == {mode for path, mode in modes.items() if path.is_file()}
    assert {DEFAULT} == {status.st_mtime for path, status in found.items() if path.is_file()}


def test_it_is_built_again_in_its_own_place(project: Path) -> None:
    first = files_in(built(project))
    (project / ADDED).write_text("{}\n")

    second = files_in(built(project))

    assert {ADDED} == second.keys() - first.keys()
    assert [folder_of(project)] == list((project / "dist-oaml").iterdir())


def test_what_was_built_is_no_content_of_the_next_wherever_it_lies(project: Path) -> None:
    folder = project / "out" / f"{NAME}.oaml"
    built(project, "-d", str(folder.parent))
    first = files_in(folder)

    built(project, "-d", str(folder.parent))

    assert first == files_in(folder)


def _edit(folder: Path) -> None:
    (folder / "README.md").write_text("mine")


def _edit_to_the_same_size(folder: Path) -> None:
    path = folder / SHARD
    path.write_bytes(bytes(path.stat().st_size))


def _add(folder: Path) -> None:
    (folder / "data" / "notes.txt").write_text("mine")


def _clone(folder: Path) -> None:
    (folder / ".git").mkdir()
    (folder / ".git" / "HEAD").write_text("ref: refs/heads/main\n")


def _link(folder: Path) -> None:
    (folder / "data" / "link").symlink_to("/")


def _lose_the_manifest(folder: Path) -> None:
    (folder / "OAML-MANIFEST.json").unlink()


def _replace_by_a_file(folder: Path) -> None:
    shutil.rmtree(folder)
    folder.write_text("mine")


def _replace_by_a_link(folder: Path) -> None:
    folder.rename(folder.parent / "elsewhere")
    folder.symlink_to(folder.parent / "elsewhere")


FOREIGN = [
    *(_edit, _edit_to_the_same_size, _add, _clone, _link, _lose_the_manifest, _replace_by_a_file, _replace_by_a_link),
]


def everything_in(folder: Path) -> dict[str, bytes | str]:
    """Links as where they lead."""
    return {
        path.relative_to(folder).as_posix(): os.readlink(path) if path.is_symlink() else path.read_bytes()
        for path in folder.rglob("*")
        if path.is_symlink() or path.is_file()
    }


@pytest.mark.parametrize("change", FOREIGN)
def test_what_no_build_wrote_is_never_replaced_nor_removed(project: Path, change: Callable[[Path], None]) -> None:
    change(built(project))
    before = everything_in(project / "dist-oaml")

    done = build(project, "-t", "oaml:folder")

    assert 1 == done.returncode
    assert "holds something that no build wrote, or that was changed since" in done.stderr
    assert "其中有并非由构建写出、或在写出之后被改动的内容" in done.stderr
    FAULTS["NOTICE deleted"][1](project)
    refused = build(project, "-t", "oaml:folder")
    assert 1 == refused.returncode
    assert f"{NAME}.oaml: of an earlier build, left as it was" in refused.stderr
    build(project, "-t", "oaml:folder", "--clean-only")
    assert before == everything_in(project / "dist-oaml")


def test_no_name_of_a_foreign_file_acts_on_a_log(project: Path) -> None:
    (built(project) / POISON.replace("/", "")).write_text("mine")

    done = build(project, "-t", "oaml:folder")

    assert NAMED in done.stderr
    assert [] == acts(done.stderr)


def test_a_refusal_removes_the_folder_of_an_earlier_build(project: Path) -> None:
    folder = built(project)
    FAULTS["NOTICE deleted"][1](project)

    done = build(project, "-t", "oaml:folder")

    assert 1 == done.returncode
    assert "[dropped-notice-file]" in done.stderr
    assert not folder.exists()


def test_clean_removes_the_folder(project: Path) -> None:
    folder = built(project)

    assert 0 == build(project, "-t", "oaml:folder", "--clean-only").returncode
    assert not folder.exists()


@pytest.mark.parametrize(
    ("change", "check"),
    [(_edit_to_the_same_size, "altered-member"), (_edit, "altered-member"), (_add, "extra-member")],
)
def test_a_fault_in_it_is_refused(project: Path, change: Callable[[Path], None], check: str) -> None:
    folder = built(project)
    change(folder)

    assert check in [name for name, _ in named_by(folder)]


def test_other_git_attributes_than_its_own_are_told_and_no_fault(project: Path) -> None:
    folder = built(project)
    (folder / ".gitattributes").write_text("*.safetensors filter=lfs diff=lfs merge=lfs -text\n")

    assert ["companion-file"] == told_by(folder)


def test_a_clone_of_it_is_the_release(project: Path, tmp_path: Path) -> None:
    folder = built(project)
    git = ["git", "-c", "user.name=Beacon", "-c", "user.email=beacon@example.org", "-c", "core.autocrlf=true"]
    for command in (["init", "-q"], ["add", "-A"], ["commit", "-qm", "A release"]):
        subprocess.run([*git, *command], cwd=folder, check=True)
    subprocess.run([*git, "clone", "-q", str(folder), str(tmp_path / "clone")], check=True)

    assert ["companion-file"] == told_by(tmp_path / "clone"), "of `.git`"
    assert files_in(folder)["README.md"] == (tmp_path / "clone" / "README.md").read_bytes()


def test_with_a_key_the_signature_lies_in_it(project: Path, tmp_path: Path) -> None:
    key = key_file(tmp_path)
    folder = built(project, "-t", "oaml:tar", HATCH_OAML_SIGNING_KEY=str(key))

    archive = folder.with_name(f"{NAME}.oaml.tar")
    assert Path(f"{archive}.sig").read_bytes() == (folder / "model.sig").read_bytes()
    assert [] == errors_of(folder, Asked(trust=trust_in([public_file(tmp_path)], [])))
    assert {folder, archive, Path(f"{archive}.sig")} == set(folder.parent.iterdir())
    built(project, HATCH_OAML_SIGNING_KEY=str(key))  # the signature, too, is a build's


def test_volumes_are_for_archives_alone(project: Path) -> None:
    with (project / "pyproject.toml").open("a", encoding="utf-8") as file:
        file.write('\n[tool.hatch.build.targets.oaml]\nvolume-size = "20kB"\n')

    assert [] == told_by(built(project))


@pytest.fixture
def count(monkeypatch: pytest.MonkeyPatch) -> dict[str, int]:
    """The bytes that were read of each file, all files being large ones."""
    counts: dict[str, int] = {}

    class Counted(io.FileIO):
        def readinto(self, buffer: object, /) -> int:
            read = super().readinto(buffer)  # type: ignore[arg-type]  # whatever a buffer is
            counts[str(self.name)] = counts.get(str(self.name), 0) + (read or 0)
            return read

    monkeypatch.setattr(io, "FileIO", Counted)
    monkeypatch.setattr(copy, "_SMALL", 0)
    monkeypatch.setattr(release_folder, "_SHARED_FROM", 1)
    return counts


def share(target: int, request: int, origin: int) -> int:
    """As a file system that can, for small files."""
    assert 0x40049409 == request
    os.pwrite(target, os.pread(origin, 1 << 20, 0), 0)
    return 0


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere files are copied")
@pytest.mark.parametrize("shares", [False, True])
def test_each_byte_of_weights_is_read_once_whether_it_is_copied_or_shared(
    project: Path, monkeypatch: pytest.MonkeyPatch, count: dict[str, int], *, shares: bool
) -> None:
    if shares:
        monkeypatch.setattr("fcntl.ioctl", share)

    folder = built(project)

    weights = {path: size for path, size in count.items() if path.endswith(SHARD)}
    assert [] == told_by(folder)
    assert [(project / SHARD).stat().st_size] == list(weights.values())
    assert shares == all(".partial-" in path for path in weights)


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere files are copied")
def test_a_file_that_changes_while_its_bytes_are_shared_refuses_the_folder(
    project: Path, monkeypatch: pytest.MonkeyPatch, count: dict[str, int]
) -> None:
    def late(target: int, request: int, origin: int) -> int:
        os.utime(project / SHARD, (1, 1))
        return share(target, request, origin)

    monkeypatch.setattr("fcntl.ioctl", late)

    done = build(project, "-t", "oaml:folder")

    assert not count
    assert 1 == done.returncode
    assert "[changed-while-reading]" in done.stderr
    assert [] == list((project / "dist-oaml").iterdir())


def test_what_does_not_read_back_is_not_kept(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def lying(*arguments: Any) -> Any:
        copied = copy.copy(*arguments)
        return replace(copied, digests=dict.fromkeys(copied.digests, UNKNOWN))

    monkeypatch.setattr(release_folder, "copy", lying)

    done = build(project, "-t", "oaml:folder")

    assert 1 == done.returncode
    assert "what was written does not read back" in done.stderr
    assert [] == list((project / "dist-oaml").iterdir())


@POSIX
@pytest.mark.parametrize(
    ("shift", "step"), [(0, 4), *(pytest.param(shift, 1, marks=pytest.mark.huge) for shift in (0, 1, 2, 3))]
)
def test_a_call_that_fails_leaves_the_whole_folder_or_the_earlier_one(project: Path, shift: int, step: int) -> None:
    key, kept = str(key_file(project.parent)), project.parent / "kept"
    shutil.copytree(built(project, HATCH_OAML_SIGNING_KEY=key), kept)
    (project / ADDED).write_text("{}\n")
    folder = built(project, HATCH_OAML_SIGNING_KEY=key)
    whole, earlier = files_in(folder), files_in(kept)
    assert whole != earlier

    def attempt(fails_at: int | None = None, number: int = 0) -> tuple[Done, list[str]]:
        shutil.rmtree(folder.parent)
        shutil.copytree(kept, folder)
        with calls_in(folder.parent, fails_at=fails_at, number=number) as calls:
            return build(project, "-t", "oaml:folder", HATCH_OAML_SIGNING_KEY=key), calls.names

    done, names = attempt()
    assert 0 == done.returncode, done.stderr
    assert 50 < len(names)
    for index, name in [*enumerate(names)][::step]:
        failed, _ = attempt(index, ERRORS[(index + shift) % len(ERRORS)])
        what = f"{name}, call {index}\n{failed.stderr}"
        assert (files_in(folder) if folder.exists() else {}) in [whole, earlier], what
        assert [folder] == list(folder.parent.iterdir()) or name in REMOVING or failed.returncode == 0, what
        assert failed.returncode == 0 or "错误" in failed.stderr, what


def started(project: Path) -> Started:
    return begun("hatchling", "build", "-t", "oaml:folder", cwd=project)


@POSIX
@pytest.mark.parametrize(
    "parts", [(0.7, 0.9), pytest.param((0.5, 0.7, 0.8, 0.9, 0.95), marks=pytest.mark.huge)], ids=["two", "five"]
)
@pytest.mark.parametrize("number", ["SIGINT", "SIGTERM", "SIGKILL"])
def test_a_build_that_is_ended_at_any_moment_leaves_the_earlier_folder_or_its_own(
    project: Path, number: str, parts: tuple[float, ...]
) -> None:
    earlier = files_in(built(project))
    (project / ADDED).write_text("{}\n")
    began = time.monotonic()
    with started(project) as process:
        process.communicate(timeout=60)
    takes = time.monotonic() - began
    whole = files_in(folder_of(project))
    assert earlier != whole

    for part in parts:
        with started(project) as process:
            time.sleep(part * takes)
            process.send_signal(getattr(signal, number))
            said = process.communicate(timeout=60)
        assert whole == files_in(folder_of(project)), said
        assert number == "SIGKILL" or [folder_of(project)] == list((project / "dist-oaml").iterdir()), said

    assert whole == files_in(built(project))
    assert [folder_of(project)] == list((project / "dist-oaml").iterdir())


@pytest.mark.parametrize("rounds", [1, pytest.param(5, marks=pytest.mark.huge)])
def test_builds_that_run_at_once_leave_one_whole_folder(project: Path, rounds: int) -> None:
    (project / "dist-oaml").mkdir()  # Hatchling's own way to make it fails where two come to it at once
    for _ in range(rounds):
        builds = [started(project) for _ in range(2)]
        said = [each.communicate(timeout=120) for each in builds]

        assert [0, 0] == [each.returncode for each in builds], said
        assert [folder_of(project)] == list((project / "dist-oaml").iterdir())
        assert [] == told_by(folder_of(project))
