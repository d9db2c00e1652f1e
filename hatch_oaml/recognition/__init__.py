"""Recognises notices in text, whatever file it comes from."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right, insort
from dataclasses import replace
from functools import partial
from operator import attrgetter
from typing import TYPE_CHECKING

from hatch_oaml.recognition import attributions, copyrights, elsewhere, license_tags, ownership, patents, trademarks
from hatch_oaml.recognition.blocks import Block, split_blocks
from hatch_oaml.recognition.boilerplate import is_boilerplate
from hatch_oaml.recognition.denials import is_denied, leads_to_denial, opens_with_denial
from hatch_oaml.recognition.items import within_item
from hatch_oaml.recognition.joining import joined
from hatch_oaml.recognition.license_texts import with_license_texts
from hatch_oaml.recognition.passage import Passage, WholeNotices
from hatch_oaml.recognition.prefilter import lines_with_needle
from hatch_oaml.recognition.quoting import in_string
from hatch_oaml.recognition.reading import Reading
from hatch_oaml.recognition.whole import items, names_nobody, paragraphs, single_lines
from hatch_oaml.records.notice import Notice
from hatch_oaml.values.expressions import expression
from hatch_oaml.values.words import holds_any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from hatch_oaml.recognition.passage import Found
    from hatch_oaml.recognition.whole import Paragraph

_COPYRIGHTS = (
    *("copy", "copr.", "(c)", "©", "ⓒ", "版权", "版權", "著作权", "著作權", "著作権", "저작권"),
    *("urheber", "autor", "auteur", "derechos", "direitos"),
)
_GRAMMARS = (
    (copyrights.find, _COPYRIGHTS),
    (ownership.find, ("权", "權", "copyright", "reserved", "软著", "軟著", "登记号")),
    (patents.find, ("patent", "pat.", "专利", "專利")),
    (trademarks.find, ("mark", "trade", "respective", "商标", "商標")),
    (elsewhere.find, elsewhere.NEEDED),
    (attributions.find, ("",)),
    (license_tags.find, ("licens", "licenc", "spdx", "under", *"许許授协協采遵依按")),
)
"""In the order in which they claim words that two of them would take; each with words of which a text must hold one for it."""
_DEED = expression(r"^\W*[A-Z][a-z]+\s+(?:an?|the|in|some|many|numerous|several|various|to|with)\s")
"""What somebody did, on the line below the name."""
_PROSE = expression(r"\b(?:is|are|was|were|have|has|the following|this|these|please|see)\b", re.IGNORECASE)
"""What a line in a list of names does not hold."""
_LEADING_IN = expression(r"\A[^.!?]{1,200}\s(?:is|are|was|were)\s*\Z")
_FILES = expression(r"Files(?:-Excluded)?:[^\n]*(?:\n\s[^\n]*)*\s*(?:Copyright:)?\s*\Z")
_DIVIDED = {"paragraph": paragraphs, "item": items, "line": single_lines}
_START, _END = attrgetter("start"), attrgetter("end")
_OWNED_BEHIND = expression(r"\w{0,20}(?:版权|版權|著作权|著作權)")
_BETWEEN_CLAUSES = " \t,，"
_BETWEEN = " \t\n,;|"


def recognise(passage: Passage) -> Iterator[Notice]:
    """The notices of `passage` in the order of their lines."""
    if isinstance(passage.content, WholeNotices):
        yield from _whole(passage, passage.content)
        return
    lines, is_code = passage.text.split("\n"), passage.content == "code"
    for block in split_blocks(lines, lines_with_needle(passage.text)):
        own = partial(_in_item, block=block, lines=lines, is_code=is_code)
        for found in found_in(block.reading, own):
            yield _notice(passage, block, found, lines)


def _in_item(found: Found, *, block: Block, lines: Sequence[str], is_code: bool) -> Found:
    """`found` as far as its item of a list goes; merely possible where that alone tells of nothing."""
    own = within_item(found, block=block, lines=lines, is_code=is_code)
    if (own.start, own.end) == (found.start, found.end) or not found.sure:
        return own
    alone = attributions.find(Reading(text=block.text[own.start : own.end]))
    return own if any(one.sure for one in alone) else replace(own, sure=False)


def found_in(reading: Reading, own: Callable[[Found], Found] | None = None) -> list[Found]:
    """The notices among bare lines, none overlapping another, in order.

    :param own: what of an attribution is its own, where the lines are items of a list.
    """
    text = reading.text
    taken: list[Found] = []
    for grammar, needed in _GRAMMARS:
        for found in grammar(reading) if holds_any(reading.lower, needed) else ():
            clipped = _clipped(text, own(found) if own and found.kind == "attribution" else found, taken)
            if clipped is not None and not is_boilerplate(text, clipped):
                insort(taken, clipped, key=_START)
    return _merged(text, taken)


def _merged(text: str, taken: list[Found]) -> list[Found]:
    """`taken`, years that nobody is named behind joined to the sentence that says whose: `Copyright 2020，版权归……所有`."""
    merged: list[Found] = []
    for found in taken:
        before = merged[-1] if merged else None
        if before and before.kind == found.kind == "copyright" and _goes_on(text, before, found):
            merged[-1] = replace(found, start=before.start)
        else:
            merged.append(found)
    return merged


def _goes_on(text: str, years: Found, found: Found) -> bool:
    between = text[years.end : found.start]
    return not years.sure and not between.strip(_BETWEEN_CLAUSES) and _OWNED_BEHIND.match(text, found.start) is not None


def _clipped(text: str, found: Found, taken: list[Found]) -> Found | None:
    """`found` without what others took at its ends; None where they took its `anchor`.

    :param taken: in order, none overlapping another.
    """
    start, end = found.start, found.end
    index = bisect_right(taken, start, key=_END)
    while index < len(taken) and taken[index].start < end:
        other = taken[index]
        if other.start > found.anchor_end:
            end = other.start
        elif other.end <= found.anchor:
            start = other.end
        else:
            return None
        index += 1
    end = start + len(text[start:end].rstrip(_BETWEEN))
    start += len(text[start:end]) - len(text[start:end].lstrip(_BETWEEN))
    return replace(found, start=start, end=end) if start < end else None


def _notice(passage: Passage, block: Block, found: Found, lines: list[str]) -> Notice:
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


def _whole(passage: Passage, content: WholeNotices) -> Iterator[Notice]:
    lines = passage.text.split("\n")
    for paragraph, is_license in _parted(content, lines):
        if is_license:
            yield _license_text(passage, content, paragraph)
            continue
        block = Block(text=paragraph.text, first=paragraph.first, columns=paragraph.columns)
        index = 0
        every = found_in(block.reading)
        for found in every:
            if found.kind != "copyright" and not _has_its_own_lines(block.text, found):
                continue
            yield from _rest(passage, content, block, (index, found.start), every, lines)
            yield replace(_notice(passage, block, found, lines), sure=found.sure, whole=True)
            index = found.end
        yield from _rest(passage, content, block, (index, len(block.text)), every, lines)


def _parted(content: WholeNotices, lines: Sequence[str]) -> Iterator[tuple[Paragraph, bool]]:
    """What each notice is made of, and whether it is a license's text."""
    parts = _DIVIDED[content.each](lines)
    if content.each == "paragraph":
        return with_license_texts([*parts], _names_holder)
    return ((part, False) for part in parts)


def _names_holder(paragraph: Paragraph) -> bool:
    reading = Block(text=paragraph.text, first=0, columns=paragraph.columns).reading
    return any(found.kind == "copyright" and found.sure for found in found_in(reading))


def _license_text(passage: Passage, content: WholeNotices, paragraph: Paragraph) -> Notice:
    last = paragraph.first + paragraph.text.count("\n")
    return Notice(
        kind="license",
        text=joined(paragraph.text),
        line=passage.line_in_file(paragraph.first),
        end_line=passage.line_in_file(last),
        sure=content.sure,
        whole=True,
        visibility=passage.visibility,
    )


def _has_its_own_lines(text: str, found: Found) -> bool:
    """Is this a trademark or patent sentence with a line, or lines, to itself? It may be moved or dropped on its own."""
    if found.kind not in {"trademark", "patent"} or not found.sure:
        return False
    return f"\n{text}"[found.start] == "\n" == f"{text}\n"[found.end]


def _is_fragment(text: str, *, after: bool) -> bool:
    """Is `text` what is left of a sentence around a copyright, or which files the next one is of: no notice of its own?"""
    opening = text.lstrip(" \n.,;:)").lstrip("\"'")
    return (
        (after and opening[:1].islower()) or _LEADING_IN.search(text) is not None or _FILES.match(opening) is not None
    )


def _leads_to_a_list(text: str) -> bool:
    """Is it the line above the names: `The core team:`?"""
    return text.rstrip().endswith((":", "：")) or set(text.strip()) <= set("=-~#*_ ")


def _rest(
    passage: Passage,
    content: WholeNotices,
    block: Block,
    between: tuple[int, int],
    every: Sequence[Found],
    lines: Sequence[str],
) -> Iterator[Notice]:
    """What stands in a paragraph of notices between those that stand on their own.

    :param every: the notices of the whole paragraph, in order.
    """
    start, end = between
    text = block.text[start:end]
    if not any(character.isalnum() for character in text):
        return
    start += len(text) - len(text.lstrip())
    inner = every[bisect_left(every, start, key=_START) : bisect_left(every, end, key=_START)]
    kind = inner[0].kind if inner else content.kind
    denied = opens_with_denial(text) or leads_to_denial(lines, block.first)
    yield Notice(
        kind=kind,
        text=joined(text),
        line=passage.line_in_file(block.line_at(start)),
        end_line=passage.line_in_file(block.line_at(start + len(text.strip()))),
        sure=(
            content.sure
            and not (content.each == "line" and (_PROSE.search(text) or _DEED.match(text) or _leads_to_a_list(text)))
            and not (content.each == "item" and names_nobody(text))
            and not _is_fragment(text, after=between[0] > 0)
        )
        or any(found.sure and found.kind != "license" for found in inner),
        whole=True,
        visibility="withdrawn" if denied else passage.visibility,
    )
