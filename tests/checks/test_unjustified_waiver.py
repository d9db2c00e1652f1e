from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from hatch_oaml.checks.unjustified_waiver import CHECK
from hatch_oaml.values.bilingual import Bilingual
from tests.shipping import LANTERN, recorded, shipped

if TYPE_CHECKING:
    from tests.conftest import Gathered, PageShows, ReleaseWith, Sample


@pytest.mark.parametrize(
    ("notice", "reason", "message"),
    [
        (
            "Ostrava Loom",
            "",
            Bilingual(
                en='the waiver of "Ostrava Loom" gives no reason: `reason` is empty',
                zh="对“Ostrava Loom”的豁免没有给出理由：`reason` 为空",
            ),
        ),
        (
            "Ostrava Loom",
            "待补",
            Bilingual(
                en='the waiver of "Ostrava Loom" gives no reason: "待补" is only a placeholder',
                zh="对“Ostrava Loom”的豁免没有给出理由：“待补”只是占位文字",
            ),
        ),
        (
            "Ostrava Loom",
            "Ostrava Loom.",
            Bilingual(
                en='the waiver of "Ostrava Loom" gives no reason: "Ostrava Loom." only repeats the notice',
                zh="对“Ostrava Loom”的豁免没有给出理由：“Ostrava Loom.”只是重复声明的文字",
            ),
        ),
        (
            "Copyright 2023",
            "The demo is not shipped.",
            Bilingual(
                en='the waiver of "Copyright 2023" names no notice in particular: its words stand in any notice',
                zh="对“Copyright 2023”的豁免没有指明具体的声明：这些文字在任何声明中都有",
            ),
        ),
    ],
)
def test_a_waiver_that_justifies_nothing_is_refused(
    release_with: ReleaseWith, notice: str, reason: str, message: Bilingual
) -> None:
    release = release_with(
        files=[shipped("demo.py", "x")],
        bases=[recorded({"demo.py": "# Copyright 2023 Ostrava Loom\n"})],
        config={"waiver": [{"notice": notice, "base": LANTERN, "reason": reason}]},
    )

    [finding] = CHECK.run(release)

    assert ("pyproject.toml", message) == (finding.path, finding.message)


def test_a_waiver_of_a_part_of_a_notice_is_given_the_whole(release_with: ReleaseWith) -> None:
    release = release_with(
        files=[shipped("demo.py", "x")],
        bases=[recorded({"demo.py": "# Copyright 2023 Ostrava Loom\n"})],
        config={"waiver": [{"notice": "Loom", "base": LANTERN, "reason": "The weaving code was removed."}]},
    )

    [finding] = CHECK.run(release)

    assert 'the waiver of "Loom" names no notice, only a part of "Copyright 2023 Ostrava Loom"' == finding.message.en
    assert "对“Loom”的豁免没有指明一条声明，只是“Copyright 2023 Ostrava Loom”的一部分" == finding.message.zh
    assert finding.fix.en.endswith('    notice = "Copyright 2023 Ostrava Loom"')


def test_the_samples_are_told_apart_as_the_page_shows(
    gathered: Gathered, sample: Sample, page_shows: PageShows
) -> None:
    assert [] == list(CHECK.run(gathered(sample(CHECK.name, "clean"))))
    page_shows(CHECK, gathered(sample(CHECK.name, "faulty")))
