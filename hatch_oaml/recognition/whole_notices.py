"""Files that are notices throughout: each paragraph, item or line of them is one, whatever its words."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import replace
from operator import attrgetter
from typing import TYPE_CHECKING

from hatch_oaml.recognition.as_notice import as_notice
from hatch_oaml.recognition.blocks import Block
from hatch_oaml.recognition.denials import leads_to_denial, opens_with_denial
from hatch_oaml.recognition.grammars import found_in
from hatch_oaml.recognition.joining import joined
from hatch_oaml.recognition.license_texts import opens_license_text, with_license_texts
from hatch_oaml.recognition.whole import items, names_nobody, paragraphs, single_lines
from hatch_oaml.recognition.words.shared import EMAIL, is_template
from hatch_oaml.records.notice import Notice
from hatch_oaml.values.expressions import expression

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from hatch_oaml.recognition.passage import Found, Passage, WholeNotices
    from hatch_oaml.recognition.whole import Paragraph

_DEED = expression(r"^\W*[A-Z][a-z]+\s+(?:an?|the|in|some|many|numerous|several|various|to|with)\s")
"""What somebody did, on the line below the name."""
_PROSE = expression(r"\b(?:is|are|was|were|have|has|the following|this|these|please|see)\b", re.IGNORECASE)
"""What a line in a list of names does not hold."""
_MAIL = expression(EMAIL, re.IGNORECASE)
_SMALL = r"[a-z][a-z'’-]*"
_MORE_WORDS = r"(?:,?\s[\w'’-]+)"
_GOES_ON = expression(
    rf"^{_SMALL},?\s{_SMALL}(?:(?:,?\s{_SMALL}){{3,}}|{_MORE_WORDS}+(?=\.)){_MORE_WORDS}?(?:\.(?:\s\w[^.]*)?)?$"
)
"""Words without a capital, with which a sentence goes on."""
_MODULE = expression(r"^[a-z_]\w*(?:\.\w+)+\.$")
"""What ends such a sentence: `loom.extras.`"""
_LEADING_IN = expression(r"\A[^.!?]{1,200}\s(?:is|are|was|were)\s*\Z")
_FILES = expression(
    r"Files?(?:-Excluded)?:[^\n]*(?:\n(?![\w-]+:)[^\n]*)*\s*(?:Copyright:\s*(?:[Tt]his\s+software\s+is\s*)?)?\Z"
)
_LEADS_ON = expression(r"\A(?:\W*\w[a-z'’-]*)(?:,?\s[a-z'’-]+)*:\s*\Z")
"""What stands above a license or a list, and names nothing: `The following files are under other licenses:`."""
_DIVIDED = {"paragraph": paragraphs, "item": items, "line": single_lines}
_START = attrgetter("start")


def whole_notices(passage: Passage, content: WholeNotices) -> Iterator[Notice]:
    """:param content: that of `passage`."""
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
            yield from _rest(passage, content, block, (index, found.start), every, lines, is_deed=paragraph.is_deed)
            yield replace(as_notice(passage, block, found, lines), sure=found.sure, whole=True)
            index = found.end
        yield from _rest(passage, content, block, (index, len(block.text)), every, lines, is_deed=paragraph.is_deed)


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
        (after and opening[:1].islower())
        or _LEADS_ON.match(text) is not None
        or _LEADING_IN.search(text) is not None
        or _FILES.match(opening) is not None
    )


def _is_no_line_of_names(text: str) -> bool:
    """Is it a line of a sentence, to be filled in, or one above a list?"""
    if any(words.search(text) for words in (_PROSE, _DEED, _GOES_ON, _MODULE)):
        return True
    return _leads_to_a_list(text) or (is_template(text) and not _MAIL.search(text))


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
    *,
    is_deed: bool,
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
    kind = inner[0].kind if inner else "license" if opens_license_text(text) else content.kind
    denied = opens_with_denial(text) or leads_to_denial(lines, block.first)
    yield Notice(
        kind=kind,
        text=joined(text),
        line=passage.line_in_file(block.line_at(start)),
        end_line=passage.line_in_file(block.line_at(start + len(text.strip()))),
        sure=(
            content.sure
            and not is_deed
            and not (content.each == "line" and _is_no_line_of_names(text))
            and not (content.each == "item" and names_nobody(text))
            and not _is_fragment(text, after=between[0] > 0)
        )
        or any(found.sure and found.kind != "license" for found in inner),
        whole=True,
        visibility="withdrawn" if denied else passage.visibility,
    )
