"""A folder that nobody may look into is told, and what lies beside it is judged all the same: nothing ends in a traceback."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from tempfile import mkdtemp
from typing import TYPE_CHECKING

import pytest

from tests.building import project_in
from tests.finished import built, members_of, unpacked
from tests.unmeasured import unmeasured

if TYPE_CHECKING:
    from collections.abc import Iterator

pytestmark = [pytest.mark.end_to_end, pytest.mark.skipif(os.name == "nt", reason="closes no folder")]
NOBODY = 65534


def run(*arguments: str | Path, folder: Path) -> subprocess.CompletedProcess[str]:
    """As somebody who is not root, to whom nothing is closed."""
    is_root = os.geteuid() == 0
    return subprocess.run(
        [sys.executable, "-m", "hatch_oaml", *arguments],
        cwd=folder,
        capture_output=True,
        encoding="utf-8",
        check=False,
        env={**unmeasured(), "HOME": "/nonexistent"},
        user=NOBODY if is_root else None,
        group=NOBODY if is_root else None,
        extra_groups=[] if is_root else None,
    )


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return built(project_in(tmp_path_factory.mktemp("project")))["tar"]


@pytest.fixture
def place(archive: Path) -> Iterator[Path]:
    """A folder that all may enter, with an archive and a release unpacked."""
    folder = Path(mkdtemp())
    shutil.copy(archive, folder / "x.oaml.tar")
    unpacked(members_of(archive), folder / "release")
    for path in folder.rglob("*"):
        path.chmod(0o755 if path.is_dir() else 0o644)
    folder.chmod(0o755)
    if os.geteuid() != 0:
        folder.chmod(0o700)
    if run("--version", folder=folder).returncode:
        pytest.skip("the package itself is closed to others")
    yield folder
    for path in [folder, *folder.rglob("*")]:
        if path.is_dir() and not path.is_symlink():
            path.chmod(0o755)
    shutil.rmtree(folder)


@pytest.mark.parametrize("closed", [".cache", ".cache/huggingface", ".cache/huggingface/download", "data"])
def test_a_closed_folder_within_a_release_is_told(place: Path, closed: str) -> None:
    (place / "release" / closed).mkdir(parents=True, exist_ok=True)
    (place / "release" / closed).chmod(0)

    done = run("verify", "release", "x.oaml.tar", folder=place)

    assert 2 == done.returncode
    assert "Traceback" not in done.stderr
    assert f"release/{closed}: cannot be read: Permission denied" in done.stderr
    assert "agrees with its own manifest" in done.stdout


@pytest.mark.parametrize(
    "command",
    [
        "verify release",
        "record release --name a/b --version 1",
        "compare x.oaml.tar release",
        "init --root release --no-input",
        "check --root release",
        "draft --root release",
        "verify x.oaml.tar --output release/report.txt",
        "record x.oaml.tar --output release/base.toml",
    ],
)
def test_a_folder_that_may_be_listed_and_not_entered_is_told(place: Path, command: str) -> None:
    (place / "release").chmod(0o444)

    done = run(*command.split(" "), folder=place)

    assert 2 == done.returncode
    assert "Traceback" not in done.stderr
    assert "release" in done.stderr
