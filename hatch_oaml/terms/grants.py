"""What a permissive license cannot lack and cannot have: its grant whole, and no use that is kept out of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hatch_oaml.terms.shingles import shingles
from hatch_oaml.values.expressions import expression

if TYPE_CHECKING:
    from collections.abc import Sequence, Set as AbstractSet

_BSD = (
    "source and binary forms with or without modification are permitted provided that the following conditions are met"
)
_GRANTS: dict[str, tuple[str, ...]] = {
    "mit": (
        "permission is hereby granted free of charge to any person obtaining",
        "without restriction including without limitation the rights to use copy modify merge publish distribute",
    ),
    "isc": ("for any purpose with or without fee is hereby granted",),
    "bsd-2-clause": (_BSD,),
    "bsd-3-clause": (_BSD,),
    "apache-2.0": (
        "perpetual worldwide non exclusive no charge royalty free irrevocable copyright license to reproduce",
        "perpetual worldwide non exclusive no charge royalty free irrevocable except as stated in this section patent license",
    ),
    "zlib": (
        "to use this software for any purpose including commercial applications and to alter it and redistribute it freely",
    ),
}
"""By `key_of` the license's id, the words of its grant: who changes one of them writes another license."""

_USE = r"(?:use|usage|uses|purposes?|research|applications?|exploitation)"
_FIELD = r"(?:research|academic|scientific|educational|personal|internal|evaluation|non ?commercial|non ?profit)"
_RESTRICTION = expression(
    rf"\bnon ?commercial {_USE}\b|\bno commercial {_USE}\b|\bcommercial {_USE}(?: \w+){{0,5}} (?:not permitted|not allowed|prohibited|forbidden)\b"
    rf"|\b(?:not|never|cannot)(?: be)? (?:used?|sold|sell|distributed?)(?: \w+){{0,6}} commercial\w*|\b{_FIELD} {_USE} only\b"
    rf"|\bonly (?:be used )?for {_FIELD}\b|\badditional restrictions?\b"
    r"|禁 止 商 (?:用|业)|不 得 (?:用 于|作) 商 业|非 商 业|仅 (?:供|限|用 于) (?:\S ){0,4}(?:学 习|研 究|个 人)"
)
"""In the words of a text, none of which any of these licenses has."""


def turned_round(known: AbstractSet[str], row: Sequence[str]) -> frozenset[str]:
    """Those of the `known` licenses whose text says something else here, by its words in order."""
    permissive = known & _GRANTS.keys()
    if not permissive:
        return frozenset()
    if permissive == known and _RESTRICTION.search(" ".join(row)):
        return frozenset(permissive)  # of several texts in one file another one may say so of its own
    found = shingles(row)
    return frozenset(key for key in permissive if any(shingles(words.split()) - found for words in _GRANTS[key]))
