"""Paths, patterns and texts as messages quote them."""

from __future__ import annotations

import json

from hatch_oaml.values.expressions import expression
from hatch_oaml.values.invisible import SPACES, UNSEEN

_SPECIAL_IN_PATTERNS = expression(r"[\\*?\[]|\s\Z")
_FORBIDDEN_IN_TOML = expression(r"[\x7f\ud800-\udfff]")


INVISIBLE = expression("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]")
"""Characters that people do not see, or that turn the order of what they see."""


def printable(text: str) -> str:
    r"""`text` for one line of a terminal or a log: what cannot be seen there stands as an escape (`\n`, `\x1b`, `\udcff`).

    Control characters of both sets, line and paragraph separators, direction marks, zero-width characters, letters that
    look blank and lone surrogates are such; other letters of every script, and the spaces of languages, are not.
    """
    if text.isascii() and text.isprintable():
        return text
    return "".join(letter if _is_seen(letter) else letter.encode("unicode_escape").decode() for letter in text)


def _is_seen(letter: str) -> bool:
    return letter in SPACES or (letter.isprintable() and not UNSEEN.match(letter))


def abbreviated(text: str, longest: int = 120) -> str:
    """As `printable`, of at most about `longest` characters."""
    return printable(text if len(text) <= longest else text[: longest - 1] + "…")


def pattern_for(path: str) -> str:
    """The gitignore pattern that matches `path` alone."""
    return "/" + _SPECIAL_IN_PATTERNS.sub(r"\\\g<0>", path)


def toml_string(text: str) -> str:
    """`text` as a TOML basic string."""
    return _FORBIDDEN_IN_TOML.sub(lambda found: f"\\u{ord(found[0]):04x}", json.dumps(text, ensure_ascii=False))
