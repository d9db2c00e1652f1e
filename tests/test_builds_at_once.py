"""Several builds of one project at once, and builds that are killed: a name holds one whole archive or nothing."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import time
from typing import TYPE_CHECKING, Any

import pytest
from hatchling.metadata.core import ProjectMetadata
from hatchling.plugin.manager import PluginManager

from hatch_oaml.builder import OamlBuilder
from hatch_oaml.verification.verdict import verify_archive
from tests.building import build, build_by_a_process, project_in
from tests.forked import begun_afresh
from tests.hooks import add_hook_before
from tests.members import silent

if TYPE_CHECKING:
    from pathlib import Path

NAMES = {
    "sdist": "dist/lantern_chat-0.2.0.tar.gz",
    "wheel": "dist/lantern_chat-0.2.0-py3-none-any.whl",
    "oaml": "dist-oaml/lantern_chat-0.2.0.oaml.tar",
}
ROUNDS = 20
KILLS = 67
"""200 moments of three targets."""
every_target = pytest.mark.parametrize("target", NAMES)


@pytest.fixture
def derivative(tmp_path: Path) -> Path:
    """A copy of the example, with its base beside it."""
    return project_in(tmp_path)


def started(project: Path, target: str, **environment: str) -> subprocess.Popen[str]:
    return begun_afresh(
        *("hatchling", "build", "-t", target), cwd=project, environment=environment, stderr=subprocess.STDOUT
    )


def appeared(path: Path) -> bool:
    end = time.monotonic() + 60
    while not path.exists() and time.monotonic() < end:
        time.sleep(0.01)
    return path.exists()


def left(archive: Path) -> list[str]:
    return sorted(path.name for path in archive.parent.iterdir() if path.is_file())


@pytest.mark.parametrize("target", ["sdist", "wheel"])
def test_a_build_that_finishes_while_another_is_in_its_last_hook_disturbs_neither(
    derivative: Path, target: str
) -> None:
    wait = (
        "if 'SLOW' in os.environ:\n"
        "    Path(self.root, 'waiting').touch()\n"
        "    while not Path(self.root, 'go').exists():\n"
        "        time.sleep(0.01)"
    )
    add_hook_before(derivative, finalize=wait)
    archive = derivative / NAMES[target]
    slow = started(derivative, target, SLOW="1")
    assert appeared(derivative / "waiting")

    fast = build(derivative, "-t", target)

    (derivative / "go").touch()
    said, _ = slow.communicate(timeout=60)
    assert (0, 0) == (fast.returncode, slow.returncode), said
    assert [archive.name] == left(archive)
    assert () == verify_archive(archive, silent).errors


def test_another_build_that_makes_the_folder_first_lets_none_fail(
    derivative: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = str(derivative / "dist-oaml")
    is_there = os.path.isdir

    def seen_before_another_made_it(path: str) -> bool:
        found = is_there(path)
        if os.fspath(path) == folder and not found:
            os.mkdir(folder)
        return found

    metadata: ProjectMetadata[Any] = ProjectMetadata(str(derivative), PluginManager())
    monkeypatch.setattr("os.path.isdir", seen_before_another_made_it)

    written = list(OamlBuilder(str(derivative), metadata=metadata).build())

    assert [str(derivative / NAMES["oaml"])] == written


def test_of_a_project_that_is_none_no_folder_is_made(derivative: Path) -> None:
    (derivative / "pyproject.toml").write_text('[project]\nname = "loom"\nversion = 1\n', encoding="utf-8")

    with pytest.raises(TypeError, match=r"project\.version"):
        build(derivative, "-t", "oaml")

    assert not (derivative / "dist-oaml").exists()


@pytest.mark.huge
@every_target
def test_builds_that_run_at_once_leave_one_whole_archive(derivative: Path, target: str) -> None:
    archive = derivative / NAMES[target]

    for _ in range(ROUNDS):
        builds = [started(derivative, target) for _ in range(2)]
        said = [each.communicate(timeout=120)[0] for each in builds]

        assert [0, 0] == [each.returncode for each in builds], said
        assert [archive.name] == left(archive)
        assert () == verify_archive(archive, silent).errors
        archive.unlink()


@pytest.mark.skipif(os.name == "nt", reason="Windows cannot send this signal")
@pytest.mark.huge
@every_target
def test_a_build_that_is_killed_leaves_the_earlier_archive_or_its_own(derivative: Path, target: str) -> None:
    archive = derivative / NAMES[target]
    began = time.monotonic()
    assert 0 == build_by_a_process(derivative, "-t", target).returncode
    takes = time.monotonic() - began
    whole = archive.read_bytes()
    moment = random.Random(0)  # noqa: S311  # reproducible

    for _ in range(KILLS):
        archive.write_bytes(b"earlier")
        process = started(derivative, target)
        time.sleep(moment.uniform(0.3, 1.1) * takes)
        process.send_signal(signal.SIGKILL)
        process.communicate(timeout=60)
        assert archive.read_bytes() in {b"earlier", whole}

    assert 0 == build_by_a_process(derivative, "-t", target).returncode
    assert whole == archive.read_bytes()
    assert [archive.name] == left(archive)
