"""A terminal of its own for a command, so that what it writes there is the same wherever it runs."""

from __future__ import annotations

import fcntl
import os
import pty
import struct
import subprocess
import termios
from contextlib import suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

ROWS = 200
TOLD_BY_THE_CALLER = {"COLUMNS", "LINES", "NO_COLOR", "FORCE_COLOR", "CI"}
"""What would tell the command of the terminal that it was called from, or of none."""


def at_terminal(command: Sequence[str], folder: Path, columns: int, environment: Mapping[str, str]) -> str:
    """What the command writes to a terminal that is so many columns wide, colors and all; its standard error is dropped.

    :param environment: in addition to that of the caller.
    """
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, columns, 0, 0))
    kept = {name: value for name, value in os.environ.items() if name not in TOLD_BY_THE_CALLER}
    seen = b""
    with subprocess.Popen(
        command,
        cwd=folder,
        env={**kept, **environment},
        stdin=theirs,
        stdout=theirs,
        stderr=subprocess.DEVNULL,
    ):
        os.close(theirs)
        with suppress(OSError):  # Linux ends a terminal that nobody writes to any more with an error
            while block := os.read(ours, 1 << 16):
                seen += block
    os.close(ours)
    return seen.decode().replace("\r\n", "\n")
