"""A stretch of a file's text in which notices are looked for, and where its lines stand in the file."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Literal

from hatch_oaml.values.frozen import frozen

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hatch_oaml.records.notice import NoticeKind, Visibility


@frozen
class WholeNotices:
    """Every paragraph is a notice, whatever its words; or `each` line, as in a list of authors, or each item of a list and paragraph.

    `kind` is that of those which do not tell theirs; `sure` is false where such a one merely may be a notice.
    """

    kind: NoticeKind
    each: Literal["paragraph", "item", "line"] = "paragraph"
    sure: bool = True


@frozen
class Passage:
    """Lines of `text` end with a line feed alone.

    They stand in the file from `first_line` on, or, where the file holds them in another form, on the lines that
    `numbers` gives. `content` says how they are read: as prose, as code, whose string literals are told apart, or as
    notices throughout. `visibility` is that of every notice in it.
    """

    text: str
    first_line: int = 1
    numbers: tuple[int, ...] | None = None
    content: Literal["prose", "code"] | WholeNotices = "prose"
    visibility: Visibility = "open"

    def line_in_file(self, index: int) -> int:
        """The file's line, from 1, for the line of `text` at `index`, from 0."""
        if self.numbers is None:
            return self.first_line + index
        return self.numbers[min(index, len(self.numbers) - 1)]


def moved(passage: Passage, numbers: Sequence[int]) -> Passage:
    """Of a part of a file, whose lines stand in the file where `numbers` says."""
    lines = range(passage.text.count("\n") + 1)
    told = (numbers[min(passage.line_in_file(index), len(numbers)) - 1] for index in lines)
    return replace(passage, first_line=1, numbers=tuple(told))


@frozen
class Found:
    """A notice in a block of text, from character `start` up to `end`.

    What made it one stands from `anchor` up to `anchor_end`: the rest is the sentence around it.
    """

    kind: NoticeKind
    start: int
    end: int
    anchor: int
    anchor_end: int
    sure: bool = True
