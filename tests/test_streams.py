"""However a caller left the standard streams, and whenever it interrupts: one line or silence, the right status, nothing half-written."""

from __future__ import annotations

import json
import os
import signal
import struct
import subprocess
import sys
import time
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

import pytest

from hatch_oaml.reports import report_names
from tests.building import build, project_in
from tests.finished import built
from tests.signed import key_file
from tests.unmeasured import unmeasured

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

pytestmark = [
    pytest.mark.end_to_end,
    pytest.mark.skipif(os.name == "nt", reason="bash redirects the streams"),
]

CLI = f"'{sys.executable}' -m hatch_oaml"
BUILD = f"'{sys.executable}' -m hatchling build"
PATIENCE = 60

Done = subprocess.CompletedProcess[str]


def shell(command: str, folder: Path, environment: dict[str, str] | None = None) -> Done:
    return subprocess.run(
        ["bash", "-c", f"set -o pipefail; {command}"],
        cwd=folder,
        env=environment,
        capture_output=True,
        encoding="utf-8",
        timeout=PATIENCE,
        check=False,
    )


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return project_in(tmp_path)


COMMANDS = [
    "check",
    *(f"check --format {form}" for form in report_names() if form != "text"),
    "explain",
    "explain missing-license",
    "record . --name a/b --version 1",
    "--help",
]
FULL = "hatch-oaml: standard output cannot be written 无法写入标准输出"


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize("output", [">&-", "> /dev/full"])
def test_what_cannot_be_written_is_one_line_and_no_success(project: Path, command: str, output: str) -> None:
    if output == "> /dev/full" and not os.path.exists("/dev/full"):
        pytest.skip("this system has no /dev/full")

    done = shell(f"{CLI} {command} {output}", project)

    assert 2 == done.returncode
    assert [FULL] == [line.partition("（")[0] for line in done.stderr.splitlines()]


@pytest.mark.parametrize("buffered", ["", "PYTHONUNBUFFERED=1"])
@pytest.mark.parametrize("command", ["check", "check --format html", "explain", "record . --name a/b --version 1"])
def test_a_report_that_is_cut_short_is_one_line_and_no_success(project: Path, command: str, buffered: str) -> None:
    """A disk that is almost full takes a part of what is written, and says nothing."""
    (project / "cut").write_bytes(b"." * 1000)

    done = shell(f"ulimit -f 1; {buffered} {CLI} {command} >> cut", project, unmeasured())

    assert 1024 == (project / "cut").stat().st_size
    assert 2 == done.returncode
    assert [FULL] == [line.partition("（")[0] for line in done.stderr.splitlines()]


@pytest.mark.parametrize("buffered", ["", "1"])
def test_a_pipe_that_must_not_be_waited_for_gets_the_whole_report(project: Path, buffered: str) -> None:
    command = [sys.executable, "-m", "hatch_oaml", "check", "--format", "sarif"]
    environment = {**os.environ, "PYTHONUNBUFFERED": buffered}
    whole = subprocess.run(command, cwd=project, env=environment, capture_output=True, check=True).stdout
    end, beginning = os.pipe()
    os.set_blocking(beginning, False)

    process = subprocess.Popen(command, cwd=project, env=environment, stdout=beginning, stderr=subprocess.PIPE)
    os.close(beginning)
    with process, open(end, "rb") as reader:
        time.sleep(1)  # until the pipe is full
        read, err = reader.read(), process.communicate(timeout=PATIENCE)[1]

    assert (0, b"") == (process.returncode, err)
    assert len(whole) == len(read) > 1 << 16


@pytest.mark.parametrize(
    "command", ["check", "draft", "init --no-input", "verify .", "record .", "compare . .", "sign . --key KEY"]
)
def test_who_stands_in_a_folder_that_is_gone_is_told_so(tmp_path: Path, command: str) -> None:
    command = command.replace("KEY", str(key_file(tmp_path)))

    done = shell(f"mkdir gone; cd gone; rmdir ../gone; {CLI} {command}", tmp_path)

    told = (
        "hatch-oaml: the current folder is not there any more; change to another 当前文件夹已不存在；请切换到其他文件夹"
    )
    assert (2, "", told) == (done.returncode, done.stdout, done.stderr.strip())


def test_what_needs_no_folder_needs_not_the_current_one(tmp_path: Path) -> None:
    assert 0 == shell(f"mkdir gone; cd gone; rmdir ../gone; {CLI} explain missing-license", tmp_path).returncode


@pytest.mark.parametrize("command", COMMANDS)
def test_a_reader_who_has_enough_ends_a_command_in_silence(project: Path, command: str) -> None:
    done = shell(f"{{ {CLI} {command}; echo status $? >&2; }} | true", project)

    assert done.stderr.strip() in {"status 141", "status 0"}, "0 where the reader was slower than the writer"


def test_a_reader_who_is_gone_is_told_of_by_the_status(project: Path) -> None:
    done = shell(f"{{ sleep 0.5; {CLI} check --format json; echo status $? >&2; }} | true", project)

    assert "status 141" == done.stderr.strip()


@pytest.mark.parametrize("closed", ["2>&-", "<&-", "2>/dev/full", "<&- 2>&-"])
@pytest.mark.parametrize("command", [f"{CLI} check", f"{BUILD} -t oaml", f"{BUILD} -t wheel -t sdist"])
def test_nothing_needs_standard_error_or_input(project: Path, command: str, closed: str) -> None:
    if command.startswith(BUILD) and "full" in closed:
        pytest.skip("Hatchling itself writes there")

    assert 0 == shell(f"{command} {closed}", project).returncode


def test_a_build_needs_no_stream_at_all(project: Path) -> None:
    done = shell(f"{BUILD} -t wheel -t oaml <&- >&- 2>&-", project)

    assert 0 == done.returncode
    (wheel,), (archive,) = project.glob("dist/*.whl"), project.glob("dist-oaml/*.tar")
    assert 0 == shell(f"{CLI} verify {wheel} {archive} --quiet", project).returncode


def test_a_refusal_keeps_its_status_without_standard_error(project: Path) -> None:
    (project / "LICENSE").unlink()

    assert 1 == shell(f"{CLI} check 2>&-", project).returncode
    assert 1 == shell(f"{BUILD} -t oaml 2>&-", project).returncode


# --quiet


def test_quiet_tells_by_the_status_alone(project: Path) -> None:
    archive = built(project)["tar"]
    clean = shell(f"{CLI} check --quiet && {CLI} verify --quiet {archive} {archive}", project)
    (project / "LICENSE").unlink()
    refused = shell(f"{CLI} check --quiet --format json", project)

    assert (0, "", "") == (clean.returncode, clean.stdout, clean.stderr)
    assert (1, "", "") == (refused.returncode, refused.stdout, refused.stderr)


def test_quiet_still_tells_what_cannot_be_judged(project: Path) -> None:
    done = shell(f"{CLI} verify --quiet pyproject.toml", project)

    assert (2, "") == (done.returncode, done.stdout)
    assert "pyproject.toml" in done.stderr


def test_quiet_writes_nothing_so_that_a_closed_output_is_no_fault(project: Path) -> None:
    assert 0 == shell(f"{CLI} check --quiet >&-", project).returncode


# interruptions

INTERRUPTED = "hatch-oaml: interrupted; nothing half-written is left 已中断；没有留下未写完的文件"


def _told(done: Done) -> list[str]:
    """Its lines without those on how far it has come, which a slow machine gets as well, and without the one that ends `^C`."""
    return [line for line in done.stderr.strip().splitlines() if line and not line.endswith("继续中 …")]


def _with_large_model(project: Path, size: int = 600_000_000) -> None:
    header = json.dumps({"w": {"dtype": "U8", "shape": [size], "data_offsets": [0, size]}}).encode()
    with (project / "big.safetensors").open("wb") as file:
        file.write(struct.pack("<Q", len(header)) + header)
        file.truncate(8 + len(header) + size)
    with (project / "MODIFICATIONS.toml").open("a", encoding="utf-8") as changelog:
        changelog.write(
            '\n[[change]]\nfiles = ["big.safetensors"]\nrelation = "finetune"\n'
            'how.en = "A layer of zeros for the tests."\nhow.zh = "测试用的全零层。"\ndate = 2026-11-01\n'
        )


def _is_reading(process: subprocess.Popen[str], name: str) -> bool:
    folder = f"/proc/{process.pid}/fd"
    with suppress(OSError):
        return any(os.readlink(f"{folder}/{number}").endswith(name) for number in os.listdir(folder))
    return False


@contextmanager
def ended(process: subprocess.Popen[str]) -> Iterator[None]:
    """However it goes, `process` is over afterwards, and its pipes are closed: no later test hears of it."""
    with process:
        try:
            yield
        finally:
            process.kill()


def _interrupted(command: list[str], folder: Path, after: float, reads: str = "big.safetensors") -> Done:
    """:param after: so many seconds after it began to read the large file `reads`."""

    def let_interrupt() -> None:
        signal.signal(signal.SIGINT, signal.default_int_handler)

    process = subprocess.Popen(
        [sys.executable, "-m", *command],
        cwd=folder,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        start_new_session=True,
        preexec_fn=let_interrupt,  # noqa: PLW1509  # a runner in the background hands down that it is ignored
    )
    with ended(process):
        until = time.monotonic() + PATIENCE
        while process.poll() is None and time.monotonic() < until and not _is_reading(process, reads):
            time.sleep(0.01)
        time.sleep(after)
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=PATIENCE)
    return subprocess.CompletedProcess(command, process.returncode, out, err)


@pytest.mark.parametrize("module", ["hatch_oaml.cli", "click", "hatch_oaml.commands.verify"])
def test_a_command_that_is_interrupted_while_it_is_imported_says_so_in_one_line(module: str, tmp_path: Path) -> None:
    code = f"""
import sys

class Interrupting:
    def find_spec(self, name, *_):
        if name == {module!r}:
            raise KeyboardInterrupt

sys.meta_path.insert(0, Interrupting())
sys.argv = ["hatch-oaml", "verify", "x.oaml.tar"]
from hatch_oaml.__main__ import main
main()
"""
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=tmp_path, capture_output=True, encoding="utf-8", check=False
    )

    assert (130, "") == (done.returncode, done.stdout)
    assert [INTERRUPTED] == _told(done)


@pytest.mark.skipif(not os.path.isdir("/proc/self/fd"), reason="this system does not tell what a process reads")
@pytest.mark.parametrize("after", [0.0, 0.5])
@pytest.mark.parametrize(
    "command", ["check", "draft", "record . --name a/b --version 1 --tensors --output bases/new.toml"]
)
def test_an_interrupted_command_says_so_in_one_line(project: Path, command: str, after: float) -> None:
    _with_large_model(project, 16_000_000_000)

    done = _interrupted(["hatch_oaml", *command.split(" ")], project, after)

    assert (130, "") == (done.returncode, done.stdout)
    assert [INTERRUPTED] == _told(done)
    assert not (project / "bases" / "new.toml").exists()


@pytest.mark.parametrize("module", ["hatch_oaml.cli", "click", "hatch_oaml.streams", "hatch_oaml.commands"])
def test_who_interrupts_while_modules_are_imported_is_told_so_in_one_line(module: str, tmp_path: Path) -> None:
    code = f"""
import sys
class Interrupting:
    def find_spec(self, name, *_):
        if name == {module!r}:
            sys.meta_path.remove(self)
            raise KeyboardInterrupt
sys.meta_path.insert(0, Interrupting())
sys.argv = ["hatch-oaml", "--version"]
from hatch_oaml.__main__ import main
main()
"""

    done = subprocess.run(
        [sys.executable, "-c", code], cwd=tmp_path, capture_output=True, encoding="utf-8", check=False
    )

    assert (130, "") == (done.returncode, done.stdout)
    assert [INTERRUPTED] == _told(done)


@pytest.mark.skipif(not os.path.isdir("/proc/self/fd"), reason="this system does not tell what a process reads")
def test_who_judges_or_signs_an_archive_may_be_interrupted_too(project: Path, tmp_path: Path) -> None:
    _with_large_model(project)
    assert 0 == build(project, "-t", "oaml").returncode
    (archive,) = (project / "dist-oaml").iterdir()
    key = key_file(tmp_path)

    for command in (("verify", str(archive)), ("sign", str(archive), "--key", str(key))):
        done = _interrupted(["hatch_oaml", *command], project, 0.0, archive.name)

        assert (130, "") == (done.returncode, done.stdout)
        assert [INTERRUPTED] == _told(done)
    assert [archive] == list((project / "dist-oaml").iterdir())


@pytest.mark.skipif(not os.path.isdir("/proc/self/fd"), reason="this system does not tell what a process reads")
@pytest.mark.parametrize("after", [0.0, 0.1])
@pytest.mark.parametrize(("target", "archives"), [("wheel", "dist/*"), ("sdist", "dist/*"), ("oaml", "dist-oaml/*")])
def test_an_interrupted_build_says_so_in_one_line_and_leaves_no_archive(
    project: Path, target: str, archives: str, after: float
) -> None:
    _with_large_model(project)

    done = _interrupted(["hatchling", "build", "-t", target], project, after)

    assert done.returncode in {130, -signal.SIGINT}
    assert [INTERRUPTED] == _told(done)
    assert [] == [path.name for path in project.glob(archives) if not path.name.startswith(".")]
