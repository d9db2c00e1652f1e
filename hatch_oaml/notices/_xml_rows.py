"""Tells the records of an XML document that holds data from the document's own elements."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from hatch_oaml.notices._rows import IS_NOTICE_FIELD
from hatch_oaml.values.expressions import expression

if TYPE_CHECKING:
    from collections.abc import Iterator

_RECORD = expression(
    r"<(?P<name>row|record|sample|example|instance|utterance|turn|tuv?|seg|sentence|qa|pair|s)(?=[\s>])[^<>]*>",
    re.IGNORECASE,
)
_IN_DATA = expression(r"<(?P<name>item|entry|doc|document|text|question)(?=[\s>])[^<>]*>", re.IGNORECASE)
_DATA = expression(
    r"(?:\s|<\?[^<>]*>|<![^<>]*>)*<(?:\w+:)?(?:data|data-?set|rows|corpus|records|samples|examples|items)[\s>]",
    re.IGNORECASE,
)
"""With what a document begins in which elements of any name are records."""
_FIELD = expression(r"<(?P<field>[\w:.-]+)\b[^<>]*>[^<>]*</(?P=field)\s*>")
_COMMENT = expression(r"<!--.{0,4000}?-->", re.DOTALL)
_LEAST = 3


def without_records(text: str) -> str:
    """`text`, each record but its notice fields and comments left out, its line feeds kept; all of it where there are hardly any."""
    spans = [*_spans(text, _RECORD)]
    if len(spans) < _LEAST and _DATA.match(text):
        spans = [*_spans(text, _IN_DATA)]
    if len(spans) < _LEAST:
        return text
    return "".join(_told(text, spans))


def _spans(text: str, opening: re.Pattern[str]) -> Iterator[tuple[int, int]]:
    """Where each record's content begins and ends; of one in another that of the outer."""
    reached = 0
    never: set[str] = set()
    for tag in opening.finditer(text):
        if tag.start() < reached or tag["name"] in never or tag[0].endswith("/>"):
            continue
        end = text.find(f"</{tag['name']}", tag.end())
        if end < 0:
            never.add(tag["name"])
            continue
        yield tag.end(), end
        reached = end


def _told(text: str, spans: list[tuple[int, int]]) -> Iterator[str]:
    reached = 0
    for start, end in spans:
        yield text[reached:start]
        yield _of_the_file(text[start:end])
        reached = end
    yield text[reached:]


def _of_the_file(record: str) -> str:
    kept = [field.span() for field in _FIELD.finditer(record) if IS_NOTICE_FIELD.match(field["field"])]
    kept += [comment.span() for comment in _COMMENT.finditer(record)] if "<!--" in record else []
    told: list[str] = []
    reached = 0
    for start, end in sorted(kept):
        if start >= reached:
            told += ("\n" * record.count("\n", reached, start), record[start:end])
            reached = end
    return "".join((*told, "\n" * record.count("\n", reached)))
