"""Finds notices that are sentences of German, French, Spanish, Italian, Japanese or Korean."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from hatch_oaml.recognition.passage import Found
from hatch_oaml.recognition.sentences import sentence_around
from hatch_oaml.recognition.words.elsewhere import MARKS, NOBODY, ORIGINS, OWNED, PATENTS
from hatch_oaml.recognition.words.shared import is_template
from hatch_oaml.values.expressions import expression

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hatch_oaml.recognition.reading import Reading
    from hatch_oaml.records.notice import NoticeKind

_NOBODY = expression(NOBODY.either)
_TABLES: tuple[tuple[NoticeKind, re.Pattern[str]], ...] = (
    ("copyright", expression(OWNED.either, re.IGNORECASE)),
    ("trademark", expression(MARKS.either, re.IGNORECASE)),
    ("patent", expression(PATENTS.either, re.IGNORECASE)),
    ("attribution", expression(ORIGINS.either, re.IGNORECASE)),
)


def find(reading: Reading) -> Iterator[Found]:
    folded = reading.folded
    for kind, table in _TABLES:
        done = 0
        for match in table.finditer(folded):
            if match.start() < done:
                continue
            start, end = sentence_around(folded, match.start() + len(match[0]) - len(match[0].lstrip()), match.end())
            done = end
            if not is_template(folded[start:end]):
                sure = kind != "copyright" or not _NOBODY.search(match[0])
                yield Found(kind=kind, start=start, end=end, anchor=match.start(), anchor_end=match.end(), sure=sure)
