"""A real process that is stopped in the midst of writing leaves nothing under the archive's name."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from hatch_oaml.archives import archive_formats
from hatch_oaml.storage.draft import drafted

pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows has neither these signals nor these limits")

every_format = pytest.mark.parametrize("name", list(archive_formats()))

WRITE = """
import sys, time
from pathlib import Path
from hatch_oaml.archives import archive_formats
from hatch_oaml.records.members import BytesContent, FileContent, Member
from hatch_oaml.storage.draft import drafted
from hatch_oaml.values.errors import OamlError
from hatch_oaml.values.paths import archive_path

name, source, target, limit = sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3]), int(sys.argv[4])
if limit:
    import resource
    resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))

def progress(path, count):
    if not limit:
        sys.stdout.write("at work\\n")  # in one piece, from whichever thread
        sys.stdout.flush()
        time.sleep(0.2)

metadata = Member(path=archive_path("demo.dist-info/METADATA"), content=BytesContent(data=b""))
content = FileContent(source=str(source), size=source.stat().st_size)
members = [Member(path=archive_path("demo/model.bin"), content=content), metadata]
try:
    with drafted(target) as file:
        archive_formats()[name].write(file, members, epoch=0, progress=progress)
except OamlError as error:
    sys.exit(error.messages[0].en)
"""


@pytest.fixture
def source(tmp_path: Path) -> Path:
    path = tmp_path / "model.bin"
    path.write_bytes(bytes(range(256)) * 80_000)
    return path


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    path = tmp_path / "dist"
    path.mkdir()
    return path


def writer(name: str, source: Path, target: Path, limit: int = 0) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", WRITE, name, str(source), str(target), str(limit)]
    return subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd=Path(__file__).parents[2]
    )


@every_format
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM], ids=["SIGINT", "SIGTERM"])
def test_a_writer_that_is_asked_to_end_does_so_and_leaves_nothing(
    name: str, number: signal.Signals, source: Path, folder: Path
) -> None:
    with writer(name, source, folder / "a") as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "at work\n"
        process.send_signal(number)
        process.communicate(timeout=30)

    assert process.returncode != 0
    assert [] == list(folder.iterdir())


@every_format
def test_a_writer_that_is_killed_leaves_what_the_next_removes(name: str, source: Path, folder: Path) -> None:
    with writer(name, source, folder / "a") as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "at work\n"
        process.kill()
        process.communicate(timeout=30)
    assert not (folder / "a").exists()
    assert len(list(folder.iterdir())) == 1

    with drafted(folder / "a"):
        pass

    assert [folder / "a"] == list(folder.iterdir())


@every_format
def test_a_writer_that_runs_out_of_room_says_so_and_leaves_nothing(name: str, source: Path, folder: Path) -> None:
    with writer(name, source, folder / "a", limit=1_000_000) as process:
        _, told = process.communicate(timeout=30)

    assert told == (
        f"{folder / 'a'}: this file system or your quota does not allow a file of that size; "
        "build into a folder on another disk\n"
    )
    assert [] == list(folder.iterdir())
