"""A short file is read to its end, and a pipe that nobody writes into is not waited for."""

from __future__ import annotations

import os
import socket
import sys
import threading
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from hatch_oaml.storage.short_file import short_file, short_file_or_pipe, short_text
from hatch_oaml.storage.volume_files import CHECKSUMS, told_in

if TYPE_CHECKING:
    from collections.abc import Callable

    Read = Callable[[Path, int], bytes]

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="has no pipes in folders")
both = pytest.mark.parametrize("read", [short_file, short_file_or_pipe])


@both
def test_a_file_is_read_to_its_end_or_one_byte_too_far(read: Read, tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_bytes(b"abcdef")

    assert b"abcdef" == read(path, 6)
    assert b"abcdef" == read(path, 100)
    assert b"abcd" == read(path, 3)


@both
@pytest.mark.parametrize("kind", ["pipe", "folder", "socket", "device"])
def test_what_has_no_end_of_its_own_is_refused_at_once(
    kind: str, read: Read, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "x"
    if kind == "pipe":
        os.mkfifo(path)
    elif kind == "folder":
        path.mkdir()
    elif kind == "device":
        path.symlink_to("/dev/zero")
    else:
        monkeypatch.chdir(tmp_path)  # the whole path may be too long for a socket
        with socket.socket(socket.AF_UNIX) as opened:
            opened.bind("x")

    with pytest.raises(OSError, match="No such device" if kind == "socket" else "is no regular file 不是普通文件"):
        read(path, 10)


def test_the_holes_of_a_file_are_not_read(tmp_path: Path) -> None:
    path = tmp_path / "file"
    with path.open("wb") as file:
        file.write(b"name = 1\n")
        file.truncate(1 << 40)

    read = short_text(path, 1 << 40)

    assert read.startswith(b"name = 1\n\0")
    assert len(read) <= 1 << 20


def test_the_checksums_of_volumes_are_no_longer_than_their_text(tmp_path: Path) -> None:
    with (tmp_path / CHECKSUMS).open("wb") as file:
        file.write(b"0  x.tar.001\n")
        file.truncate(1 << 40)

    assert "x.tar.001" in told_in(tmp_path)


@pytest.mark.parametrize(("longest", "size"), [(10, 1 << 20), (5 << 20, 3 << 20)])
def test_a_text_is_read_to_its_end_or_a_block_too_far(longest: int, size: int, tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_bytes(b"a" * (3 << 20))

    assert size == len(short_text(path, longest))


@both
def test_a_file_that_is_not_there_is_told(read: Read, tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        read(tmp_path / "x", 10)


def test_what_a_command_writes_is_read_though_it_begins_late() -> None:
    end, beginning = os.pipe()

    def write() -> None:
        for part in (b"one ", b"two"):
            os.write(beginning, part)
        os.close(beginning)

    writer = threading.Timer(0.05, write)
    writer.start()
    try:
        assert b"one two" == short_file_or_pipe(Path(f"/dev/fd/{end}"), 100)
    finally:
        writer.join()
        os.close(end)


def test_a_pipe_that_a_command_closed_without_a_word_is_refused() -> None:
    end, beginning = os.pipe()
    os.close(beginning)

    with pytest.raises(OSError, match="is no regular file"):
        short_file_or_pipe(Path(f"/dev/fd/{end}"), 100)
    os.close(end)
