"""What a base's file became is found by its content, wherever it went, and what is alike by chance is not."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, strategies as st

from hatch_oaml.records.inventory import Inventory
from hatch_oaml.retention.contents import ReleaseSide
from hatch_oaml.retention.counterparts import Counterparts
from hatch_oaml.values.digests import sha256_of
from hatch_oaml.values.patterns import Patterns
from tests.retention.pairs import Pair, pairs
from tests.shipping import recorded, shipped

if TYPE_CHECKING:
    from collections.abc import Iterable

    from hatch_oaml.records.base_record import BaseRecord
    from hatch_oaml.records.inventory import ReleaseFile

LEAST = 0.95


def inventory_of(files: Iterable[ReleaseFile]) -> Inventory:
    """In the order that they have."""
    return Inventory(files=tuple(files))


def without_digests(known: Inventory) -> Inventory:
    return inventory_of(replace(file, sha256=None) if file.role == "model" else file for file in known)


def found(pair: Pair) -> set[tuple[str, str]]:
    base = recorded(pair.base)
    counterparts = Counterparts([base], inventory_of(shipped(path, text) for path, text in pair.release.items()))
    return {(file.path, here.path) for file in base.files for here in counterparts.of(base, file)}


def wanted(pair: Pair) -> set[tuple[str, str]]:
    return {(old, new) for old, became in pair.became.items() for new in became}


def scores(some: Iterable[Pair]) -> tuple[float, float, list[str]]:
    """Recall, precision, and what went wrong."""
    right = told = due = 0
    wrong = []
    for pair in some:
        mine, theirs = found(pair), wanted(pair)
        right, told, due = right + len(mine & theirs), told + len(mine), due + len(theirs)
        wrong += [f"{pair.name}: missed {old} → {new}" for old, new in sorted(theirs - mine)]
        wrong += [f"{pair.name}: invented {old} → {new}" for old, new in sorted(mine - theirs)]
    return right / due, right / told, wrong


def test_the_made_pairs_are_found() -> None:
    drawn = pairs()
    recall, precision, wrong = scores(drawn)

    assert len(drawn) >= 60
    assert (recall >= LEAST, precision >= LEAST) == (True, True), (recall, precision, wrong)


TEXT = "".join(f"the line {number} of a text that is long enough to be known again\n" for number in range(20))
CONTENTS = st.sampled_from(["", "one", "two", "three", TEXT, f"{TEXT}more of it, and one line\n"])
PATHS = st.sampled_from(
    ["a.safetensors", "b.safetensors", "x/a.safetensors", "read.py", "x/read.py", "LICENSE", "x/NOTICE"]
)
TREES = st.dictionaries(PATHS, CONTENTS, min_size=1)


def answers(finder: Counterparts, base: BaseRecord, files: Inventory) -> list[object]:
    return [
        [finder.of(base, file) for file in base.files],
        [finder.origin(base, file) for file in files],
        finder.prefix(base),
        finder.gone(base).matched_by(Patterns(("**",))),
    ]


@given(old=TREES, new=TREES)
def test_a_digest_learnt_later_leads_to_what_it_would_have_led_to_at_once(
    old: dict[str, str], new: dict[str, str]
) -> None:
    base = recorded(old)
    known = inventory_of(shipped(path, text) for path, text in sorted(new.items()))
    unknown = without_digests(known)

    for before, now in ((unknown, known), (known, unknown)):
        found = Counterparts([base], before).among(before, now)
        assert found is None or answers(Counterparts([base], now), base, now) == answers(found, base, now)


def among(old: dict[str, str], new: dict[str, str], bases: int = 1) -> Counterparts | None:
    known = inventory_of(shipped(path, text) for path, text in new.items())
    unknown = without_digests(known)
    made = [recorded(old, f"lab/{number}") for number in range(bases)]
    return Counterparts(made, unknown).among(unknown, known)


def test_where_a_digest_can_lead_to_another_file_all_are_sought_again() -> None:
    weights = {"a.safetensors": "one", "b.safetensors": "two"}

    assert among(weights, weights) is not None
    assert among(weights, {**weights, "a.safetensors": "changed"}) is not None
    assert among(weights, {"a.safetensors": "two", "b.safetensors": "changed"}) is None
    assert among(weights, {"a.safetensors": "one", "b.safetensors": "one"}) is None
    assert among(weights, {**weights, "c.safetensors": "three"}) is None
    assert among(weights, {**weights, "c.txt": "one"}) is None
    assert among({**weights, "c.txt": "one"}, weights) is None
    assert among(weights, weights, bases=2) is None
    assert among({"a.safetensors": TEXT}, {"a.safetensors": "one"}) is None
    assert among({"a.safetensors": "one"}, {"a.safetensors": TEXT}) is None


def test_what_is_told_of_a_file_has_the_digest_that_was_learnt() -> None:
    finder, base = (
        among({"a.safetensors": "one"}, {"a.safetensors": "two"}),
        recorded({"a.safetensors": "one"}, "lab/0"),
    )

    assert finder is not None
    assert [sha256_of(b"two")] == [file.sha256 for file in finder.of(base, base.files[0])]


def test_where_every_text_lies_at_a_path_of_the_base_no_lines_are_compared(monkeypatch: pytest.MonkeyPatch) -> None:
    base = recorded({"read.py": TEXT, "write.py": f"{TEXT}one\n"})
    monkeypatch.setattr(ReleaseSide, "index", None)

    found = Counterparts([base], inventory_of([shipped("read.py", f"{TEXT}two\n"), shipped("write.py", TEXT)]))

    assert ["read.py", "write.py"] == [here.path for file in base.files for here in found.of(base, file)]


@pytest.mark.parametrize("version", ["1.0", "2.0"])
def test_two_records_of_one_model_are_two_bases(version: str) -> None:
    old, new = recorded({"old.py": TEXT}), replace(recorded({"new.py": "new\n", "gone.py": "x\n"}), version=version)
    release = inventory_of([shipped("old.py", f"{TEXT}two\n"), shipped("new.py", "other\n")])

    for bases in ([old, new], [new, old]):
        found = Counterparts(bases, release)
        assert ["old.py"] == [here.path for file in old.files for here in found.of(old, file)]
        assert ["new.py"] == [here.path for file in new.files for here in found.of(new, file)]
        assert set() == found.gone(old).matched_by(Patterns(("**",)))
        assert {"gone.py"} == found.gone(new).matched_by(Patterns(("**",)))
