"""What reads a hub's repositories reads the release folder: the hub's own library, git with LFS, a file system that shares bytes."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest

from hatch_oaml.verification.verdict import verify_archive
from tests.building import build, project_in
from tests.end_to_end.conftest import environment_with
from tests.finished import errors_of
from tests.members import silent

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

pytestmark = pytest.mark.end_to_end

LOAD = """
import json, sys
from huggingface_hub import ModelCard
card = ModelCard.load(sys.argv[1])
print(json.dumps(card.data.to_dict()))
"""


def built(project: Path, *arguments: str) -> Path:
    done = build(project, "-t", "oaml:folder", *arguments)
    assert 0 == done.returncode, done.stderr
    return next((project / "dist-oaml").glob("*.oaml"))


def told_by(path: Path) -> list[str]:
    return [ruling.check for ruling in verify_archive(path, silent).rulings]


def test_the_hub_s_library_reads_license_and_base_in_the_card(tmp_path: Path) -> None:
    folder = built(project_in(tmp_path))
    python = str(environment_with(tmp_path / "environment", "huggingface_hub==2.4.0") / "python")

    loaded = subprocess.run(
        [python, "-c", LOAD, str(folder / "README.md")], capture_output=True, encoding="utf-8", check=True
    )

    assert {
        "license": "other",
        "license_name": "openatom-model-license-1.0",
        "license_link": "LICENSE",
        "base_model": "example-lab/Lantern-Tiny",
    }.items() <= json.loads(loaded.stdout).items()


def test_a_clone_by_git_with_lfs_is_the_release_and_its_history_holds_no_weights(tmp_path: Path) -> None:
    if shutil.which("git-lfs") is None:
        pytest.skip("git-lfs is not installed")
    folder = built(project_in(tmp_path))
    environment = {**os.environ, "HOME": str(tmp_path), "XDG_CONFIG_HOME": str(tmp_path)}

    def git(*arguments: str, at: Path = folder) -> str:
        settings = ("-c", "user.name=Beacon", "-c", "user.email=beacon@example.org")
        done = subprocess.run(
            ["git", *settings, *arguments], cwd=at, env=environment, capture_output=True, encoding="utf-8", check=True
        )
        return done.stdout

    git("lfs", "install")
    git("init", "-q")
    git("add", "-A")
    git("commit", "-qm", "A release")
    git("clone", "-q", f"file://{folder}", str(tmp_path / "clone"), at=tmp_path)

    assert ["companion-file"] == told_by(tmp_path / "clone"), "of `.git`"
    assert git("show", "HEAD:model-00001-of-00002.safetensors").startswith("version https://git-lfs.github.com/spec/v1")
    assert not git("show", "HEAD:config.json").startswith("version https://git-lfs")


@contextmanager
def file_system_that_shares(folder: Path) -> Iterator[Path]:
    """XFS in a file, mounted."""
    if sys.platform != "linux" or os.geteuid() != 0 or shutil.which("mkfs.xfs") is None:
        pytest.skip("only root with mkfs.xfs can mount a file system of his own")
    image, place = folder / "image", folder / "mounted"
    place.mkdir()
    with image.open("wb") as file:
        file.truncate(400 << 20)
    subprocess.run(["mkfs.xfs", "-q", "-m", "reflink=1", str(image)], check=True)
    if subprocess.run(["mount", "-o", "loop", str(image), str(place)], capture_output=True, check=False).returncode:
        pytest.skip("nothing may be mounted here")
    try:
        yield place
    finally:
        subprocess.run(["umount", str(place)], check=True)


def test_weights_share_their_bytes_where_the_file_system_lets_them(tmp_path: Path) -> None:
    with file_system_that_shares(tmp_path) as place:
        project = project_in(place)
        large = project / "data" / "large.jsonl"
        large.write_bytes(os.urandom(1 << 20).hex().encode() * 50)
        before = shutil.disk_usage(place).used
        os.sync()

        folder = built(project)

        os.sync()
        used = shutil.disk_usage(place).used - before
        assert large.read_bytes() == (folder / "data" / "large.jsonl").read_bytes()
        assert used < large.stat().st_size // 2
        assert [] == errors_of(folder)
        large.write_bytes(b"{}")
        assert [] == errors_of(folder), "what becomes of the project's file leaves it as it is"
