"""Whoever names a file is alone at it, and no dead process keeps the others waiting."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
import time
from typing import TYPE_CHECKING

import pytest

from hatch_oaml.storage import locks
from hatch_oaml.storage.locks import locked
from hatch_oaml.values.errors import WriteError

if TYPE_CHECKING:
    from pathlib import Path

HOLD = """
import sys, time, pathlib
from hatch_oaml.storage.locks import locked
with locked(pathlib.Path(sys.argv[1])):
    print("ready", flush=True)
    time.sleep(60)
"""

ADD = """
import sys, pathlib
from hatch_oaml.storage.locks import locked
path = pathlib.Path(sys.argv[1])
for _ in range(200):
    with locked(path):
        path.write_text(str(int(path.read_text()) + 1))
"""


def started(code: str, target: Path) -> subprocess.Popen[str]:
    return subprocess.Popen([sys.executable, "-c", code, str(target)], stdout=subprocess.PIPE, text=True)


@pytest.fixture
def target(tmp_path: Path) -> Path:
    return tmp_path / "a.whl"


def test_several_processes_take_turns(target: Path) -> None:
    target.write_text("0")

    processes = [started(ADD, target) for _ in range(3)]

    assert [0, 0, 0] == [process.wait(timeout=60) for process in processes]
    assert "600" == target.read_text()
    assert [target] == list(target.parent.iterdir())
    for process in processes:
        process.communicate()


def test_who_waits_too_long_is_told(target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(locks, "_PATIENCE", 0.1)

    with (
        locked(target),
        pytest.raises(WriteError, match=r"a\.whl: another process has been naming this file .*; end it"),
        locked(target),
    ):
        pytest.fail("both have it")

    assert [] == list(target.parent.iterdir())


@pytest.mark.skipif(os.name == "nt", reason="Windows cannot send this signal")
def test_a_lock_whose_holder_was_killed_keeps_nobody_waiting(target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    process = started(HOLD, target)
    assert process.stdout is not None
    assert "ready\n" == process.stdout.readline()
    process.kill()
    process.communicate(timeout=30)
    assert [target.with_name(".a.whl.lock")] == list(target.parent.iterdir())

    monkeypatch.setattr(locks, "_PATIENCE", 0)
    with locked(target):
        pass

    assert [] == list(target.parent.iterdir())


def test_who_waits_has_it_once_the_holder_is_done(target: Path) -> None:
    order = []

    def second() -> None:
        with locked(target):
            order.append("second")

    with locked(target):
        thread = threading.Thread(target=second)
        thread.start()
        time.sleep(0.1)
        order.append("first")
    thread.join(timeout=30)

    assert ["first", "second"] == order
    assert [] == list(target.parent.iterdir())


def test_other_names_are_not_kept_waiting(target: Path) -> None:
    with locked(target), locked(target.with_name("b.whl")):
        pass


@pytest.mark.skipif(os.name == "nt", reason="another library locks there")
def test_a_file_system_without_locks_keeps_nobody_out(target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_: object) -> None:
        raise OSError(95, "Operation not supported")

    monkeypatch.setattr("fcntl.flock", refused)

    with locked(target), locked(target):
        pass

    assert [] == list(target.parent.iterdir())


@pytest.mark.skipif(os.name == "nt", reason="another library locks there")
def test_a_lock_that_fails_half_way_is_not_left(target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real, calls = os.fstat, []

    def once(descriptor: int) -> os.stat_result:
        calls.append(descriptor)
        if len(calls) == 1:
            raise OSError(5, "Input/output error")
        return real(descriptor)

    monkeypatch.setattr(os, "fstat", once)

    with pytest.raises(OSError, match="Input/output error"), locked(target):
        pytest.fail("was begun")
    assert [] == list(target.parent.iterdir())
