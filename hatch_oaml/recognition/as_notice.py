"""The notice that is made of what was found: its words, its lines, and how openly it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hatch_oaml.recognition.denials import is_denied, leads_to_denial
from hatch_oaml.recognition.joining import joined
from hatch_oaml.recognition.quoting import in_string
from hatch_oaml.records.notice import Notice

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hatch_oaml.recognition.blocks import Block
    from hatch_oaml.recognition.passage import Found, Passage


def as_notice(passage: Passage, block: Block, found: Found, lines: Sequence[str]) -> Notice:
    """:param lines: of the passage, of which `block` holds some."""
    first, last = block.line_at(found.start), block.line_at(found.end)
    visibility = passage.visibility
    if (
        visibility == "open"
        and passage.content == "code"
        and in_string(lines[first], block.text[found.start : found.end])
    ):
        visibility = "string"
    if is_denied(block.text, found.start, found.end, block.hints) or leads_to_denial(lines, block.first):
        visibility = "withdrawn"
    return Notice(
        kind=found.kind,
        text=joined(block.text[found.start : found.end]),
        line=passage.line_in_file(first),
        end_line=passage.line_in_file(last),
        sure=found.sure and not (found.kind == "license" and visibility == "string"),
        visibility=visibility,
    )
