"""A person at a terminal: a real pseudo-terminal, questions read from it, answers typed into it."""

from __future__ import annotations

import os
import re
import select
import subprocess
import sys
import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

PATIENCE = 60
_CONTROLS = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]|\r")
"""What a bar of progress leaves on the line."""
CTRL_C, CTRL_D = b"\x03", b"\x04"


class Conversation:
    """What was said so far; `status` is that of the process, once it has ended."""

    def __init__(self, process: subprocess.Popen[bytes], terminal: int) -> None:
        self.said = ""
        self.asked: list[str] = []
        self.status: int | None = None
        self._process, self._terminal, self._raw = process, terminal, b""

    def next_question(self) -> str | None:
        """The next line that begins with `? ` and stays open; None where the process ends before."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            line = _CONTROLS.sub("", self._raw.rpartition(b"\n")[2].decode("utf-8", "replace"))
            if line.startswith("? ") and line.endswith((": ", "：")) and not self._comes(0.02):
                self.asked.append(line)
                return line
            if not self._comes(0.05) and self._process.poll() is not None and not self._comes(0.05):
                return None
        self._process.kill()
        raise AssertionError(f"it neither asked nor ended: {self._raw.decode('utf-8', 'replace')}")

    def type(self, keys: bytes) -> None:
        os.write(self._terminal, keys)
        self._comes(0.2)  # the terminal's echo

    def end(self) -> None:
        self.status = self._process.wait(PATIENCE)
        while self._comes(0.05):
            pass
        self.said = self._raw.decode("utf-8", "replace").replace("\r\n", "\n")
        os.close(self._terminal)

    def _comes(self, seconds: float) -> bool:
        if not select.select([self._terminal], [], [], seconds)[0]:
            return False
        try:
            data = os.read(self._terminal, 65536)
        except OSError:
            return False
        self._raw += data
        return bool(data)


def talk(
    root: Path, arguments: Sequence[str | Path], answer: Callable[[str], bytes | None], **environment: str
) -> Conversation:
    """`hatch-oaml ARGUMENTS` in `root`; `answer` gives what is typed at a question: text with its Enter, or a key.

    None types Enter alone.
    """
    import pty  # noqa: PLC0415  # Windows has none

    master, slave = pty.openpty()
    command = [sys.executable, "-m", "hatch_oaml", *map(str, arguments)]
    variables = {name: value for name, value in os.environ.items() if name not in {"LC_ALL", "LC_MESSAGES", "CI"}}
    process = subprocess.Popen(
        command,
        cwd=root,
        stdin=slave,
        stdout=slave,
        stderr=slave,
        env={**variables, "LANG": "C.UTF-8", "TERM": "xterm", "PYTHONUTF8": "1", **environment},
        start_new_session=True,
        preexec_fn=_takes_the_terminal,  # noqa: PLW1509  # there are no threads here
    )
    os.close(slave)
    conversation = Conversation(process, master)
    try:
        while (question := conversation.next_question()) is not None:
            conversation.type(answer(question) or b"\n")
    finally:
        conversation.end()
    return conversation


def _takes_the_terminal() -> None:
    """So that Ctrl-C is a signal to it."""
    import fcntl  # noqa: PLC0415  # Windows has none
    import signal  # noqa: PLC0415
    import termios  # noqa: PLC0415

    fcntl.ioctl(0, termios.TIOCSCTTY, 0)
    signal.signal(signal.SIGINT, signal.default_int_handler)
