"""Finds the conspicuous marking “Not a Contribution” of clause 1.7."""

from __future__ import annotations

import re

from hatch_oaml.recognition.comment_markers import bare, prefix
from hatch_oaml.recognition.words.headings import MARKED, MARKED_AS, MARKED_BEHIND
from hatch_oaml.values.expressions import expression

_OPEN = r"[\s\"'“”‘’「」【】\[\]()（）<>《》*_=~!！#|/·—–-]*"
_SAID = rf"(?:{MARKED}){_OPEN}(?:(?:{MARKED}){_OPEN})?"
_MARKING = expression(
    rf"{_OPEN}(?:(?:{MARKED_AS})\s*[:：]?{_OPEN}){{0,3}}{_SAID}[.。]?{_OPEN}(?:{MARKED_BEHIND})?[.。]?{_OPEN}",
    re.IGNORECASE,
)
_LONGEST = 400
"""Characters: a longer line is no conspicuous mark."""
_WORDS = expression(MARKED.either, re.IGNORECASE)
_SENTENCE_ENDS = (".", "。", ":", "：", "!", "！")


def marked_line(text: str) -> int | None:
    """The first line, from 1, that marks its file by clause 1.7 and does not merely quote the words; None if none does."""
    if not _may_be_marked(text):
        return None
    lines = text.split("\n")
    for index, line in enumerate(lines):
        if (
            len(line) <= _LONGEST
            and _WORDS.search(line)
            and _MARKING.fullmatch(bare(line))
            and not _goes_on(lines, index)
        ):
            return index + 1
    return None


def _may_be_marked(text: str) -> bool:
    lower = text.lower()
    if "contribution" in lower and _WORDS.search(lower):
        return True
    return not lower.isascii() and ("贡献" in lower or "貢獻" in lower) and _WORDS.search(lower) is not None


def _goes_on(lines: list[str], index: int) -> bool:
    """Is the line the end of a sentence that began on the line before? Licenses quote the words so."""
    if not index or prefix(lines[index - 1]) != prefix(lines[index]):
        return False
    before = bare(lines[index - 1])
    return bool(before) and not before.endswith(_SENTENCE_ENDS) and re.search(r"\w", before) is not None
