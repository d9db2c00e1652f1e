"""All grammars on one reading: each claims its words, and none takes another's."""

from __future__ import annotations

from bisect import bisect_right, insort
from dataclasses import replace
from operator import attrgetter
from typing import TYPE_CHECKING

from hatch_oaml.recognition import attributions, copyrights, elsewhere, license_tags, ownership, patents, trademarks
from hatch_oaml.recognition.boilerplate import is_boilerplate
from hatch_oaml.values.expressions import expression
from hatch_oaml.values.words import holds_any

if TYPE_CHECKING:
    from collections.abc import Callable

    from hatch_oaml.recognition.passage import Found
    from hatch_oaml.recognition.reading import Reading

_COPYRIGHTS = (
    *("copy", "copr.", "(c)", "©", "ⓒ", "版权", "版權", "著作权", "著作權", "著作権", "저작권"),
    *("urheber", "autor", "auteur", "derechos", "direitos"),
)
GRAMMARS = (
    (copyrights.find, _COPYRIGHTS),
    (ownership.find, ("权", "權", "copyright", "reserved", "软著", "軟著", "登记号")),
    (patents.find, ("patent", "pat.", "专利", "專利")),
    (trademarks.find, ("mark", "trade", "respective", "商标", "商標")),
    (elsewhere.find, elsewhere.NEEDED),
    (attributions.find, ("",)),
    (license_tags.find, ("licens", "licenc", "spdx", "under", *"许許授协協采遵依按")),
)
"""In the order in which they claim words that two of them would take; each with words of which a text must hold one for it."""
_START, _END = attrgetter("start"), attrgetter("end")
_OWNED_BEHIND = expression(r"\w{0,20}(?:版权|版權|著作权|著作權)")
_BETWEEN_CLAUSES = " \t,，"
_BETWEEN = " \t\n,;|"


def found_in(reading: Reading, own: Callable[[Found], Found] | None = None) -> list[Found]:
    """The notices among bare lines, none overlapping another, in order.

    :param own: what of an attribution is its own, where the lines are items of a list.
    """
    text = reading.text
    taken: list[Found] = []
    for grammar, needed in GRAMMARS:
        for found in grammar(reading) if holds_any(reading.caseless, needed) else ():
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
