"""Which known license a text is, by samples of the published texts: no network, and none of their words carried along."""

from __future__ import annotations

import json
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from hatch_oaml.license.copies import is_published_text
from hatch_oaml.license.versions import VERSIONS
from hatch_oaml.records.license_text import LicenseText
from hatch_oaml.terms.grants import turned_round
from hatch_oaml.terms.shingles import shingles, words
from hatch_oaml.values.decoding import decode
from hatch_oaml.values.expressions import expression
from hatch_oaml.values.frozen import frozen
from hatch_oaml.values.resources import resource

if TYPE_CHECKING:
    from collections.abc import Mapping, Set as AbstractSet

_SAME_TEXT = expression(r"(?:-(?:no-)?invariants)?(?:-only|-or-later|\+)?$|-(?:no-)?rfn$|-no-copyleft-exception$")
ENOUGH_OF_ALL = 0.8
ENOUGH_OF_OWN = 0.5
_SLIGHT = 0.03
"""Of its words, what a title or a line of one's own may add to a text."""
_KEPT = 1 << 18
"""Bytes of a text whose answer is kept: each target of a build asks of the same files, and longer ones are no licenses."""
PUBLISHED = LicenseText(is_published=True, names_ours=True)
"""The OpenAtom Model License itself: no known text is in it, and to find that out takes longer than most checks."""
_FEWEST = 5
FEW = 6
"""So few runs of its own tell nothing: then it is told by what is not in it."""


@frozen
class KnownLicense:
    """Samples of one text: `common` of all its runs, `own` of those that no other known text has.

    `within` are, of each known text that holds nearly all of this one, runs that this one has not; `beyond`, of each known text
    that this one mostly consists of, runs that it has besides. `wants_copyright` tells that it asks for the
    copyright notice above it to go along.
    """

    words: int
    common: frozenset[str]
    own: frozenset[str]
    within: tuple[frozenset[str], ...]
    beyond: tuple[frozenset[str], ...]
    wants_copyright: bool


@cache
def known_licenses() -> Mapping[str, KnownLicense]:
    """By `key_of` their SPDX ids."""
    values = json.loads(resource(__package__, "known.json"))
    return {
        key: KnownLicense(
            words=row["words"],
            common=frozenset(row["common"].split()),
            own=frozenset(row["own"].split()),
            within=tuple(frozenset(runs.split()) for runs in row["within"].values()),
            beyond=tuple(frozenset(runs.split()) for runs in row["beyond"].values()),
            wants_copyright=row["wants_copyright"],
        )
        for key, row in values.items()
    }


def key_of(license_id: str) -> str:
    """In lower case, without what says which later versions, or which sections, hold too: all of these have one text."""
    return _SAME_TEXT.sub("", license_id.casefold())


def read_license_text(data: bytes) -> LicenseText:
    """What a file that is called a license holds."""
    return _kept(data) if len(data) <= _KEPT else _read(data)


@lru_cache(maxsize=64)
def _kept(data: bytes) -> LicenseText:
    return _read(data)


def _read(data: bytes) -> LicenseText:
    return PUBLISHED if is_published_text(data) else _compared(data)


def _compared(data: bytes) -> LicenseText:
    """What it holds by the samples of all known texts."""
    text = decode(data).text
    row = words(text)
    found, count = shingles(row), sum(map(bool, row))
    known = {key: one for key, one in known_licenses().items() if _is(one, found)}
    for key in turned_round(known.keys(), row):
        del known[key]
    return LicenseText(
        is_empty=count < _FEWEST,
        known=frozenset(known),
        is_known_whole=any(_is_whole(one, found, count) for one in known.values()),
        names_ours=any(name in text for version in VERSIONS for name in (version.name.en, version.name.zh)),
    )


def _is_whole(known: KnownLicense, found: AbstractSet[str], count: int) -> bool:
    sampled = known.common | known.own
    return len(sampled & found) >= len(sampled) - 1 and abs(count - known.words) <= _SLIGHT * known.words


def _is(known: KnownLicense, found: AbstractSet[str]) -> bool:
    if len(known.common & found) < ENOUGH_OF_ALL * len(known.common):
        return False
    if len(known.own) >= FEW:
        return len(known.own & found) >= ENOUGH_OF_OWN * len(known.own)
    is_more = any(len(runs & found) >= ENOUGH_OF_OWN * len(runs) for runs in known.within)
    is_less = any(len(runs & found) < ENOUGH_OF_OWN * len(runs) for runs in known.beyond)
    return not (is_more or is_less)
