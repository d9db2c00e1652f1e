"""Keeps what is told in an item of a list within that item: who adds or drops another changes no notice."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from hatch_oaml.recognition.comment_markers import item_mark

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hatch_oaml.recognition.blocks import Block
    from hatch_oaml.recognition.passage import Found

_LEADING = (":", "：")
_LONGEST_COMMENT = 100
"""Lines above an item that are looked at: a list may have ten thousand."""


def within_item(found: Found, *, block: Block, lines: Sequence[str], is_code: bool) -> Found:
    """`found` without the items before and behind the one that holds its anchor.

    :param lines: of the file, of which `block` holds some; in code `*` at a line's beginning is a comment's sign.
    """
    text = block.text
    if "\n" not in text[found.start : found.end]:
        return found

    def mark_at(offset: int) -> tuple[str, int] | None:
        return item_mark(lines[block.line_at(offset)], is_code=is_code)

    begin = text.rfind("\n", 0, found.anchor + 1) + 1
    while (own := mark_at(begin)) is None and begin > found.start:
        begin = text.rfind("\n", 0, begin - 1) + 1
    if own is None or (own[0] == "*" and _is_in_comment(lines, block.line_at(begin))):
        return found
    end = text.find("\n", found.anchor_end, found.end)
    while end >= 0 and (mark_at(end + 1) != own or text.endswith(_LEADING, 0, end)):
        end = text.find("\n", end + 1, found.end)
    return replace(found, start=max(found.start, begin), end=found.end if end < 0 else end)


def _is_in_comment(lines: Sequence[str], index: int) -> bool:
    """Does a comment begin above, each of whose lines begins with its sign?"""
    for above in range(index, max(-1, index - _LONGEST_COMMENT), -1):
        if not lines[above].lstrip().startswith("*"):
            return lines[above].lstrip().startswith("/*")
    return False
