"""Tells whether a list of holders is kept into which somebody put further ones: all that it named are still named, in their order."""

from __future__ import annotations

from itertools import chain, pairwise
from typing import TYPE_CHECKING

from hatch_oaml.values.company_forms import LEGAL

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hatch_oaml.retention.normalization import Claim, Tokens

JOINING = frozenset(["and", "及", "和", "与"])
_FORMS = frozenset(form.lower() for form in LEGAL)
_LEAST = 2
"""Words of a name: of fewer, what looks like a list may be the name of one firm, `Halloway, Reed & Sons`."""


def first_listed(claim: Claim) -> Tokens:
    """The first of its holders; empty where it names one alone, or holders that may be parts of one name."""
    holders = tuple(_listed(claim))
    return holders[0] if len(holders) > 1 and all(len(holder) >= _LEAST for holder in holders) else ()


def lists_all(claim: Claim, wanted: Claim) -> bool:
    """Does `claim` name all holders of `wanted`, in their order and none before them, with its years?"""
    first, *others = _listed(wanted)
    offered = _listed(claim)
    return wanted.years <= claim.years and next(offered, ()) == first and all(holder in offered for holder in others)


def _listed(claim: Claim) -> Iterator[Tokens]:
    cuts = chain([0], sorted(claim.boundaries), [len(claim.holder)])
    name: Tokens = ()
    for begin, end in pairwise(cuts):
        part = claim.holder[begin:end]
        part = part[1:] if part[:1] and part[0] in JOINING else part
        if name and part and part[0] not in _FORMS:
            yield name
            name = ()
        name += part
    if name:
        yield name
