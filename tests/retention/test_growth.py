"""Notices are held against one another in linear time: files list thousands of holders."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from hatch_oaml.retention.runs import Runs
from tests.growing import grows_linearly
from tests.shipping import judged

if TYPE_CHECKING:
    from collections.abc import Callable

    Files = dict[str, str]


def lines(form: str, count: int) -> str:
    return "".join(form.format(number=number) + "\n" for number in range(count))


def one_each(form: str, count: int, folder: str = "m") -> Files:
    return {f"{folder}/{number}.py": form.format(number=number) for number in range(count)}


CASES: dict[str, Callable[[int], tuple[Files, Files]]] = {
    "all kept but one": lambda count: (
        {"NOTICE": lines("Copyright (c) 2020 Loom {number}", count)},
        {"NOTICE": lines("Copyright (c) 2020 Loom {number}", count - 1)},
    ),
    "other years": lambda count: (
        {"NOTICE": lines("Copyright (c) 2020 Loom {number}", count)},
        {"NOTICE": lines("Copyright (c) 2021 Loom {number}", count)},
    ),
    "other names": lambda count: (
        {"NOTICE": lines("Copyright (c) 2020 Loom {number}", count)},
        {"NOTICE": lines("Copyright (c) 2020 Loom {number}a", count)},
    ),
    "one holder": lambda count: (
        {"a.py": lines("# Copyright (c) 2020 Loom", count)},
        {"a.py": lines("# Copyright (c) 2020 Loomy", count)},
    ),
    "attributions": lambda count: (
        {"README.md": lines("Written by Mina Halloway{number} and Bo Chen{number}.\n", count)},
        {"README.md": lines("Written by Bo Chen{number}.\n", count)},
    ),
    "moved into a notice file": lambda count: (
        one_each("# Copyright 2020 Loom {number}\nx={number}\n", count),
        {**one_each("x={number}\n", count), "NOTICE": lines("m/{number}.py: Copyright 2020 Loom {number}", count)},
    ),
    "lost": lambda count: (
        one_each("# Copyright 2020 Loom {number}\nx={number}\n", count),
        one_each("x={number}\n", count),
    ),
    "lost, and notice files of others": lambda count: (
        one_each("# Copyright 2020 Loom {number}\nx={number}\n", count),
        {**one_each("x={number}\n", count), **one_each("Copyright 2020 Weft {number}\n", count, "LICENSES")},
    ),
    "lost, and in notice files that name other files": lambda count: (
        one_each("# Copyright 2020 Loom\nx={number}\n", count),
        {**one_each("x={number}\n", count), **one_each("z*{number}.py: Copyright 2020 Loom\n", count, "LICENSES")},
    ),
    "lost, and in notice files for other years": lambda count: (
        one_each("# Copyright 2020 Loom\nx={number}\n", count),
        {**one_each("x={number}\n", count), **one_each("m/{number}.py: Copyright 2019 Loom\n", count, "LICENSES")},
    ),
    "licenses of others": lambda count: (
        {"NOTICE": lines("## a{number}\n\nCopyright 2020 Loom {number}\n\nPermission is granted for {number}.\n", count)},
        {"NOTICE": lines("## a{number}\n\nCopyright 2020 Loom {number}\n\nPermission is granted for {number}!\n", count)},
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_a_release_is_held_against_its_base_in_linear_time(name: str) -> None:
    assert grows_linearly(lambda count: judged(*CASES[name](count)), 1200)


def test_of_very_many_notices_each_became_the_one_of_its_holder() -> None:
    base = {"NOTICE": lines("Copyright (c) 2020 Loom {number}", 300)}
    release = {"NOTICE": lines("Copyright (c) 2021 Loom {number}", 300)}

    altered = judged(base, release).altered

    assert 300 == len(altered)
    assert all(one.notice.text.replace("2020", "2021") == one.new.text for one in altered)


def test_of_very_many_notices_each_became_the_one_in_its_place() -> None:
    base = {"NOTICE": lines("Copyright (c) 2020 Aa{number}", 150)}
    release = {"NOTICE": "Ours.\n" + lines("Copyright (c) 2021 Zz{number}", 150)}

    assert 150 == len(judged(base, release).altered)


def test_a_holder_is_found_again_among_many_by_its_whole_name() -> None:
    holders = [f"{first} {last}" for first in words_of("A") for last in words_of("Z")]
    base = {"NOTICE": "".join(f"Copyright (c) 2020 {holder}\n" for holder in holders)}
    release = {"NOTICE": "".join(f"Copyright (c) 2021 {holder}\n" for holder in reversed(holders))}

    altered = judged(base, release).altered

    assert len(holders) == len(altered)
    assert all(one.notice.text.replace("2020", "2021") == one.new.text for one in altered)


def words_of(letter: str) -> list[str]:
    """Twelve words that have few letters in common."""
    return [letter + one * 5 for one in "bcdfghjklmnp"]


def test_a_run_is_found_in_the_first_text_that_holds_it() -> None:
    runs = Runs([("a", "b"), ("c", "a", "b", "d"), ("a", "b", "d")])

    assert [0, 1, 1, 1] == [runs.first_with(run) for run in (("a", "b"), ("a", "b", "d"), ("d",), ("c", "a"))]
    assert not any(runs.hold(run) for run in ((), ("b", "a"), ("a", "d"), ("x",), ("d", "a")))
