"""Tells whether the notices of a file keep one of the base's."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from hatch_oaml.records.notice import VISIBILITIES
from hatch_oaml.retention.normalization import claims, has_run, marks_copyright, without_invisible, words
from hatch_oaml.retention.particulars import particulars
from hatch_oaml.values.expressions import expression
from hatch_oaml.values.patterns import Patterns
from hatch_oaml.values.wording import printable

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from hatch_oaml.records.notice import Notice
    from hatch_oaml.retention.normalization import Tokens

_ALIKE = 0.5
_SAME_YEARS = 0.6
_SAME_LETTERS = 0.6
_PART = 0.9
"""Names of which one holds the other are surer than any likeness of letters, and less than the same holder."""
_NEAR = 2
_HEADER = 15
"""Lines: in the first ones of a file stands whose it is."""
_PATTERN = expression(r"[^\s,;:\"'`]*(?:[*?]|/(?=[\s,;:]|$))[^\s,;:\"'`]*")


def match_for(notice: Notice, kept: Sequence[Notice]) -> Notice | None:
    """The one of `kept` that keeps `notice`, and stands at least as openly; None if none does.

    A copyright is kept by the whole holder and at least its years, anything else by the same run of words.
    """
    seen = [other for other in kept if not _hides(other, notice)]
    for text in dict.fromkeys((notice.text, without_invisible(notice.text))):
        if notice.kind == "copyright" and (found := _match_of_claims(text, seen)):
            return found
        if found := _match_of_words(words(text), notice, seen):
            return found
    return None


def _hides(notice: Notice, than: Notice) -> bool:
    return VISIBILITIES.index(notice.visibility) > VISIBILITIES.index(than.visibility)


def _match_of_claims(text: str, kept: Iterable[Notice]) -> Notice | None:
    wanted = claims(text)
    found: Notice | None = None
    made = [(claim, other) for other in kept if _claims_copyright(other) for claim in claims(other.text)]
    for claim in wanted:
        found = next((other for offered, other in made if offered.covers(claim)), None)
        if found is None:
            return None
    return found


def _claims_copyright(notice: Notice) -> bool:
    """A sentence that tells of an origin may go on with the copyright of it."""
    return notice.kind == "copyright" or (notice.kind == "attribution" and marks_copyright(notice.text))


def _match_of_words(wanted: Tokens, notice: Notice, kept: Sequence[Notice]) -> Notice | None:
    if notice.kind == "copyright":
        return next((other for other in kept if words(other.text) == wanted), None)
    for other in kept:
        if has_run(wanted, words(other.text)):
            return other
    whole = tuple(other for other in kept if other.whole)
    return _paragraph_with(wanted, whole)


def _paragraph_with(wanted: Tokens, whole: tuple[Notice, ...]) -> Notice | None:
    """The paragraph in which `wanted` begins, which may go on in those after it."""
    if not whole or not has_run(wanted, _stream(whole)):
        return None
    return next((notice for notice in whole if wanted[0] in words(notice.text)), whole[0])


@lru_cache(maxsize=256)
def _stream(whole: tuple[Notice, ...]) -> Tokens:
    return tuple(word for notice in whole for word in words(notice.text))


def likeness(old: Notice, new: Notice) -> float:
    """How surely `new` is what became of `old`, from 0 to 1; 0 where it is another notice.

    Names are compared, and what else is particular: the words that the notices of two strangers share tell nothing,
    save that both stand in one place.
    """
    if old.kind != new.kind:
        return 0.0
    if old.kind == "copyright":
        return _likeness_of_copyrights(old, new)
    names = _likeness_of_names(old, new)
    return max(names, _likeness_of_words(old, new)) if _is_near(old, new) else names


def pair(old: Sequence[Notice], new: Sequence[Notice]) -> dict[int, int]:
    """Which of `new`, by index, each of `old` became, the most alike told first; nothing of a notice that is gone."""
    degrees = ((likeness(one, other), -i, -j) for i, one in enumerate(old) for j, other in enumerate(new))
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for _degree, i, j in sorted((found for found in degrees if found[0]), reverse=True):
        if -i not in pairs and -j not in taken:
            pairs[-i] = -j
            taken.add(-j)
    return pairs


def _likeness_of_copyrights(old: Notice, new: Notice) -> float:
    best = _likeness_of_names(old, new)
    for before in claims(old.text):
        for after in claims(new.text):
            if before.holder and before.holder == after.holder:
                return 1.0
            if before.years and before.years == after.years and _is_near(old, new):
                best = max(best, _SAME_YEARS)
    return max(best, _ALIKE if _is_near(old, new) or _are_headers(old, new) else 0.0)


def _likeness_of_names(old: Notice, new: Notice) -> float:
    """Is one a part of the other, or are most of the letters of both the same? 0 where only one names something."""
    before, after = particulars(old.text), particulars(new.text)
    if not before and not after:
        return _likeness_of_words(old, new)
    if not before or not after:
        return 0.0
    if has_run(before, after) or has_run(after, before):
        return _PART
    ratio = _ratio("".join(before), "".join(after))
    return min(ratio, _PART) if ratio >= _SAME_LETTERS else 0.0


def _likeness_of_words(old: Notice, new: Notice) -> float:
    ratio = _ratio(words(old.text), words(new.text))
    return ratio if ratio >= _ALIKE else 0.0


def _ratio(old: Sequence[str], new: Sequence[str]) -> float:
    """What they have in common in their order, as a share of both."""
    # only a notice that was not kept word by word asks
    from difflib import SequenceMatcher  # noqa: PLC0415

    return SequenceMatcher(None, old, new, autojunk=False).ratio()


def _is_near(old: Notice, new: Notice) -> bool:
    return abs(old.line - new.line) <= _NEAR


def _are_headers(old: Notice, new: Notice) -> bool:
    """Does each say in the beginning of a file whose the file is? Then one took the other's place."""
    return not (old.whole or new.whole) and max(old.line, new.line) <= _HEADER


def is_named(path: str, component: str, notice_file: str, text: str) -> bool:
    """Does a notice file with `text` name `path`, a pattern that covers it, or the component that it is of?

    What cannot be seen in a name may stand there as an escape.
    """
    folded = text.casefold()
    names = (path, component, component.rsplit("/", 1)[-1])
    for name in dict.fromkeys((*names, *map(printable, names))):
        if len(name) > 1 and re.search(rf"(?<![\w]){re.escape(name.casefold())}(?![\w])", folded):
            return True
    if re.search(rf"(?<![\w]){re.escape(component.rsplit('/', 1)[-1].casefold())}(?![\w])", notice_file.casefold()):
        return True
    return any(_covers(pattern, path) for pattern in _PATTERN.findall(text))


def _covers(pattern: str, path: str) -> bool:
    if not any(character.isalnum() for character in pattern):
        return False
    try:
        return Patterns((pattern,)).match(path)
    except ValueError:
        return False
