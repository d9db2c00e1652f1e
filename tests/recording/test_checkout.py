"""A checkout is recorded without what git ignores, and tells its commit and where it came from."""

from __future__ import annotations

import shutil
import subprocess
from typing import TYPE_CHECKING

import pytest

from hatch_oaml.recording.base import Told, record_base
from hatch_oaml.recording.folders import record_folder
from hatch_oaml.recording.git_index import tracked_paths
from tests.members import silent

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="there is no git here")


def git(folder: Path, *arguments: str) -> str:
    identity = ("-c", "user.name=Kelp", "-c", "user.email=kelp@example.org", "-c", "init.defaultBranch=trunk")
    command = ["git", *identity, *arguments]
    return subprocess.run(command, cwd=folder, check=True, capture_output=True, encoding="utf-8").stdout.strip()


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    files = {
        ".gitignore": "*.log\n/cache/\n!kept.log\n",
        "sub/.gitignore": "/scratch.txt\n*.tmp\n",
        **dict.fromkeys(
            (
                *("config.json", "kept.log", "run.log", "cache/a.txt", "sub/scratch.txt", "sub/deep/scratch.txt"),
                *("sub/deep/b.tmp", "tracked.log"),
            ),
            "x",
        ),
    }
    for path, text in files.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text, encoding="utf-8")
    git(tmp_path, "init", "--quiet")
    git(tmp_path, "add", ".")
    git(tmp_path, "add", "--force", "tracked.log")
    git(tmp_path, "commit", "--quiet", "-m", "all")
    return tmp_path


def paths(folder: Path) -> list[str]:
    return [file.path for file in record_folder(folder, silent)]


def test_what_git_ignores_is_left_out_unless_it_is_tracked(checkout: Path) -> None:
    assert ["config.json", "kept.log", "sub/deep/scratch.txt", "tracked.log"] == paths(checkout)


def test_without_a_repository_nothing_is_left_out(checkout: Path) -> None:
    shutil.rmtree(checkout / ".git")

    assert {"run.log", "cache/a.txt", "sub/scratch.txt", "sub/deep/b.tmp"} <= set(paths(checkout))


@pytest.mark.parametrize(
    "url",
    [
        "https://example.org/kelp-lab/kelp.git",
        "https://user:word@example.org/kelp-lab/kelp",
        "git@example.org:kelp-lab/kelp.git",
        "ssh://git@example.org:22/kelp-lab/kelp.git",
    ],
)
@pytest.mark.parametrize("packed", [False, True])
def test_commit_and_origin_are_told_by_the_checkout(url: str, packed: bool, checkout: Path) -> None:  # noqa: FBT001
    git(checkout, "remote", "add", "origin", url)
    if packed:
        git(checkout, "pack-refs", "--all")

    record = record_base(checkout, Told(), silent).record

    expected = ("kelp-lab/kelp", git(checkout, "rev-parse", "HEAD"), "https://example.org/kelp-lab/kelp")
    assert expected == (record.name, record.version, record.url)


def test_a_worktree_and_a_detached_head_tell_their_commit(
    checkout: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    worktree = tmp_path_factory.mktemp("elsewhere") / "worktree"
    git(checkout, "worktree", "add", "--quiet", "--detach", str(worktree))

    record = record_base(worktree, Told(name="kelp"), silent).record

    assert git(checkout, "rev-parse", "HEAD") == record.version
    assert ["config.json", "kept.log", "sub/deep/scratch.txt", "tracked.log"] == [file.path for file in record.files]


@pytest.mark.parametrize("version", ["2", "3", "4"])
def test_the_index_is_read_in_every_version(version: str, checkout: Path) -> None:
    git(checkout, "update-index", "--index-version", version)

    expected = git(checkout, "ls-files").splitlines()
    assert expected == sorted(tracked_paths((checkout / ".git" / "index").read_bytes()))


def test_what_is_no_index_tracks_nothing(checkout: Path) -> None:
    index = (checkout / ".git" / "index").read_bytes()

    assert frozenset() == tracked_paths(b"")
    assert frozenset() == tracked_paths(b"nothing of the kind")
    assert frozenset() == tracked_paths(index[:100])
