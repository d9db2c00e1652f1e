"""Works that a line announces and a list names: one that is dropped is lost, and those that others were put among are kept."""

from __future__ import annotations

import pytest

from tests.shipping import judged, lost

ITEMS = [
    "- [LoomA](https://code.example/a-weft/a) for the cutter",
    "- [LoomB](https://code.example/b-weft/b)",
    "- [LoomC](https://code.example/c-weft/c)",
]
ANNOUNCED = ("## Credits\n", "The code is based on the following projects:\n", "本项目参考了以下项目：\n")
INSERTED = "- [LoomD](https://code.example/d-weft/d)"


def card(announced: str, items: list[str]) -> str:
    return "\n".join(["# Loom", "", announced, *items, "", "## Usage", "", "Weave."])


@pytest.mark.parametrize("announced", ANNOUNCED)
@pytest.mark.parametrize("dropped", range(len(ITEMS)))
def test_an_item_that_is_dropped_is_lost(announced: str, dropped: int) -> None:
    left = [item for index, item in enumerate(ITEMS) if index != dropped]

    retention = judged({"README.md": card(announced, ITEMS)}, {"README.md": card(announced, left)})

    assert len(lost(retention)) == 1


@pytest.mark.parametrize("announced", ANNOUNCED)
@pytest.mark.parametrize("place", range(1, len(ITEMS) + 1))
def test_an_item_that_is_put_among_them_alters_none(announced: str, place: int) -> None:
    more = [*ITEMS[:place], INSERTED, *ITEMS[place:]]

    retention = judged({"README.md": card(announced, ITEMS)}, {"README.md": card(announced, more)})

    assert ([], ()) == (lost(retention), retention.altered)
