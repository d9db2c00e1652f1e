"""Recognises notices in text, whatever file it comes from."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from hatch_oaml.recognition import attributions
from hatch_oaml.recognition.as_notice import as_notice
from hatch_oaml.recognition.blocks import split_blocks
from hatch_oaml.recognition.grammars import found_in
from hatch_oaml.recognition.items import within_item
from hatch_oaml.recognition.passage import Passage, WholeNotices
from hatch_oaml.recognition.prefilter import lines_with_needle
from hatch_oaml.recognition.reading import Reading
from hatch_oaml.recognition.whole_notices import whole_notices

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from hatch_oaml.recognition.blocks import Block
    from hatch_oaml.recognition.passage import Found
    from hatch_oaml.records.notice import Notice


def recognise(passage: Passage) -> Iterator[Notice]:
    """The notices of `passage` in the order of their lines."""
    if isinstance(passage.content, WholeNotices):
        yield from whole_notices(passage, passage.content)
        return
    lines, is_code = passage.text.split("\n"), passage.content == "code"
    for block in split_blocks(lines, lines_with_needle(passage.text)):
        own = partial(_in_item, block=block, lines=lines, is_code=is_code)
        for found in found_in(block.reading, own):
            yield as_notice(passage, block, found, lines)


def _in_item(found: Found, *, block: Block, lines: Sequence[str], is_code: bool) -> Found:
    """`found` as far as its item of a list goes; merely possible where that alone tells of nothing."""
    own = within_item(found, block=block, lines=lines, is_code=is_code)
    if (own.start, own.end) == (found.start, found.end) or not found.sure:
        return own
    alone = attributions.find(Reading(text=block.text[own.start : own.end]))
    return own if any(one.sure for one in alone) else replace(own, sure=False)
