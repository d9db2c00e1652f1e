from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from hatch_oaml.checks.stale_waiver import CHECK
from hatch_oaml.findings import Finding
from hatch_oaml.values.bilingual import Bilingual
from tests.shipping import LANTERN, recorded, shipped

if TYPE_CHECKING:
    from tests.conftest import Gathered, PageShows, ReleaseWith, Sample

BASES = [recorded({name: f"# Copyright 2023 Ostrava Loom\n# {name}\n" for name in ("a.py", "b.py")})]
LOST = [shipped("a.py", "a"), shipped("b.py", "b")]


def waiver(**changes: object) -> dict[str, object]:
    values = {"notice": "Ostrava Loom", "base": LANTERN, "reason": "The demos are not shipped.", "expect": 2}
    return {"waiver": [{**values, **changes}]}


def test_a_waiver_that_covers_what_it_expects_is_lawful(release_with: ReleaseWith) -> None:
    assert [] == list(CHECK.run(release_with(files=LOST, bases=BASES, config=waiver())))


def test_a_waiver_that_covers_another_number_is_refused(release_with: ReleaseWith) -> None:
    expected = Finding(
        path="pyproject.toml",
        message=Bilingual(
            en='the waiver of "Ostrava Loom" covers 2 notices of example-lab/Lantern-7B, and expects 473',
            zh="对“Ostrava Loom”的豁免涵盖 example-lab/Lantern-7B 的 2 条声明，而预期为 473 条",
        ),
        fix=Bilingual(
            en="look at what it covers now; if its reason holds for all of it, write `expect = 2`",
            zh="查看它现在涵盖了什么；如果其理由对全部都成立，请写 `expect = 2`",
        ),
    )
    assert [expected] == list(CHECK.run(release_with(files=LOST, bases=BASES, config=waiver(expect=473))))


@pytest.mark.parametrize("notice", ["Somebody Else", "Ostrava Loomis"])
def test_a_waiver_that_covers_nothing_is_refused(release_with: ReleaseWith, notice: str) -> None:
    [finding] = CHECK.run(release_with(files=LOST, bases=BASES, config=waiver(notice=notice)))

    assert finding.message == Bilingual(
        en=f'the waiver of "{notice}" covers no notice of example-lab/Lantern-7B',
        zh=f"对“{notice}”的豁免没有涵盖 example-lab/Lantern-7B 的任何声明",
    )


def test_a_waiver_for_what_is_no_base_is_refused(release_with: ReleaseWith) -> None:
    [finding] = CHECK.run(release_with(files=LOST, bases=BASES, config=waiver(base="Lantern")))

    assert finding.message.en == 'the waiver of "Ostrava Loom" is for Lantern, which is no base of this release'
    assert finding.fix.en == "remove the waiver, or write in `base` one of: example-lab/Lantern-7B"


def test_an_original_release_has_nothing_to_waive(release_with: ReleaseWith) -> None:
    [finding] = CHECK.run(release_with(config=waiver()))

    assert finding.fix.en == "remove the waiver: this release has no base"


def test_the_samples_are_told_apart_as_the_page_shows(
    gathered: Gathered, sample: Sample, page_shows: PageShows
) -> None:
    assert [] == list(CHECK.run(gathered(sample(CHECK.name, "clean"))))
    page_shows(CHECK, gathered(sample(CHECK.name, "faulty")))
