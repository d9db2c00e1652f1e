"""The sentences of a document, which are the same in every form of it: they tell where it went when it was converted.

What people read is taken out of the marks of HTML, Markdown and reStructuredText, joined where a line merely ends, and divided into
sentences. A line of a program, of a fence or of marks alone stays as it is: by such lines programs and templates are told.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from hatch_oaml.values.decoding import decode
from hatch_oaml.values.entities import unescaped
from hatch_oaml.values.expressions import expression

if TYPE_CHECKING:
    from collections.abc import Iterator

_MOST = 1 << 17
"""Characters of a text that are looked at: beyond them a large one is told by its beginning."""
_FENCE = "```"
_DIVIDER = "\x1e"
_COMMENT = expression(r"<!--[^\n]*?(?:-->|$)", re.MULTILINE)
_ADDRESS = expression(r"<(?P<address>(?:https?://|mailto:)[^<>\s]*)>")
_TAG = expression(r"</?(?P<name>[A-Za-z][\w:-]*)(?![\w:-])[^<>\n]*>")
_WITHIN_A_LINE = frozenset(
    (
        *(
            "a",
            "abbr",
            "b",
            "big",
            "bdi",
            "bdo",
            "cite",
            "code",
            "del",
            "dfn",
            "em",
            "font",
            "i",
            "ins",
            "kbd",
            "mark",
            "q",
        ),
        *("s", "samp", "small", "span", "strike", "strong", "sub", "sup", "tt", "u", "var", "wbr"),
    )
)
"""Tags that divide no text."""
_IMAGE = expression(r"!\[[^\[\]\n]*\]\([^()\n]*\)")
_LINK = expression(r"\[(?P<text>[^\[\]\n]*)\]\([^()\n]*\)")
_ROLE = expression(r"(?::[\w-]{1,40}:)?`(?P<text>[^`<>\n]*)(?: <[^`<>\n]*>)?`__?")
"""A link of reStructuredText."""
_ITEM = expression(r"(?:[-*+•]|\d{1,3}[.)])\s+")
_LEAD = expression(r"^[> \t]+(?:#{1,6} )?|^#{1,6} ", re.MULTILINE)
_ROW = expression(r"^\|[^\n]*", re.MULTILINE)
_EMPHASIS = expression(r"[*`]+|(?<!\w)_+|_+(?!\w)|\\(?=[^\w\s])")
_CODE = expression(r"[{}=<>|\\$@~^#\[\]_]|;$|\w\(|::|->")
_CHARACTERS_TO_A_SIGN = 20
"""Where there are fewer, it is a line of a program."""
_LETTER = expression(r"\w")
_SHORT = 16
"""Bytes: a word or two."""
_FOLDS = str.maketrans(
    dict.fromkeys("‘’‚‛", "'") | dict.fromkeys("“”„‟", '"') | dict.fromkeys("‐‑–—―", "-") | {"\u00a0": " ", "…": "..."}
)
"""What a word processor puts in the place of what is typed."""
_DASHES = expression(r"-{2,}")
_SPACE = expression(r"\s+")
_BETWEEN_HAN = expression(r"(?<=[\u2e80-\u9fff\uff00-\uffef]) (?=[\u2e80-\u9fff\uff00-\uffef])")
_SENTENCE_END = expression(r"(?<=[.!?]) |(?<=[。！？]) ?")


def in_sentences(data: bytes) -> bytes:
    """`data` of a text, with each sentence on a line of its own, whatever marks and line breaks it had, in UTF-8."""
    text = decode(data).text[:_MOST].replace("\r\n", "\n").replace("\r", "\n")
    told = _told(text.split("\n"), _shown(text))
    return "\n".join(told).encode("utf-8", "surrogatepass")


def _told(lines: list[str], shown: list[str]) -> Iterator[str]:
    paragraph: list[str] = []
    is_fenced = False
    for line, seen in zip(lines, shown, strict=True):
        is_fence = _FENCE in line and line.lstrip().startswith(_FENCE)
        is_fenced ^= is_fence
        if is_fence or is_fenced or not _is_prose(line, seen, goes_on=bool(paragraph)):
            yield from _sentences(paragraph)
            paragraph = []
            if _LETTER.search(line) and not is_fence:
                yield line
            continue
        first, *others = seen.split(_DIVIDER)
        if _ITEM.match(first):
            yield from _sentences(paragraph)
            paragraph, first = [], _ITEM.sub("", first, count=1)
        paragraph.append(first)
        for part in others:
            yield from _sentences(paragraph)
            paragraph = [part]
    yield from _sentences(paragraph)


def _shown(text: str) -> list[str]:
    """What a reader sees of each line of `text`, with a divider where a tag or the bar of a table divides one."""
    if "`_" in text:
        text = _ROLE.sub(r"\g<text>", text)
    if "<" in text:
        text = _TAG.sub(_divided, _ADDRESS.sub(r"\g<address>", _COMMENT.sub("", text)))
    if "](" in text:
        text = _LINK.sub(r"\g<text>", _IMAGE.sub("", text))
    text = _ROW.sub(lambda row: row[0].replace("|", _DIVIDER), _LEAD.sub("", text))
    return [unescaped(line) if "&" in line else line for line in text.split("\n")]


def _divided(tag: re.Match[str]) -> str:
    return "" if tag["name"].lower() in _WITHIN_A_LINE else _DIVIDER


def _is_prose(line: str, shown: str, *, goes_on: bool) -> bool:
    """Is what is `shown` of `line` for people to read? A word or two among tags is, where a sentence goes on with them."""
    if _LETTER.search(shown) is None:
        return False
    if _CHARACTERS_TO_A_SIGN * len(_CODE.findall(shown)) > len(shown):
        return False
    return goes_on or "<" not in line or len(shown.strip().encode("utf-8", "surrogatepass")) >= _SHORT


def _sentences(paragraph: list[str]) -> Iterator[str]:
    text = _EMPHASIS.sub("", " ".join(paragraph)).translate(_FOLDS)
    text = _SPACE.sub(" ", _DASHES.sub("-", text)).strip()
    if not text.isascii():
        text = _BETWEEN_HAN.sub("", text)
    yield from filter(None, _SENTENCE_END.split(text))
