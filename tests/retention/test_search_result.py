"""What lies where it lay is told of without an entry; whatever else was found is kept."""

from __future__ import annotations

from dataclasses import replace

from hatch_oaml.records.inventory import Inventory
from hatch_oaml.retention.search_result import SearchResult
from tests.shipping import recorded, shipped

BASE = recorded({"a.py": "a\n", "b.py": "b\n", "c.py": "c\n"})
A, B, C = BASE.files
HERE = Inventory.of([shipped("a.py", "other\n"), shipped("c.py", "c\n"), shipped("d.py", "d\n")])


def found() -> SearchResult:
    return SearchResult(BASE, HERE.by_path)


def test_a_file_at_the_same_path_is_what_became_of_it_and_has_it_as_its_origin() -> None:
    result = found()

    assert (HERE.by_path["a.py"],) == result.became("a.py")
    assert () == result.became("b.py")
    assert A == result.origin("a.py")
    assert None is result.origin("b.py") is result.origin("d.py")
    assert "a.py" in result
    assert "d.py" not in result
    assert 3 not in result


def test_another_file_that_lies_there_is_neither() -> None:
    result = found()
    result.elsewhere.add("a.py")

    assert () == result.became("a.py")
    assert result.origin("a.py") is None
    assert "a.py" not in result


def test_who_claims_a_file_first_stays_its_origin() -> None:
    result = found()
    result.claim(B, (HERE.by_path["d.py"], HERE.by_path["a.py"]))
    result.claim(C, (HERE.by_path["d.py"],))

    assert (HERE.by_path["d.py"], HERE.by_path["a.py"]) == result.became("b.py")
    assert (HERE.by_path["d.py"],) == result.became("c.py")
    assert B == result.origin("d.py")
    assert A == result.origin("a.py")
    assert C == result.origin("c.py")


def test_files_of_which_the_digest_was_learnt_take_the_place_of_those_that_they_were() -> None:
    result = found()
    result.elsewhere.add("a.py")
    result.claim(B, (HERE.by_path["d.py"],))
    known = replace(HERE.by_path["d.py"], sha256=None)
    now = HERE.with_files([known])

    later = result.among({"d.py": known}, now.by_path)

    assert (known,) == later.became("b.py")
    assert (HERE.by_path["d.py"],) == result.became("b.py")
    assert () == later.became("a.py")
    assert (now.by_path["c.py"],) == later.became("c.py")
