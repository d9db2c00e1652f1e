"""Tells whether a work is named behind "based on" and its kin, which also stand in sentences about something else."""

from __future__ import annotations

import re
from functools import lru_cache

from hatch_oaml.recognition.chinese_origins import ADDRESS
from hatch_oaml.recognition.evidence import MERELY_MENTIONED, PERSON
from hatch_oaml.recognition.words.evidence import BASE, NAME, OF_ACCOUNT, REFERENCE
from hatch_oaml.recognition.words.no_origins import SPECIFIED
from hatch_oaml.recognition.words.shared import LICENSE_NAME, REPOSITORY, URL
from hatch_oaml.recognition.works import PROPER
from hatch_oaml.values.expressions import expression

_ADDRESS_BELOW = expression(rf"[^\n]*\n\W{{0,3}}{URL}[)\].,;]*(?=\n|$)", re.IGNORECASE)
"""With a line to itself: what it is the address of was told on the line above."""
_CODE = "(?:code|implementation|file|script|library|module|repo(?:sitory)?)"
_OF_PART = expression(
    r"\b(?:version|file|class|module|package|example|library|repository|software)s?\s+(?:of|in|at)\s*$", re.IGNORECASE
)
"""What a program has too, of which a sentence about it may speak: `based on the version of VC`."""
_OWNED_BY = expression(rf"\W{{0,3}}(?:{NAME}['’]s\b|{NAME}\s+{NAME})")
_IS_CODE = expression(rf"\b{_CODE}\s+(?:here\s+)?(?:is|was|are)\s+(?:\w+ly\s+)?$", re.IGNORECASE)
_AT_ONCE = expression(rf"[\s\[`'\"]*(?:{LICENSE_NAME}\b)", re.IGNORECASE)
_REPOSITORY = expression(rf"[\s\[`'\"]*{REPOSITORY}")
_SPECIFIED = expression(SPECIFIED.either, re.IGNORECASE)
_BASE = expression(BASE.either)
_PACK_BY = expression(rf"\s*(?:the\s+)?(?:{NAME}\s+){{2,8}}(?:(?:for|of|from|in)\s+{NAME}\s+)?by\s+{NAME}\s+{NAME}")
"""A work by its title and whose it is: `the Complex Weave Pack for WEFTLAB by Udo Tessel`."""
_OWNED_CODE = expression(rf"\W{{0,3}}{NAME}['’]s?\s+(?:[\w-]+\s+){{0,2}}?{_CODE}\b")
"""Whose code: `FASpell's measure script`."""
_FILE_BY = expression(rf"\s*[\w./-]{{1,60}}\.\w{{1,4}},?\s+by\s+{NAME}\s+{NAME}")
"""A file, and whose it is: `permutation/init.c by Mina Halloway`."""
_CITED = expression(rf"\s*(?:\d[.)]\s*)?{REFERENCE}[^\n]{{0,160}}\b(?:19|20)\d\d[a-z]?[.)]")
"""A paper as a list of references has it: `Halloway, M., and Tessel, U. 2016.`"""
_OF_ACCOUNT = expression(OF_ACCOUNT)
_OPENS_BASED = expression(rf"\s*{NAME}[^\n]*(?:\n[^\n]*)?{URL}")
"""Upon what, where the line begins with `based on`: a name with its address."""
_VIA = expression(r"[(,]\s?(?:via|using|through|with)\b", re.IGNORECASE)
"""Before an address that tells by what something is done, and not upon what: `based on detection (via [Loom](…))`."""
_OWN_LINK = expression(r"\s*\[(?:this|these|our|here)\b", re.IGNORECASE)
NEAR_CODE = 60
"""Characters before “based on” that tell what is."""
_NAMED_WORK = expression(
    rf"\W{{0,3}}{NAME}(?:\s{NAME}){{0,3}}\s(?:project|engine|library|package|framework|codebase|team|authors|developers)\b"
)
NEAR = 30
"""How far behind “based on”, past a comma, an address may stand that tells on what."""


def is_based_upon(match: re.Match[str], tail: str) -> bool:
    """Does `tail`, behind the words of `match`, name the work?"""
    if MERELY_MENTIONED.match(tail) or (match["what"] is None and _SPECIFIED.match(tail)):
        return False
    if _OWN_LINK.match(tail):
        return False
    address = _address_in(tail)
    return (
        _NAMED_WORK.match(tail) is not None
        or (_is_code_before(match) and PROPER.match(tail) is not None)
        or _ADDRESS_BELOW.match(tail) is not None
        or (
            address is not None
            and not _VIA.search(tail, 0, address.start())
            and (address.start() <= NEAR or "," not in tail[: address.start()])
        )
        or bool(match["what"] and (_OWNED_BY if _OF_PART.search(match["what"]) else PERSON).match(tail))
        or _AT_ONCE.match(tail) is not None
        or (match.string[match.start() - 1 : match.start()] in {"", "\n"} and _OPENS_BASED.match(tail) is not None)
        or ("based" not in match[0].lower() and _REPOSITORY.match(tail) is not None)
        or _BASE.match(tail) is not None
        or _PACK_BY.match(tail) is not None
        or _CITED.match(tail) is not None
        or _OWNED_CODE.match(tail) is not None
        or _FILE_BY.match(tail) is not None
        or _OF_ACCOUNT.match(tail) is not None
    )


def is_of_code(before: str) -> bool:
    """Is code what the sentence speaks of, right before the verb?"""
    return _IS_CODE.search(before) is not None


@lru_cache(maxsize=256)
def _address_in(text: str) -> re.Match[str] | None:
    return ADDRESS.search(text)


def _is_code_before(match: re.Match[str]) -> bool:
    return _IS_CODE.search(match.string, max(0, match.start() - NEAR_CODE), match.start()) is not None
