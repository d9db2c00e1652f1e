"""Members are hashed while whoever asked goes on: a digest is waited for where it is asked, and damage is never passed over."""

from __future__ import annotations

import hashlib
import sys
from threading import Event, current_thread, main_thread
from typing import TYPE_CHECKING

import pytest

from hatch_oaml.archives import hashing
from hatch_oaml.records.members import StoredMember
from hatch_oaml.values.bilingual import Bilingual
from hatch_oaml.values.digests import Sha256
from hatch_oaml.values.errors import SourceError
from hatch_oaml.values.paths import archive_path
from tests.members import silent

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hatch_oaml.records.members import Digests

BLOCK = 1 << 17
DAMAGED = SourceError(Bilingual(en="damaged", zh="已损坏"))


class Waiting:
    """A reading of members of so many blocks; large ones go on from their first block when they may."""

    side_by_side = True
    tells_modes = True

    def __init__(self, *blocks: int, damaged: frozenset[str] = frozenset()) -> None:
        self.members = tuple(
            StoredMember(path=archive_path(f"{number}.bin"), size=max(1, count * BLOCK), executable=False, offset=0)
            for number, count in enumerate(blocks)
        )
        self.may_go_on = Event()
        self.read: list[str] = []
        self._damaged = damaged

    def blocks(self, member: StoredMember) -> Iterator[memoryview]:
        for number in range(0, member.size, BLOCK):
            if number and not self.may_go_on.wait(30):
                raise AssertionError("nobody let it go on")
            if number and member.path in self._damaged:
                raise DAMAGED
            self.read.append(member.path)
            yield memoryview(bytes(min(BLOCK, member.size)))

    def deviation(self, digests: Digests, /, *, epoch: int) -> Bilingual | None:
        raise NotImplementedError

    def close(self) -> None:
        pass


def zeros(size: int) -> str:
    return hashlib.sha256(bytes(size)).hexdigest()


def test_small_members_are_known_while_large_ones_are_being_hashed() -> None:
    reading = Waiting(3, 0, 2)

    with hashing(reading, silent) as digests:
        assert zeros(1) == digests[archive_path("1.bin")]
        assert ["0.bin", "1.bin", "2.bin"] == list(digests)
        assert (3, True, False) == (len(digests), "0.bin" in digests, "3.bin" in digests)
        reading.may_go_on.set()
        assert zeros(3 * BLOCK) == digests[archive_path("0.bin")]

    assert zeros(2 * BLOCK) == digests[archive_path("2.bin")]


def test_a_digest_that_is_as_stated_is_the_very_one_and_no_other_is_believed() -> None:
    stated = {archive_path("0.bin"): Sha256(zeros(1)), archive_path("1.bin"): Sha256(zeros(2))}

    with hashing(Waiting(0, 0), silent, stated=stated) as digests:
        assert digests[archive_path("0.bin")] is stated[archive_path("0.bin")]
        assert zeros(1) == digests[archive_path("1.bin")]


def test_all_are_known_at_the_end_though_nobody_asked() -> None:
    reading = Waiting(2, 2, 2)
    reading.may_go_on.set()

    with hashing(reading, silent):
        pass

    assert sorted(["0.bin", "1.bin", "2.bin"] * 2) == sorted(reading.read)


def test_damage_is_told_where_any_digest_is_asked() -> None:
    reading = Waiting(4, 2, 0, damaged=frozenset({"1.bin"}))
    reading.may_go_on.set()

    with pytest.raises(SourceError) as raised, hashing(reading, silent) as digests:
        _ = digests[archive_path("1.bin")]

    assert raised.value is DAMAGED


def test_damage_is_told_by_its_name_where_it_stops_what_is_read_meanwhile() -> None:
    reading = Waiting(2, *[0] * 5000, damaged=frozenset({"0.bin"}))
    reading.may_go_on.set()

    with pytest.raises(SourceError) as raised, hashing(reading, silent):
        pass

    assert raised.value is DAMAGED


def test_damage_is_told_though_nobody_asks() -> None:
    reading = Waiting(2, damaged=frozenset({"0.bin"}))
    reading.may_go_on.set()

    with pytest.raises(SourceError) as raised, hashing(reading, silent):
        pass

    assert raised.value is DAMAGED


def test_what_fails_meanwhile_is_told_of_a_whole_archive_alone() -> None:
    for damaged, expected in ((frozenset({"0.bin"}), DAMAGED), (frozenset[str](), None)):
        reading = Waiting(2, damaged=damaged)
        reading.may_go_on.set()
        failure = ValueError("meanwhile")

        with pytest.raises((SourceError, ValueError)) as raised, hashing(reading, silent):
            raise failure

        assert (expected or failure) is raised.value


def test_an_interruption_waits_for_nothing() -> None:
    reading = Waiting(*[50] * 20)

    def interrupted() -> None:
        with hashing(reading, silent):
            reading.may_go_on.set()
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        interrupted()

    assert len(reading.read) < 20 * 50


def test_what_gains_nothing_by_threads_is_hashed_at_once() -> None:
    reading = Waiting(1, 1)
    reading.side_by_side = False
    threads = []

    with hashing(reading, lambda _path, _count: threads.append(current_thread())) as digests:
        assert {main_thread()} == set(threads)
        assert zeros(BLOCK) == digests[archive_path("0.bin")]


def test_turns_are_short_while_members_are_hashed_and_as_before_afterwards_whatever_happens() -> None:
    reading = Waiting(3)
    reading.may_go_on.set()
    before = sys.getswitchinterval()
    within: list[float] = []

    def fail() -> None:
        with hashing(reading, silent):
            within.append(sys.getswitchinterval())
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()

    assert within[0] < before / 10
    assert before == sys.getswitchinterval()
