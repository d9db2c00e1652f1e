"""Takes away what stands around a line's words: comment signs, boxes, markup, entities."""

from __future__ import annotations

import re

from hatch_oaml.recognition.words.markup import CHECKER, EDITOR, PREFIX, SIGN, SUFFIX, TAG
from hatch_oaml.values.entities import unescaped
from hatch_oaml.values.expressions import expression

_PREFIX = expression(rf"\s*(?:{PREFIX}\s*)*", re.IGNORECASE)
_SUFFIX = expression(rf"\s*{SUFFIX}\s*$", re.IGNORECASE)
_LAST = frozenset("/>)}\"'#*|;%=~^_+-\\,$")
"""With what a line ends that has a suffix, but for the letter of an escape."""
_OF_SUFFIXES = " \t\v\f\r\x1c\x1d\x1e\x1f\x85\xa0\u3000" + "".join(_LAST) + "nrtNRT"
"""Of these a suffix is made, and the white space around it: to search from their first on costs less than to search the line."""
_SPACES = expression(r"\s*")
_RUN = expression(r">--+|#+|\*+|//+|;+|%+|[=~^_+-]{3,}")
"""Backwards, the sign or the rule that a line ends with, however long: what `_SUFFIX` would take, were it searched from the first of them on."""
_LONGEST_SUFFIX = 64
"""Characters: a line may end in ten thousand suffixes, and each is searched for anew."""
_SHORT_SUFFIX = 4
_TAG = expression(rf"</?{TAG}(?:(?!\s(?:at|\[at\])\s)[\s/](?:[^<>=]*=[^<>]*|(?:(?!@|\sat\s)[^<>])*))?>", re.IGNORECASE)
"""Without an attribute it may be an address: `<code at loom.example>`."""
_SIGN = expression(SIGN.either, re.IGNORECASE)
_ESCAPED_MARK = expression(r"(?<=\w)\\([.-])")
"""As troff writes it: `Mina C\\. Halloway`."""
_CHECKER = expression(rf"\s{CHECKER}$")
_EMPHASIS = "**"
_UNDERLINED = expression(r"_(?!_)(.+)(?<!_)_")
"""Emphasis of Markdown around a whole line."""
_IN_ANGLES = expression(r"<(copyright\b[^<>]{4,})>", re.IGNORECASE)
"""A statement that somebody put between angles."""
_ENOUGH = 16
"""Characters of a line's first word that are looked for."""
_MARK = expression(r"[\s>#*/;%-]*(?:[-*+•·]|[(（]?\d{1,2}[.)、）]|[①-⑳])(?=\s+\S|[①-⑳、])")
_LETTER_MARK = expression(r"\s*o(?=\s+[A-Z@\[`])")
"""As plain texts have it."""
_EDITOR = expression(EDITOR.either)
"""A line for editors and interpreters, not for people: no sentence goes on from it."""


def bare(line: str) -> str:
    """`line` without what stands around its words, its white space single; "" for a line without any.

    Invisible characters stay where they are, and whatever stands before them: they are part of what the file says.
    """
    line = unescaped(line)
    if "\\" in line or "|" in line or "&" in line or "{}" in line or "{c}" in line or "{C}" in line:
        line = _ESCAPED_MARK.sub(r"\1", _SIGN.sub("©", line))
    if "<" in line:
        line = _TAG.sub(" ", line)
    text = _without_suffixes(line[_PREFIX.match(line).end() :])  # type: ignore[union-attr]  # it matches the empty string too
    if "#" in text:
        text = _CHECKER.sub("", text)
    if _EMPHASIS in text:
        text = text.replace(_EMPHASIS, "")
    said = " ".join(text.split())
    if said.startswith("_") and said.endswith("_"):
        said = _UNDERLINED.sub(r"\1", said)
    elif said.startswith("<") and (whole := _IN_ANGLES.fullmatch(said)):
        said = whole[1]
    return (
        "" if (said.startswith((".", "-*-")) or "*-" in said or "coding" in said) and _EDITOR.fullmatch(said) else said
    )


def _without_suffixes(text: str) -> str:
    if not _may_have_suffix(text):
        return text
    words_end = len(text.rstrip(_OF_SUFFIXES))
    first_escape = text.find("\\")
    backwards = text[::-1]
    end = len(text)
    while True:
        bare_end = len(text) - _SPACES.match(backwards, len(text) - end).end()  # type: ignore[union-attr]  # it matches the empty string too
        if text[bare_end - 1 : bare_end] not in _LAST and not 0 <= first_escape < end:
            return text[:end]
        if run := _RUN.match(backwards, len(text) - bare_end):
            end = max(len(text) - run.end(), 0)
            continue
        start = _start_of_suffix(text, words_end, end)
        if start is None:
            return text[:end]
        end = _first_of_its_like(text, start, end)


def _start_of_suffix(text: str, words_end: int, end: int) -> int | None:
    """Of the last suffix in `text` up to `end`; looked for among the last few characters, where most begin."""
    near = max(words_end, end - _SHORT_SUFFIX)
    suffix = _SUFFIX.search(text, near, end)
    if suffix is None or suffix.start() <= near + 1:  # a longer one may begin further ahead
        suffix = _SUFFIX.search(text, max(words_end, end - _LONGEST_SUFFIX), end)
    return suffix.start() if suffix else None


def _first_of_its_like(text: str, start: int, end: int) -> int:
    """Of the suffix that stands between: one that the same stands before, and the same again, is a suffix as well."""
    length = end - start
    twice = text[start:end] * 2
    while start >= 2 * length and text.startswith(twice, start - 2 * length):
        start -= length
    return start


def column(line: str, text: str) -> int:
    """In which column of `line` its bare `text` begins, from 0; 0 where markup hides it."""
    offset = max(0, line.find(text[:_ENOUGH].partition(" ")[0]))
    return len(line[:offset].expandtabs()) if "\t" in line[:offset] else offset


def _may_have_suffix(text: str) -> bool:
    return text.rstrip()[-1:] in _LAST or "\\" in text


def marked(line: str) -> str:
    """The signs before the words of `line` if the last is the mark of a list's item, `- ` or `2. `, as one of them; "" if not."""
    found = _MARK.match(line)
    return re.sub(r"\d+", "1", "".join(found[0].split())) if found else ""


def item_mark(line: str, *, is_code: bool) -> tuple[str, int] | None:
    """As `marked`, with the column of the mark, from 0; None where it may as well be the sign of a comment: ` * `, `-- `, `+` of a patch."""
    if not is_code and (letter := _LETTER_MARK.match(line)):
        return "o", len(letter[0].expandtabs())
    mark = marked(line)
    if not mark or set(mark[:-1]) & set("-+") or mark.startswith(("/*", "**")):
        return None
    found = _MARK.match(line)
    place = len(found[0].expandtabs()) - 1 if found else 0
    if (mark == "*" and (is_code or place == 1)) or (mark == "+" and is_code):
        return None
    return mark, place


def prefix(line: str) -> str:
    """The comment sign that `line` begins with, as far as it tells one comment from another; "" for none."""
    sign = line.lstrip()[:2].replace("\t", " ")
    if sign[:1] in {"#", ";", "%", "!"}:
        return sign[:1]
    if sign == '" ' and line.count('"') > 1:  # a literal, and no comment of Vim
        return ""
    return sign if sign in {"//", "--", "..", "::", '" '} else ""
