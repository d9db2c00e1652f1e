"""Progress is seen on a terminal as a bar, in a log as few lines, and not at all when quiet."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from hatch_oaml.progress import VERY_LARGE, shown

if TYPE_CHECKING:
    import pytest

BLOCK = 1 << 28


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def told(count: int, *, is_quiet: bool = False, is_log: bool = True) -> str:
    stream = io.StringIO() if is_log else Terminal()
    with shown(count * BLOCK, stream, is_quiet=is_quiet, is_log=is_log) as progress:
        for _ in range(count):
            progress("model.safetensors", BLOCK)
        progress("small.txt", 10)
    return stream.getvalue()


def test_a_log_gets_one_line_for_each_very_large_file_and_none_for_others() -> None:
    assert "hatch-oaml: model.safetensors: 1 GiB read, going on … 已读取 1 GiB，继续中 …\n" == told(9)
    assert "" == told(VERY_LARGE // BLOCK - 1)


def test_a_terminal_gets_a_bar(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm")
    assert "hatch-oaml" in told(4, is_log=False)


def test_nothing_is_shown_when_quiet() -> None:
    assert "" == told(9, is_quiet=True)
    assert "" == told(9, is_quiet=True, is_log=False)
