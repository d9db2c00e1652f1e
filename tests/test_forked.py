"""A process that begins as a fork is told what to do, does it and ends as one that begins afresh."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import pytest

from tests.forked import begun, run_to_its_end

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="this system cannot fork")

PROGRAM = """
import os, sys
from pathlib import Path
print(sys.argv[1:], os.environ["SAID"], "HATCH_OAML_LATER" in os.environ, Path.cwd() == Path(__file__).parent, sys.stdin.read())
print("错误", file=sys.stderr)
sys.exit(int(sys.argv[1]))
"""


@pytest.mark.parametrize("status", ["0", "1", "3"])
def test_it_has_the_words_the_folder_and_the_environment_and_tells_its_status(tmp_path: Path, status: str) -> None:
    (tmp_path / "program.py").write_text(PROGRAM, encoding="utf-8")

    done = run_to_its_end("program", status, "b c", cwd=tmp_path, environment={"SAID": "模型"})

    assert (int(status), "错误\n") == (done.returncode, done.stderr)
    assert f"{[status, 'b c']} 模型 False True \n" == done.stdout


def test_it_has_the_environment_of_its_moment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "program.py").write_text(PROGRAM, encoding="utf-8")
    monkeypatch.setenv("HATCH_OAML_LATER", "1")

    assert " True True " in run_to_its_end("program", "0", cwd=tmp_path, environment={"SAID": ""}).stdout


@pytest.mark.parametrize("program", ["import nothing_of_this_name", "raise SystemExit('no')", "1 / 0"])
def test_it_ends_as_a_fresh_one_does(tmp_path: Path, program: str) -> None:
    (tmp_path / "program.py").write_text(program, encoding="utf-8")
    fresh = subprocess.run(
        [sys.executable, "-m", "program"], cwd=tmp_path, capture_output=True, encoding="utf-8", check=False
    )

    done = run_to_its_end("program", cwd=tmp_path)

    assert fresh.returncode == done.returncode
    assert fresh.stderr.splitlines()[-1] == done.stderr.splitlines()[-1]


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL])
def test_it_ends_by_a_signal(tmp_path: Path, number: signal.Signals) -> None:
    (tmp_path / "program.py").write_text("import time\nopen('begun', 'w').close()\ntime.sleep(60)", encoding="utf-8")
    process = begun("program", cwd=tmp_path)
    assert process.poll() is None
    while not (tmp_path / "begun").exists():
        time.sleep(0.01)

    process.send_signal(number)

    assert -number == process.wait(timeout=60)


def test_who_waits_too_long_is_told(tmp_path: Path) -> None:
    (tmp_path / "program.py").write_text("import time\ntime.sleep(60)", encoding="utf-8")

    with pytest.raises(subprocess.TimeoutExpired):
        run_to_its_end("program", cwd=tmp_path, timeout=0.05)


def test_nothing_is_sent_to_one_that_has_ended_whether_or_not_that_is_told_of_yet(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "program.py").write_text("", encoding="utf-8")
    process = begun("program", cwd=tmp_path)
    assert 0 == process.wait(timeout=60)
    process.send_signal(signal.SIGTERM)
    monkeypatch.setattr(process, "poll", lambda: None)

    process.send_signal(signal.SIGTERM)

    assert 0 == process.returncode
