"""Tells whether a work of somebody's stands behind a verb of taking over: a name, whose it is, what it is."""

from __future__ import annotations

import re

from hatch_oaml.recognition.words.evidence import NAME
from hatch_oaml.recognition.words.known_works import KNOWN
from hatch_oaml.recognition.words.works import CODE_SUBJECT, IN_LANGUAGE, NAMED_THING, WORK
from hatch_oaml.values.expressions import expression

PROPER = expression(rf"(?:\W{{0,3}}{NAME}(?:\s+(?:{NAME}|of|the|and|de|van|von|der|&|<)){{0,6}})")
_LANGUAGE = expression(IN_LANGUAGE.either)
_MADE_THING = (
    r"(?:code|work|version|implementation|module|script|sources?|library|program|plugin|package|shader|example)"
)
_SOMEBODY = rf"{NAME}\s+(?:{NAME}|et\sal\b|(?:and|&)\s{NAME})"
BY_SOMEBODY = expression(rf"\b(?:by|of)\s+{_SOMEBODY}", needed=("by", "of"))
_OF_SOMEBODY = expression(rf"(?:[^.;,\n]|\.(?=\S)){{0,60}}?\b(?:by|of)\s+{_SOMEBODY}", needed=("by", "of"))
"""Whose work it was, right behind the verb: `translated from the Fortran code of Mina Halloway`."""
_THING = r"(?:[\w-]+\s+)?(?:tutorial|example|sample|project|code|library|package|template|version|implementation)s?\b"
_PROPER_THING = expression(rf"\s*the\s+{NAME}(?:\s+{NAME}){{0,3}}\s+(?:[`'\"“]|{_THING})", needed=("the",))
"""Of whom what: `adapted from the Loom `weave` tutorial`, `adapted from the Loom Works example`."""
_BY_ONE = expression(
    rf"\s*(?:[\w-]+\s){{0,3}}?(?:{_MADE_THING}|[\w./-]+\.\w{{1,4}}(?:\s+v?[\d.]+)?),?\s+by\s+(?:the\s+)?(?:{NAME}|@\w)",
    needed=("by",),
)
"""What somebody made who has one name: `derived from code by Halloway`, `ported from loom.py by @mina`."""
_OF_PERSON = expression(r"\s*(?:the\s+)?[A-Z][\w.-]*\s(?:[A-Z][\w.-]*\s){0,2}[A-Z][\w-]*['’]s\s")
"""Whose, by two names or more: `derived from Mina Halloway's weaver`."""
_FILE_OF = expression(
    rf"\s*(?:the\s+)?(?:file\s+)?[\w/-]+\.[a-z]{{1,4}}(?:\s+file)?\s+(?:in|from|of)\s+(?:the\s+)?{NAME}"
)
"""A file, and in what: `derived from the file loom.h in the Ostrava package`."""
_NAMED_THING = expression(NAMED_THING.either, re.IGNORECASE)
_WORK = expression(WORK.either)
_CODE_SUBJECT = expression(CODE_SUBJECT.either, re.IGNORECASE)
_TAKEN_OVER = expression(
    r"(?:modified|adapted|copied|ported|borrowed|forked|derived|translated|converted|rewritten|originat\w+)\b",
    re.IGNORECASE,
)
_PACKAGED = expression(r"\b(?:adapted|adopted|ported|forked|borrowed|simplified)\b", re.IGNORECASE)
"""What is done with code alone, so that a name written small is one of a package."""
_ANYBODY = expression(r"\s*(?:(?:3rd|third)[- ]party|other|another|some|any|existing|an?)\b", re.IGNORECASE)
_THING_END = expression(r"\S\s\w+$")
HANDLED = expression(r"(?:modified|adapted|adopted|copied|ported|borrowed|forked)\b", re.IGNORECASE)
_CARRIED_OFF = expression(r"\b(?:lifted|stolen|cribbed|ripped|rewritten)\b", re.IGNORECASE)
"""What is done with works besides: of whom then is told less often."""
_PORTED = expression(r"\b(?:ported|forked|borrowed)\b", re.IGNORECASE)
_PATH = expression(r"\s*`?[\w.-]+(?:/[\w.-]+){2,}")
"""In what tree of another work: a port is from no file of its own, and nobody borrows from it."""
_BEHIND_KNOWN = r"with|and|for|by|but|at|commit|repo|v?\d"
_KNOWN = expression(
    rf"\W{{0,3}}(?:the\s+)?(?:{KNOWN})[`'\"]?(?P<end>\s*(?:$|[\n),;:(]|\.(?!\w)|(?:{_BEHIND_KNOWN})\b)|\sto\b)",
    re.IGNORECASE,
)
_TO_DO = expression(
    r"\s(?:also|avoid|enable|ensure|fix|get|handle|keep|make|match|prevent|reduce|remove|return|support|use)\b"
)
"""What for code was taken; a value goes to another place."""
_CHANGED = expression(r"\b(?:modified|adapted|ported)\b", re.IGNORECASE)
_OPENING = expression(r"\s*(?:Taken|Extracted|Lifted|(?:[Cc]ode|[Ss]nippet|[Ff]unction)\s(?:taken|extracted|lifted))\b")
"""With which a statement opens; in a sentence they say where a value comes from."""
_NEAR = 30
"""How far behind a name “to” tells that something went somewhere, and came from no work."""


def is_made_by_somebody(tail: str) -> bool:
    """Does `tail` tell whose code it was: `code by Halloway`, `loom.py by @mina`, `loom.c of Loom`?"""
    return any(told.match(tail) for told in (_OF_SOMEBODY, _OF_PERSON, _BY_ONE, _FILE_OF))


def is_work(match: re.Match[str], tail: str, before: str) -> bool:
    """Does a work follow the verb of `match`?

    :param before: what the sentence says before the verb.
    """
    verb = match[0]
    return (
        is_made_by_somebody(tail)
        or _is_copied(verb, tail, before)
        or _is_named(verb, tail, before)
        or _is_of_known(verb, tail, before)
        or (_PORTED.search(verb) is not None and _PATH.match(tail) is not None)
    )


def _is_copied(verb: str, tail: str, before: str) -> bool:
    """Does the name of a work follow from which code was taken: `adapted from Numerical Weaving`, `Colors taken from Loom's CSS`?"""
    if _LANGUAGE.match(tail):
        return False
    handled = HANDLED.search(verb) or _OPENING.match(verb)
    named = PROPER.match(tail) or _PROPER_THING.match(tail)
    if handled is not None and named is not None and " to " not in tail[:_NEAR]:
        return True
    if _CARRIED_OFF.search(verb) and _CODE_SUBJECT.search(before) and named is not None:
        return True
    if _WORK.match(tail) is None:
        return False
    return (
        handled is not None
        or _CARRIED_OFF.search(verb) is not None
        or _CODE_SUBJECT.search(f"{before} {verb}") is not None
    )


def _is_of_known(verb: str, tail: str, before: str) -> bool:
    """Was code taken from a work that everybody knows by its name in small letters: `modified from torchvision to also …`?"""
    if (known := _KNOWN.match(tail)) is None:
        return False
    if known["end"].strip() == "to" and not (_CHANGED.search(verb) or _TO_DO.match(tail, known.end())):
        return False  # what is copied or converted from one to another is a value
    if HANDLED.search(verb) or _OPENING.match(verb) or not before.strip():
        return True
    return _CARRIED_OFF.search(verb) is not None and _CODE_SUBJECT.search(before) is not None


def _is_named(verb: str, tail: str, before: str) -> bool:
    """Does a package's name follow the verb, or what it is: `adapted from the loom library`, `ported from loom`?"""
    taken = _TAKEN_OVER.search(verb) or _CODE_SUBJECT.search(before)
    named = _NAMED_THING.match(tail) if taken and not _ANYBODY.match(tail) else None
    return named is not None and (_PACKAGED.search(verb) is not None or _THING_END.search(named[0]) is not None)
