from __future__ import annotations

import errno
import os
import signal
import subprocess
import sys
import threading
from contextlib import suppress
from typing import TYPE_CHECKING

import pytest

from hatch_oaml.storage.draft import drafted, require_space, terminable, undisturbed
from hatch_oaml.values.errors import WriteError

if TYPE_CHECKING:
    from pathlib import Path

HOLD = """
import sys, time, pathlib
from hatch_oaml.storage.draft import drafted
with drafted(pathlib.Path(sys.argv[1])) as file:
    file.write(b"half")
    file.flush()
    print("ready", flush=True)
    time.sleep(60)
"""


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def holder(target: Path) -> subprocess.Popen[str]:
    process = subprocess.Popen([sys.executable, "-c", HOLD, target], stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    assert process.stdout.readline() == "ready\n"
    process.stdout.close()
    return process


def test_a_finished_draft_takes_the_name_and_replaces_what_had_it(tmp_path: Path) -> None:
    target = tmp_path / "a.tar"
    target.write_bytes(b"old")

    with drafted(target) as file:
        file.write(b"new")

    assert names(tmp_path) == ["a.tar"]
    assert target.read_bytes() == b"new"


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such modes")
def test_a_finished_draft_can_be_read_by_all_whatever_the_umask(tmp_path: Path) -> None:
    before = os.umask(0o077)
    try:
        with drafted(tmp_path / "a.tar"):
            pass
    finally:
        os.umask(before)

    assert (tmp_path / "a.tar").stat().st_mode & 0o777 == 0o644


@pytest.mark.parametrize("reason", [ValueError, KeyboardInterrupt, SystemExit])
def test_a_draft_that_is_given_up_leaves_the_folder_as_it_was(tmp_path: Path, reason: type[BaseException]) -> None:
    (tmp_path / "a.tar").write_bytes(b"old")

    def give_up() -> None:
        with drafted(tmp_path / "a.tar") as file:
            file.write(b"half")
            raise reason

    with pytest.raises(reason):
        give_up()

    assert names(tmp_path) == ["a.tar"]
    assert (tmp_path / "a.tar").read_bytes() == b"old"


@pytest.mark.skipif(os.name == "nt", reason="Windows cannot send these signals")
@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP", "SIGINT"])
def test_a_process_that_is_asked_to_end_leaves_nothing(tmp_path: Path, name: str) -> None:
    process = holder(tmp_path / "a.tar")
    process.send_signal(getattr(signal, name))

    assert process.wait(timeout=30) != 0
    assert names(tmp_path) == []


@pytest.mark.skipif(os.name == "nt", reason="Windows cannot send this signal")
def test_what_a_killed_process_left_is_removed_by_the_next_of_the_same_name(tmp_path: Path) -> None:
    process = holder(tmp_path / "a.tar")
    process.kill()
    process.wait(timeout=30)
    left = names(tmp_path)

    with drafted(tmp_path / "b.tar"):
        pass
    assert [*left, "b.tar"] == names(tmp_path)

    with drafted(tmp_path / "a.tar"):
        pass
    assert names(tmp_path) == ["a.tar", "b.tar"]


def test_a_draft_whose_owner_is_at_work_is_left_alone(tmp_path: Path) -> None:
    process = holder(tmp_path / "a.tar")
    try:
        with drafted(tmp_path / "a.tar"):
            pass

        assert len(names(tmp_path)) == 2
    finally:
        process.kill()
        process.wait(timeout=30)


def test_two_drafts_of_one_name_do_not_meet(tmp_path: Path) -> None:
    with drafted(tmp_path / "a.tar") as first, drafted(tmp_path / "a.tar") as second:
        first.write(b"1")
        second.write(b"2")

    assert names(tmp_path) == ["a.tar"]
    assert (tmp_path / "a.tar").read_bytes() == b"1"


def test_a_disk_that_is_too_full_is_told_before_the_start(tmp_path: Path) -> None:
    with pytest.raises(
        WriteError, match=r"not enough space on the disk: 1,000,000,000\.00 GB needed, .* free; free some"
    ):
        require_space(tmp_path, 10**18)

    with pytest.raises(WriteError, match="磁盘空间不足"), drafted(tmp_path / "a.tar", capacity=10**18):
        pytest.fail("was begun")
    assert names(tmp_path) == []


@pytest.mark.parametrize(
    ("number", "message"),
    [
        (errno.ENOSPC, "not enough space on the disk; free some"),
        (errno.EROFS, "writing is not permitted"),
        (errno.EFBIG, "does not allow a file of that size"),
        (errno.EIO, r"cannot be written \(Input/output error\); check the disk"),
    ],
)
def test_what_the_disk_refuses_is_told_with_what_to_do(tmp_path: Path, number: int, message: str) -> None:
    with pytest.raises(WriteError, match=message), drafted(tmp_path / "a.tar"):
        raise OSError(number, os.strerror(number))

    assert names(tmp_path) == []


def test_a_folder_that_does_not_exist_is_told(tmp_path: Path) -> None:
    with pytest.raises(WriteError, match="No such file or directory"), drafted(tmp_path / "no" / "a.tar"):
        pytest.fail("was begun")


def asked_to_end(*numbers: signal.Signals) -> list[str]:
    """What is still done within, and behind."""
    done: list[str] = []
    with suppress(KeyboardInterrupt, SystemExit), terminable():
        with undisturbed():
            for number in numbers:
                signal.raise_signal(number)
                done.append("within")
        done.append("behind")
    return done


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_what_ends_a_process_is_answered_when_what_it_began_is_known(number: signal.Signals) -> None:
    assert ["within"] == asked_to_end(number)
    assert signal.default_int_handler is signal.getsignal(signal.SIGINT)
    assert signal.SIG_DFL is signal.getsignal(signal.SIGTERM)


def test_who_asks_twice_is_not_kept_waiting() -> None:
    assert ["within"] == asked_to_end(signal.SIGTERM, signal.SIGINT)
    assert ["within"] == asked_to_end(signal.SIGINT, signal.SIGINT)


def test_whom_nobody_asks_goes_on() -> None:
    assert ["behind"] == asked_to_end()


def fail_when_asked() -> None:
    with undisturbed():
        signal.raise_signal(signal.SIGINT)
        raise ValueError("loom")


def test_what_fails_within_is_told() -> None:
    with pytest.raises(ValueError, match="loom"):
        fail_when_asked()
    assert signal.default_int_handler is signal.getsignal(signal.SIGINT)


def test_another_thread_is_asked_nothing() -> None:
    done: list[str] = []

    def work() -> None:
        with undisturbed():
            done.append("within")

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()

    assert ["within"] == done
