"""Progress is seen on a terminal as a bar, in a log as few lines, and not at all when quiet."""

from __future__ import annotations

import io
import os
import sys
import tracemalloc
from typing import TYPE_CHECKING

import pytest

from hatch_oaml.commands._size import bytes_to_read
from hatch_oaml.progress import VERY_LARGE, bar, progress_for
from tests.poison import NAMED, POISON, acts

if TYPE_CHECKING:
    from pathlib import Path

BLOCK = 1 << 28


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def told(count: int, *, is_quiet: bool = False, is_log: bool = True) -> str:
    stream = io.StringIO() if is_log else Terminal()
    with progress_for(count * BLOCK, stream, is_quiet=is_quiet, is_log=is_log) as progress:
        for _ in range(count):
            progress("model.safetensors", BLOCK)
        progress("small.txt", 10)
    return stream.getvalue()


def test_a_log_gets_one_line_for_each_very_large_file_and_none_for_others() -> None:
    assert "hatch-oaml: model.safetensors: 1 GiB read, going on … 已读取 1 GiB，继续中 …\n" == told(9)
    assert "" == told(VERY_LARGE // BLOCK - 1)


def test_a_log_keeps_nothing_of_very_many_files_that_have_passed_and_loses_none_that_is_passing() -> None:
    stream = io.StringIO()
    tracemalloc.start()
    try:
        with progress_for(1, stream, is_quiet=False, is_log=True) as progress:
            for number in range(12_000):
                progress(f"data/{number}.txt", 10)
                if number % 1000 == 0:
                    progress("model.safetensors", VERY_LARGE // 10)
            kept, _ = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()

    assert 12_000 * 50 > kept
    assert 1 == stream.getvalue().count("model.safetensors")


def test_a_name_of_a_stranger_s_acts_on_no_log() -> None:
    stream = io.StringIO()

    with progress_for(2 * VERY_LARGE, stream, is_quiet=False, is_log=True) as progress:
        progress(POISON, 2 * VERY_LARGE)

    assert NAMED in stream.getvalue()
    assert [] == acts(stream.getvalue())
    assert 1 == stream.getvalue().count("\n")


def test_a_log_that_cannot_be_written_ends_nothing() -> None:
    class Full(io.StringIO):
        def write(self, text: str, /) -> int:  # noqa: ARG002  # io's signature
            raise OSError(28, "No space left on device")

    with progress_for(2 * VERY_LARGE, Full(), is_quiet=False, is_log=True) as progress:
        progress("model.safetensors", 2 * VERY_LARGE)


def test_a_bar_that_is_interrupted_gives_the_cursor_back(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm")
    stream = Terminal()

    with pytest.raises(KeyboardInterrupt), bar(10, stream):
        raise KeyboardInterrupt

    shown, hidden = stream.getvalue().rfind("\x1b[?25h"), stream.getvalue().rfind("\x1b[?25l")
    assert shown > hidden


def test_a_terminal_gets_a_bar(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm")
    assert "hatch-oaml" in told(4, is_log=False)


def test_nothing_is_shown_when_quiet() -> None:
    assert "" == told(9, is_quiet=True)
    assert "" == told(9, is_quiet=True, is_log=False)


def test_what_there_is_to_read_in_a_folder_are_the_files_of_its_whole_tree(tmp_path: Path) -> None:
    (tmp_path / "weights").mkdir()
    (tmp_path / "weights" / "model.bin").write_bytes(bytes(500))
    (tmp_path / "README.md").write_bytes(bytes(41))

    assert 541 == bytes_to_read(tmp_path)


@pytest.mark.skipif(sys.platform == "win32", reason="symbolic links need a privilege on Windows")
def test_what_cannot_be_seen_in_a_folder_is_left_to_its_reader(tmp_path: Path) -> None:
    (tmp_path / "gone").symlink_to("nowhere")
    for name in ("closed", "open"):
        (tmp_path / name).write_bytes(bytes(7))
    seen = os.stat

    def hides(path: str, **options: bool) -> os.stat_result:
        if str(path).endswith("closed"):
            raise PermissionError
        return seen(path, **options)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(os, "stat", hides)
        size = bytes_to_read(tmp_path)

    assert 7 == size
