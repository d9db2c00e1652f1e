"""Processes that begin as a fork of one that knows the package already: to be killed, signalled and waited for as any other.

What a fresh interpreter does before a build begins takes ten times as long as the build. Run as a program, this is the process
that they are forks of; a test whose law is about the interpreter's start begins one by `subprocess`.
"""

from __future__ import annotations

import atexit
import json
import os
import runpy
import select
import signal
import socket
import subprocess
import sys
import tempfile
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Mapping

    from typing_extensions import Self

ROOT = Path(__file__).parent.parent
Started: TypeAlias = "Forked | subprocess.Popen[str]"


class Forked:
    """`python -m module argument…` in a folder, without its input; its methods are those of `subprocess.Popen`."""

    def __init__(self, module: str, *arguments: str, cwd: Path, **environment: str) -> None:
        self.args = [module, *arguments]
        self.returncode: int | None = None
        self._said = ("", "")
        self._stdout, self._stderr = (tempfile.TemporaryFile() for _ in range(2))  # noqa: SIM115  # read and closed at its end
        order = {
            "argv": self.args,
            "cwd": os.fspath(cwd),
            "environment": {**os.environ, "PYTHONUTF8": "1", **environment},
        }
        told, tells = os.pipe()
        self._told = os.fdopen(told)
        with tempfile.TemporaryFile() as asked, open(os.devnull, "rb") as nothing:
            asked.write(json.dumps(order).encode())
            asked.seek(0)
            passed = [file.fileno() for file in (asked, nothing, self._stdout, self._stderr)]
            socket.send_fds(_server(), [b"1"], [*passed, tells])
        os.close(tells)
        self.pid = int(self._told.readline())

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.wait()

    def poll(self) -> int | None:
        if self.returncode is None and select.select([self._told], [], [], 0)[0]:
            self.wait()
        return self.returncode

    def wait(self, timeout: float | None = None) -> int:
        if self.returncode is None:
            if not select.select([self._told], [], [], timeout)[0]:
                raise subprocess.TimeoutExpired(self.args, timeout or 0)
            self.returncode = int(self._told.readline())
            self._told.close()
            self._said = (_text_in(self._stdout), _text_in(self._stderr))
        return self.returncode

    def communicate(self, timeout: float | None = None) -> tuple[str, str]:
        self.wait(timeout)
        return self._said

    def send_signal(self, number: int) -> None:
        """Nothing is sent to one that has ended, also where that is not told of yet."""
        if self.poll() is None:
            with suppress(ProcessLookupError):
                os.kill(self.pid, number)

    def kill(self) -> None:
        self.send_signal(signal.SIGKILL)

    def terminate(self) -> None:
        self.send_signal(signal.SIGTERM)


def begun(module: str, *arguments: str, cwd: Path, **environment: str) -> Started:
    """By a fresh interpreter where none can be forked."""
    if hasattr(os, "fork"):
        return Forked(module, *arguments, cwd=cwd, **environment)
    return begun_afresh(module, *arguments, cwd=cwd, environment=environment)


def begun_afresh(
    module: str,
    *arguments: str,
    cwd: Path,
    environment: Mapping[str, str] | None = None,
    stderr: int = subprocess.PIPE,
) -> subprocess.Popen[str]:
    """By a fresh interpreter: its start takes so long that a signal hardly ever comes between two calls of the build."""
    return subprocess.Popen(
        [sys.executable, "-m", module, *arguments],
        cwd=cwd,
        env={**os.environ, "PYTHONUTF8": "1", **(environment or {})},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=stderr,
        encoding="utf-8",
    )


def run_to_its_end(
    module: str, *arguments: str, cwd: Path, timeout: float = 60, environment: Mapping[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    process = begun(module, *arguments, cwd=cwd, **environment or {})
    try:
        stdout, stderr = process.communicate(timeout=timeout)
    finally:
        process.kill()
        status = process.wait()
    return subprocess.CompletedProcess([module, *arguments], status, stdout, stderr)


def _text_in(file: IO[bytes]) -> str:
    with file:
        file.seek(0)
        return file.read().decode("utf-8")


@cache
def _server() -> socket.socket:
    ours, theirs = socket.socketpair()
    with theirs:
        process = subprocess.Popen(
            [sys.executable, "-m", "tests.forked", str(theirs.fileno())],
            cwd=ROOT,
            env={**os.environ, "PYTHONUTF8": "1"},
            pass_fds=[theirs.fileno()],
            stdin=subprocess.DEVNULL,
        )

    def end() -> None:
        ours.close()
        process.wait()

    atexit.register(end)
    return ours


# what follows runs in the process that is forked


def _order(asks: socket.socket) -> dict[str, Any] | None:
    """Returns in each fork that is to do something, with what; in the one that is forked once nobody asks any more."""
    while True:
        asked, files, _, _ = socket.recv_fds(asks, 1, 5)
        if not asked:
            return None
        if os.fork() == 0:
            asks.close()
            return _watched(*files)
        for file in files:
            os.close(file)
        while os.waitpid(-1, os.WNOHANG)[0]:  # there is one at least
            pass


def _watched(asked: int, stdin: int, stdout: int, stderr: int, tells: int) -> dict[str, Any]:
    """Returns in the process that the caller is told of; another waits for it, and tells how it ended."""
    process = os.fork()
    if process:
        for file in (asked, stdin, stdout, stderr):
            os.close(file)
        os.write(tells, f"{process}\n".encode())
        _, status = os.waitpid(process, 0)
        os.write(tells, f"{os.waitstatus_to_exitcode(status)}\n".encode())
        os._exit(0)
    os.close(tells)
    signal.signal(signal.SIGINT, signal.default_int_handler)
    for file, number in ((stdin, 0), (stdout, 1), (stderr, 2)):
        os.dup2(file, number)
        os.close(file)
    with os.fdopen(asked, "rb") as told:
        order: dict[str, Any] = json.load(told)
    return order


def _carry_out(order: dict[str, Any]) -> None:
    os.environ.clear()
    os.environ.update(order["environment"])
    os.chdir(order["cwd"])
    sys.path.insert(0, order["cwd"])
    sys.argv = ["", *order["argv"][1:]]
    try:
        runpy.run_module(order["argv"][0], run_name="__main__", alter_sys=True)
    except KeyboardInterrupt:  # as an interpreter ends that nobody caught it in
        sys.excepthook(*sys.exc_info())
        sys.stdout.flush()
        signal.signal(signal.SIGINT, signal.SIG_DFL)
        os.kill(os.getpid(), signal.SIGINT)


def _learn() -> None:
    """Imports and compiles what any build or check needs."""
    from click.testing import CliRunner  # noqa: PLC0415  # of the process that is forked alone

    from hatch_oaml.cli import main  # noqa: PLC0415
    from tests.building import build, project_in  # noqa: PLC0415

    with tempfile.TemporaryDirectory() as folder:
        project = project_in(Path(folder))
        assert 0 == build(project, "-t", "oaml", "-t", "wheel", "-t", "sdist").returncode
        assert 0 == CliRunner().invoke(main, ["check", "--root", str(project)]).exit_code


if __name__ == "__main__":
    _learn()
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    with socket.socket(fileno=int(sys.argv[1])) as asks:
        order = _order(asks)
    if order is None:
        os._exit(0)  # it has nothing to tell by itself, its coverage neither: the tests have ended
    _carry_out(order)
