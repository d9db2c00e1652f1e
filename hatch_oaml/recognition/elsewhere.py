"""Finds notices that are sentences of German, French, Spanish, Italian, Japanese or Korean."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from hatch_oaml.recognition.passage import Found
from hatch_oaml.recognition.sentences import sentence_around
from hatch_oaml.recognition.words.elsewhere import (
    AUTHOR,
    AUTHOR_LABEL,
    MARKS,
    MARKS_EAST,
    NOBODY,
    OWNED,
    OWNED_EAST,
    PATENTS,
    PATENTS_EAST,
)
from hatch_oaml.recognition.words.origins_elsewhere import ORIGINS, ORIGINS_EAST
from hatch_oaml.recognition.words.shared import is_template
from hatch_oaml.values.expressions import expression
from hatch_oaml.values.words import holds_any

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hatch_oaml.recognition.reading import Reading
    from hatch_oaml.recognition.vocabulary import Vocabulary
    from hatch_oaml.records.notice import NoticeKind

_EAST = expression(r"[\u3040-\u30ff\uac00-\ud7af]")
"""Letters of Japanese and Korean, whose sentences need no full stop at a line's end."""
_NOBODY = expression(NOBODY.either)
_RUSSIAN = ("взят", "основан", "адаптирован", "портирован", "скопирован", "переведен", "переведён")
_TABLES: tuple[tuple[NoticeKind, Vocabulary, tuple[str, ...]], ...] = (
    ("copyright", OWNED, ("urheberrecht", " bei ", "droits d", "derechos de autor", "autore")),
    ("copyright", OWNED_EAST, ("著作権", "저작권")),
    ("trademark", MARKS, ("warenzeichen", "marke", "marque", "marca", "marchio")),
    ("trademark", MARKS_EAST, ("商標", "상표")),
    ("patent", PATENTS, ("geschützt", "brevet", "patente")),
    ("patent", PATENTS_EAST, ("特許", "특허")),
    (
        "attribution",
        ORIGINS,
        (
            *(
                "basier",
                "beruh",
                "aufbauend",
                "après",
                "basé",
                "basad",
                "basead",
                "basat",
                "adapta",
                "adatta",
                "adapté",
            ),
            *(
                "adaptiert",
                "inspirad",
                "inspiré",
                "inspiriert",
                "ispirat",
                "modificad",
                "modificat",
                "modifié",
                "copiad",
            ),
            *("copiat", "copié", "kopiert", "portad", "portat", "porté", "portiert", "traducid", "traduzid", "repris"),
            *(
                "übernommen",
                "abgeleitet",
                "übersetzt",
                "modifiziert",
                "entnommen",
                "código original",
                "original code de",
            ),
        ),
    ),
    (
        "attribution",
        ORIGINS_EAST,
        ("参考", "から", "を元", "をもと", "を基", "ベース", "참고", "기반", "바탕", "출처", "에서", *_RUSSIAN),
    ),
    (
        "attribution",
        AUTHOR,
        (" por ", " par ", "entwickelt von", " da "),
    ),
    ("attribution", AUTHOR_LABEL, ("autor", "auteur", "作成者", "製作者", "작성자", "저자", "원작자", "автор")),
)
"""Each table with words of which a text must hold one for it."""
NEEDED = tuple(word for _, _, needed in _TABLES for word in needed)
_EXPRESSIONS = tuple(expression(table.either, re.IGNORECASE) for _, table, _ in _TABLES)


def find(reading: Reading) -> Iterator[Found]:
    folded = reading.folded
    for (kind, names, needed), table in zip(_TABLES, _EXPRESSIONS, strict=True):
        if not holds_any(reading.lower, needed):
            continue
        for match in table.finditer(folded):
            begin = match.start() + len(match[0]) - len(match[0].lstrip())
            start, end = sentence_around(folded, begin, match.end())
            start = max(start, folded.rfind("\n", 0, begin) + 1) if _EAST.search(match[0]) else start
            if names is ORIGINS and match[0][0].isupper() and folded[match.start() - 1 : match.start()] == "\n":
                start = match.start()
            if names is AUTHOR_LABEL or (names is ORIGINS and _ends_with_address(match)):
                end = _line_end(folded, match.end())
            if not is_template(folded[start:end]):
                sure = kind != "copyright" or not _NOBODY.search(match[0])
                yield Found(kind=kind, start=start, end=end, anchor=match.start(), anchor_end=match.end(), sure=sure)


def _ends_with_address(match: re.Match[str]) -> bool:
    """Is it an address that ends the line, with which the sentence ends too?"""
    return "://" in match[0] and match.string[match.end() : match.end() + 1] in {"", "\n"}


def _line_end(text: str, offset: int) -> int:
    end = text.find("\n", offset)
    return end if end >= 0 else len(text)
