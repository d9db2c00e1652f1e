"""Paths, patterns and texts as messages quote them."""

from __future__ import annotations

import json

from hatch_oaml.values.expressions import expression
from hatch_oaml.values.invisible import SPACES, UNSEEN

_SPECIAL_IN_PATTERNS = expression(r"[\\*?\[]|\s\Z")
_LONE_SURROGATE = expression(r"[\ud800-\udfff]")
_LAST_OF_FOUR_DIGITS = 0xFFFF


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
    """The gitignore pattern that matches `path` alone; bytes that are no text, which no file of ours can hold, match any."""
    return "/" + _LONE_SURROGATE.sub("?", _SPECIAL_IN_PATTERNS.sub(r"\\\g<0>", path))


def toml_string(text: str) -> str:
    """`text` as a TOML basic string, nothing in it that a terminal or a log would show otherwise: it can be pasted from there."""
    quoted = json.dumps(text, ensure_ascii=False)
    return quoted if quoted.isprintable() else "".join(map(_toml_letter, quoted))


def _toml_letter(letter: str) -> str:
    if letter.isprintable():
        return letter
    return f"\\u{ord(letter):04x}" if ord(letter) <= _LAST_OF_FOUR_DIGITS else f"\\U{ord(letter):08x}"
