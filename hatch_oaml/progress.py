"""How far the bytes are: a bar on a terminal, a line per very large file elsewhere."""

from __future__ import annotations

import os
import sys
from collections import OrderedDict
from contextlib import contextmanager, suppress
from threading import Lock
from typing import TYPE_CHECKING

from hatch_oaml.values.log_lines import shown_message

if TYPE_CHECKING:
    from collections.abc import Iterator
    from contextlib import AbstractContextManager
    from typing import TextIO

    from hatch_oaml.records.members import Progress

VERY_LARGE = 1 << 30
_AT_ONCE = 1024
"""Files of which bytes may be passing side by side: of more than that nobody is told, and each would stay in memory."""


@contextmanager
def bar(total: int, stream: TextIO) -> Iterator[Progress]:
    """A bar with bytes, rate and remaining time of `total` bytes, gone when it is done."""
    # rich takes a while to import, which no build without a terminal should pay
    from rich.console import Console  # noqa: PLC0415
    from rich.progress import (  # noqa: PLC0415
        BarColumn,
        DownloadColumn,
        Progress as Bars,
        TextColumn,
        TimeRemainingColumn,
        TransferSpeedColumn,
    )

    columns = (TextColumn("hatch-oaml"), BarColumn(), DownloadColumn(), TransferSpeedColumn(), TimeRemainingColumn())
    with Bars(*columns, console=Console(file=stream), transient=True) as bars:
        task = bars.add_task("", total=total)
        yield lambda _path, count: bars.advance(task, count)


@contextmanager
def lines(stream: TextIO) -> Iterator[Progress]:
    """A line for each file once more than `VERY_LARGE` bytes of it have passed."""
    passed: OrderedDict[str, int] = OrderedDict()
    lock = Lock()

    def tell(path: str, count: int) -> None:
        with lock:
            before = passed.pop(path, 0)
            passed[path] = before + count
            if len(passed) > _AT_ONCE:
                passed.popitem(last=False)
        if before < VERY_LARGE <= before + count:
            with suppress(OSError):  # nobody reads it any more, and nothing depends on it
                stream.write(f"hatch-oaml: {shown_message(path)}: 1 GiB read, going on … 已读取 1 GiB，继续中 …\n")
                stream.flush()

    yield tell


@contextmanager
def progress_for(total: int, stream: TextIO, *, is_quiet: bool, is_log: bool) -> Iterator[Progress]:
    """The progress that fits: none if quiet or of nothing, lines in a log, else a bar."""
    if is_quiet or not total:
        yield _tell_nobody
        return
    with lines(stream) if is_log else bar(total, stream) as progress:
        yield progress


def _tell_nobody(_path: str, _count: int) -> None:
    pass


def log_progress(total: int, verbosity: int) -> AbstractContextManager[Progress]:
    """Of `total` bytes; nothing when Hatch was told to be quiet, which makes its `verbosity` negative."""
    is_log = not sys.stderr.isatty() or "CI" in os.environ
    return progress_for(total, sys.stderr, is_quiet=verbosity < 0, is_log=is_log)
