"""The expression of a gitignore pattern, so written that matching it takes time linear in the path's length.

Of several wildcards the leftmost fit of each is as good as any other: within a name, each run of letters between two `*`; in a path, each
run of names between two `**`. So no fit is ever taken back, where a plain expression tries them all: `*a*a*a*a*b` takes minutes.
"""

from __future__ import annotations

import re
import sys
from itertools import count
from typing import TYPE_CHECKING

from hatch_oaml.values.expressions import expression

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

_TOKEN = expression(
    r"""
    (?P<above>\(\?:\.\+/\)\?)
    | (?P<between>\(\?:/\.\+\)\?/)
    | (?P<any>\[\^/\]\*)
    | (?P<some>\[\^/\]\+)
    | (?P<end>\(\?:\(\?P<ps_d>/\)\|\$\)|\(\?P<ps_d>/\)|/\Z)
    | (?P<slash>/)
    | (?P<one>\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|[^()?+*|$.^\[\]\\{}/])
    """,
    re.VERBOSE | re.DOTALL,
)
_NEVER = "(?!)"
_names = count()
Tokens = list[tuple[str, str]]


def linear(plain: str) -> str:
    """:param plain: an expression as pathspec makes it; what is none is handed back as it is."""
    tokens = _tokens(plain)
    if tokens is None or sum(kind in {"any", "some", "between"} for kind, _ in tokens) < 2:
        return plain  # one wildcard is linear as it is
    end = tokens.pop()[1] if tokens[-1][0] == "end" else ""
    if _has_empty_name(tokens):
        return _NEVER  # as `a//*b*c`
    atomic = _atomic if sys.version_info >= (3, 11) else emulated
    return f"^{_path(tokens, atomic)}{end}"


def _tokens(plain: str) -> Tokens | None:
    """None for what pathspec writes otherwise than we know."""
    if not plain.startswith("^"):
        return None
    found, at = [], 1
    while at < len(plain):
        token = _TOKEN.match(plain, at)
        if token is None or token.lastgroup is None:
            return None
        kind = next(name for name in ("above", "between", "any", "some", "end", "slash", "one") if token[name])
        found.append((kind, token[0]))
        at = token.end()
    return found


def _has_empty_name(tokens: Tokens) -> bool:
    """No path has one, so that no path matches."""
    runs = [run for lead, run in _split(tokens, {"above", "between"}) if lead or run]
    return any(not name for run in runs for name in _names_in(run))


def _names_in(run: Tokens) -> Iterator[Tokens]:
    name = Tokens()
    for kind, text in run:
        if kind == "slash":
            yield name
            name = Tokens()
        else:
            name.append((kind, text))
    yield name


def _path(tokens: Tokens, atomic: Callable[[str], str]) -> str:
    """Runs of names, each at the first place below the one before where all of it fits."""
    written = ""
    for lead, run in _split(tokens, {"above", "between"}):
        names = "/".join(_name([*_split(name, {"any", "some"})], atomic) for name in _names_in(run))
        skipped = {"above": "(?:[^/]+/)*?", "between": "/(?:[^/]+/)*?"}.get(lead, "")
        written += atomic(skipped + names) if skipped else names
    return written


def _name(runs: Sequence[tuple[str, Tokens]], atomic: Callable[[str], str]) -> str:
    """All of one name: its last run is the one that stands at the name's end."""
    written = ""
    for number, (lead, run) in enumerate(runs):
        letters = "".join(f"(?!/){text}" if text.startswith("[^") else text for _, text in run)
        wildcard = {"any": "[^/]*", "some": "[^/]+"}.get(lead, "")
        if not wildcard or number == len(runs) - 1:
            written += wildcard + letters
        elif letters:
            written += atomic(f"{wildcard}?{letters}")
        elif lead == "some":
            written += "[^/]"
    return atomic(f"{written}(?=/|$)")


def _split(tokens: Tokens, kinds: set[str]) -> Iterator[tuple[str, Tokens]]:
    """Runs of tokens, each with the kind of the one that it follows; the first run is left out where it is empty."""
    lead, run = "", Tokens()
    for kind, text in tokens:
        if kind not in kinds:
            run.append((kind, text))
            continue
        if lead or run:
            yield lead, run
        lead, run = kind, Tokens()
    yield lead, run


def _atomic(inside: str) -> str:
    return f"(?>{inside})"


def emulated(inside: str) -> str:
    """The same for Python 3.10: what looks ahead never looks again."""
    name = f"a{next(_names)}"
    return f"(?=(?P<{name}>{inside}))(?P={name})"
