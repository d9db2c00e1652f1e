"""Whether a text that lies beside the license is that license altered or cut short, and no text about it."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from hatch_oaml.license.canonical import EDITIONS, segments
from hatch_oaml.license.copies import complete_texts, is_published_text
from hatch_oaml.license.excerpts import calls_itself_other
from hatch_oaml.license.folding import Folded
from hatch_oaml.license.versions import VERSIONS
from hatch_oaml.values.binary import is_binary
from hatch_oaml.values.decoding import decode
from hatch_oaml.values.expressions import expression
from hatch_oaml.values.frozen import frozen
from hatch_oaml.values.packing_marks import is_packed

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from hatch_oaml.license.canonical import Edition
    from hatch_oaml.license.versions import LicenseVersion

_RUN = 16
"""So many characters in a row, without white space, that both texts have are hardly a coincidence."""
_SURE = 48
"""And so many are none."""
_MOST = 256 << 10
"""Characters that are looked at: the license has a tenth of them."""
_MOSTLY_THE_LICENSE = 0.7
_HARDLY_A_WORD_MORE = 0.9
_MUCH = 0.5
"""Of an edition: what has so much of it, and little else, is a copy."""
_A_BEGINNING = 0.1
"""Of an edition: a text that goes so far from the first word on, and has little else, is a copy that was cut off."""
_TOUCHED = 0.05
_TITLE = 4
"""Runs that stand in an edition's title."""

_HEADING = 2 << 10
"""Characters before the license's first words that may say what follows."""

CALLED_OURS = expression(r"(?:open[^a-z/]*atom|开放原子)[^/]*$", re.IGNORECASE)
"""The path of a file that is called by the license's name."""
_TAG = expression(r"<[^<>\n]{0,300}>")
_SHARED = expression(rb"\x01{%d,}" % _SURE)
_GOES_ON = expression(r"[4-9]\.[0-9]|[0-9]{1,2}[)）]|Section[IVX\u2160-\u216b]|[五六七八九]、")


def is_altered_copy(name: str, data: bytes) -> bool:
    """Is `data`, the bytes of a file called `name`, a version's text with words changed, added between its own, or gone?

    One whole edition alone, what stands before or after the whole text, and typography alter nothing; an excerpt, a summary, a
    translation, or a page that comments on the license is no copy.
    """
    if is_binary(data) or is_packed(data) or is_published_text(data):
        return False
    copy = Folded.of(_TAG.sub(" ", decode(data[: 4 * _MOST]).text[:_MOST]))
    return any(_is_altered(copy, name, version) for version in VERSIONS)


@frozen
class _Shared:
    """What of a text is the license's: `is_shared` tells it of each character."""

    is_shared: Sequence[int]
    first: int
    last: int

    @property
    def share(self) -> float:
        """Between the license's first words in it and the last."""
        return sum(self.is_shared[self.first : self.last]) / (self.last - self.first)


def _is_altered(copy: Folded, name: str, version: LicenseVersion) -> bool:
    text = copy.words
    complete = next((words for words in complete_texts(version) if words in text), None)
    if complete is not None:
        return _GOES_ON.match(text.partition(complete)[2]) is not None
    shared = _shared(text, version)
    if shared is None or shared.share < _MOSTLY_THE_LICENSE:
        return False
    if calls_itself_other(name, copy.source[: copy.locate(shared.first)][-_HEADING:]):
        return False
    held = {edition: _held(text, edition, version) for edition in EDITIONS}
    if not any(sum(runs) >= _MUCH * len(runs) or _goes_from_the_first_word(runs) for runs in held.values()):
        return False
    touched = [edition for edition, runs in held.items() if sum(runs) >= _TOUCHED * len(runs)]
    return shared.share >= _HARDLY_A_WORD_MORE or not all(_is_whole(edition, text, version) for edition in touched)


@cache
def _runs(edition: Edition, version: LicenseVersion) -> Mapping[str, int]:
    """Every run of an edition's characters, with its last place there."""
    words = "".join(part.words for part in segments(version) if part.edition == edition)
    return {words[at : at + _RUN]: at for at in range(len(words) - _RUN + 1)}


@cache
def _all_runs(version: LicenseVersion) -> frozenset[str]:
    """With those where one edition passes into the other."""
    words = "".join(part.words for part in segments(version))
    across = {words[at : at + _RUN] for at in range(len(words) - _RUN + 1)}
    return frozenset(across.union(*(_runs(edition, version) for edition in EDITIONS)))


def _shared(text: str, version: LicenseVersion) -> _Shared | None:
    known = _all_runs(version)
    is_shared = bytearray(len(text))
    for at in range(len(text) - _RUN + 1):
        if text[at : at + _RUN] in known:
            is_shared[at : at + _RUN] = b"\1" * _RUN
    sure = [run.span() for run in _SHARED.finditer(bytes(is_shared))]
    return _Shared(is_shared=is_shared, first=sure[0][0], last=sure[-1][1]) if sure else None


def _held(text: str, edition: Edition, version: LicenseVersion) -> Sequence[bool]:
    """Of each run of an edition, in its order: is it in the text?"""
    found = {text[at : at + _RUN] for at in range(len(text) - _RUN + 1)}
    return [run in found for run in _runs(edition, version)]


def _goes_from_the_first_word(runs: Sequence[bool]) -> bool:
    beginning = runs[: int(_A_BEGINNING * len(runs))]
    return all(beginning[:_TITLE]) and sum(beginning) >= _HARDLY_A_WORD_MORE * len(beginning)


def _is_whole(edition: Edition, text: str, version: LicenseVersion) -> bool:
    return all(part.words in text for part in segments(version) if part.edition == edition and part.kind == "clause")
