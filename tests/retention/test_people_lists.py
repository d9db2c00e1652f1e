"""A list of people into which somebody put a further one is kept; one without somebody is not."""

from __future__ import annotations

import pytest

from hatch_oaml.retention.people_lists import people_named
from tests.shipping import judged, lost

CODE = "\n".join(f"value_{number} = compute_the_thing({number}, 'word {number}')" for number in range(40))


def lost_of(before: str, after: str) -> list[str]:
    return lost(judged({"demo.py": f"{before}\n{CODE}\n"}, {"demo.py": f"{after}\n{CODE}\nchanged = True\n"}))


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("# Authors: Ada Fern, Udo Halm", "# Authors: Ada Fern, Mina Reed, Udo Halm"),
        ("# Authors: Ada Fern, Udo Halm", "# Authors: Udo Halm and Ada Fern"),
        ("# Author: Ada Fern", "# Authors: Mina Reed, Ada Fern"),
        ("# @author Ada Fern", "# @author Ada Fern <ada@fern.example>"),
        ("# Written by Ada Fern and Udo Halm", "# Written by Ada Fern, Mina Reed and Udo Halm"),
        ("# 作者：林晚舟、秦墨白", "# 作者：林晚舟、陈新、秦墨白"),
        ('__author__ = ("Ada Fern", "Udo Halm")', '__author__ = (\n    "Ada Fern",\n    "Udo Halm",\n)'),
        ('__author__ = (\n    "Ada Fern",\n    "Udo Halm",\n)', '__author__ = "Ada Fern, Udo Halm"'),
        ('__author__ = [\n    "Ada Fern",\n    "Udo Halm",\n]', "# Authors: Ada Fern, Udo Halm"),
    ],
)
def test_a_list_that_still_names_all_of_them_is_kept(before: str, after: str) -> None:
    assert [] == lost_of(before, after)


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("# Authors: Ada Fern, Udo Halm", "# Authors: Ada Fern", "Authors: Ada Fern, Udo Halm"),
        ("# Authors: Ada Fern, Udo Halm", "# Authors: Ada Fern, Udo Holm", "Authors: Ada Fern, Udo Halm"),
        ("# Author: Ada Fern", "# Maintainer: Ada Fern", "Author: Ada Fern"),
        ("# Author: Ada Fern <a@fern.example>", "# Author: Ada Fern", "Author: Ada Fern <a@fern.example>"),
        ("# Written by Ada Fern", "# Written by Udo Halm", "Written by Ada Fern"),
        ("# 作者：林晚舟、秦墨白", "# 作者：林晚舟", "作者：林晚舟、秦墨白"),
        ("# Authors: Ada Fern, Udo Halm", '__author__ = "Ada Fern, Udo Halm"', "Authors: Ada Fern, Udo Halm"),
    ],
)
def test_one_that_left_somebody_out_or_hides_them_is_not(before: str, after: str, expected: str) -> None:
    assert [expected] == lost_of(before, after)


def test_a_text_without_a_label_names_nobody_and_neither_does_an_endless_one() -> None:
    assert people_named("Thanks to Ada Fern") is None
    assert people_named("Authors: ,;") is None
    assert people_named(f"Authors: {'Ada Fern, ' * 3000}") is None
    assert people_named(f"Authors: {'a,' * 500}") is None
    assert people_named("Authors: Ada Fern") == ("author", (("ada", "fern"),))
