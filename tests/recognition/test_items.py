"""What an item of a list tells is kept within it, whatever stands around, and however much."""

from __future__ import annotations

from hatch_oaml.recognition.blocks import Block
from hatch_oaml.recognition.items import within_item
from hatch_oaml.recognition.passage import Found

ITEM = "thanks to Mina Halloway for the weaver"


class Counted(list[str]):
    """Lines of a file; `asked` is how many of them were looked at."""

    asked = 0

    def __getitem__(self, index: int) -> str:  # type: ignore[override]  # no slice is asked for
        self.asked += 1
        return super().__getitem__(index)


def test_of_a_long_list_few_lines_are_looked_at() -> None:
    """Whether they are those of a comment is asked of each of its items."""
    lines = Counted([f"* {ITEM}"] * 10_000)
    text = f"{ITEM}\n{ITEM}"
    both = Found(kind="attribution", start=0, end=len(text), anchor=0, anchor_end=len("thanks to"))

    own = within_item(both, block=Block(text=text, first=9_998), lines=lines, is_code=False)

    assert text[own.start : own.end] == ITEM
    assert lines.asked < 300
