"""Finds notices that are sentences of German, French, Spanish, Italian, Japanese or Korean."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hatch_oaml.recognition.hearsay import is_told_to_a_model
from hatch_oaml.recognition.passage import Found
from hatch_oaml.recognition.rows import Rows
from hatch_oaml.recognition.sentences import sentence_around
from hatch_oaml.recognition.unfilled import is_unfilled
from hatch_oaml.recognition.words.elsewhere import MARKS, MARKS_EAST, NOBODY, OWNED, OWNED_EAST, PATENTS, PATENTS_EAST
from hatch_oaml.recognition.words.origins_elsewhere import ORIGINS, ORIGINS_EAST
from hatch_oaml.recognition.words.people_elsewhere import AUTHOR, AUTHOR_LABEL
from hatch_oaml.recognition.words.shared import is_template
from hatch_oaml.values.expressions import expression

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from hatch_oaml.recognition.reading import Reading
    from hatch_oaml.recognition.vocabulary import Vocabulary
    from hatch_oaml.records.notice import NoticeKind

_EAST = expression(r"[\u3040-\u30ff\uac00-\ud7af]")
"""Letters of Japanese and Korean, whose sentences need no full stop at a line's end."""
_NOBODY = expression(NOBODY.either)
_TABLES: tuple[tuple[NoticeKind, Vocabulary], ...] = (
    ("copyright", OWNED),
    ("copyright", OWNED_EAST),
    ("trademark", MARKS),
    ("trademark", MARKS_EAST),
    ("patent", PATENTS),
    ("patent", PATENTS_EAST),
    ("attribution", ORIGINS),
    ("attribution", ORIGINS_EAST),
    ("attribution", AUTHOR),
    ("attribution", AUTHOR_LABEL),
)
_ROWS = tuple((kind, table, Rows(table)) for kind, table in _TABLES)
NEEDED = tuple(word for _, _, rows in _ROWS for word in rows.words)
"""Words of which a text must hold one for any of the tables."""


def find(reading: Reading) -> Iterator[Found]:
    folded = reading.folded
    for kind, names, rows in _ROWS:
        for match in rows.finditer(reading):
            begin = match.start() + len(match[0]) - len(match[0].lstrip())
            start, end = sentence_around(folded, begin, match.end())
            start = max(start, folded.rfind("\n", 0, begin) + 1) if _EAST.search(match[0]) else start
            if names is ORIGINS and match[0][0].isupper() and folded[match.start() - 1 : match.start()] == "\n":
                start = match.start()
            if names is AUTHOR_LABEL or (names is ORIGINS and _ends_with_address(match)):
                end = _line_end(folded, match.end())
            if _names_nobody(folded, start, match, names):
                continue
            if not is_template(folded[start:end]):
                sure = kind != "copyright" or not _NOBODY.search(match[0])
                yield Found(kind=kind, start=start, end=end, anchor=match.start(), anchor_end=match.end(), sure=sure)


def _names_nobody(text: str, start: int, match: re.Match[str], names: Vocabulary) -> bool:
    """Is a label not filled in, or a model told who made it?"""
    if names is AUTHOR_LABEL:
        return is_unfilled(text[match.end() : _line_end(text, match.end())])
    return names is AUTHOR and is_told_to_a_model(text, start, match.end())


def _ends_with_address(match: re.Match[str]) -> bool:
    """Is it an address that ends the line, with which the sentence ends too?"""
    return "://" in match[0] and match.string[match.end() : match.end() + 1] in {"", "\n"}


def _line_end(text: str, offset: int) -> int:
    end = text.find("\n", offset)
    return end if end >= 0 else len(text)
