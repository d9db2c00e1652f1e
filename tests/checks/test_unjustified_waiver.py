from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from hatch_oaml.checks import page
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
            "Ostrava Loom",
            "The notice was removed from NOTICE.",
            Bilingual(
                en='the waiver of "Ostrava Loom" gives no reason: "The notice was removed from NOTICE." would fit any notice',
                zh="对“Ostrava Loom”的豁免没有给出理由：“The notice was removed from NOTICE.”适用于任何声明",
            ),
        ),
        (
            "Ostrava Loom",
            "聲明已刪除",
            Bilingual(
                en='the waiver of "Ostrava Loom" gives no reason: "聲明已刪除" would fit any notice',
                zh="对“Ostrava Loom”的豁免没有给出理由：“聲明已刪除”适用于任何声明",
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


CODE = "\n".join(f"value_{number} = compute_the_thing({number})" for number in range(8))


def test_a_waiver_of_what_still_ships_is_refused_and_told_what_ships(release_with: ReleaseWith) -> None:
    reason = "The weaving code that this was about was removed."
    release = release_with(
        files=[shipped("chat.py", CODE)],
        bases=[recorded({"demo.py": f"# Copyright 2023 Ostrava Loom\n{CODE}"})],
        config={"waiver": [{"notice": "Ostrava Loom", "base": LANTERN, "reason": reason}]},
    )

    [finding] = CHECK.run(release)

    message = Bilingual(
        en='the waiver of "Ostrava Loom" does not hold: what the notice is about still ships: 8 of 8 lines of the base\'s'
        " `demo.py` that can be compared are in `chat.py`",
        zh="对“Ostrava Loom”的豁免不成立：该声明所涉及的内容仍在发布之中：基础模型的 `demo.py` 中可比较的 8 行里，"
        "有 8 行在 `chat.py` 中",
    )
    assert message == finding.message
    assert finding.fix.en.endswith("and remove the waiver\n\n    Copyright 2023 Ostrava Loom")
    assert finding.fix.zh.startswith("将该声明保留在 `chat.py` 中")


def test_the_samples_are_told_apart_as_the_page_shows(
    gathered: Gathered, sample: Sample, page_shows: PageShows
) -> None:
    assert [] == list(CHECK.run(gathered(sample(CHECK.name, "clean"))))
    page_shows(CHECK, gathered(sample(CHECK.name, "faulty")))


def test_the_page_shows_what_still_ships(gathered: Gathered, sample: Sample) -> None:
    [_, finding] = CHECK.run(gathered(sample(CHECK.name, "faulty")))

    assert f"  {finding.message.en}\n" in page(CHECK.name)
    assert f"  {finding.message.zh}\n" in page(CHECK.name)
