"""Paths, patterns and texts as messages quote them."""

from __future__ import annotations

import json

from hatch_oaml.values.expressions import expression
from hatch_oaml.values.invisible import SPACES, UNSEEN

_LONGEST_VALUE = 80
_LONGEST_NAME, _KEPT_OF_A_NAME = 1000, 400
_ENDLESS = 4096
_WORD = expression(r"\S+")
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
    return "".join(letter if is_seen(letter) else letter.encode("unicode_escape").decode() for letter in text)


def is_seen(letter: str) -> bool:
    return letter in SPACES or (letter.isprintable() and not UNSEEN.match(letter))


def abbreviated(text: str, longest: int = 120) -> str:
    """As `printable`, of at most about `longest` characters."""
    return printable(text if len(text) <= longest else text[: longest - 1] + "…")


def short_name(name: str) -> str:
    """`name`; of one that is longer than any that people give the beginning and the end."""
    return name if len(name) <= _LONGEST_NAME else f"{name[:_KEPT_OF_A_NAME]}…{name[-_KEPT_OF_A_NAME:]}"


def shown_name(name: str) -> str:
    """As `printable`, of a path or a name that a stranger gave: no longer than a `short_name`."""
    return printable(short_name(name))


def without_endless_words(text: str) -> str:
    """`text`, in which each word that is longer than any path a system takes is a `short_name`."""
    if len(text) < _ENDLESS:
        return text
    return _WORD.sub(lambda found: found[0] if len(found[0]) < _ENDLESS else short_name(found[0]), text)


def readable(text: str) -> str:
    """`text` without what cannot be seen in it: for what is written into a text that people read, words as they see them."""
    return "".join(letter for letter in text if is_seen(letter))


def shown_value(value: object) -> str:
    """A value of a stranger's TOML or JSON as Python writes it, of at most about 80 characters.

    No integer is too long for it: of one that Python would not write in decimal digits, nothing is told but that.
    """
    try:
        return abbreviated(repr(value), _LONGEST_VALUE)
    except ValueError:  # https://docs.python.org/3/library/stdtypes.html#integer-string-conversion-length-limitation
        return "…"


def pattern_for(path: str) -> str:
    """The gitignore pattern that matches `path` alone; bytes that are no text, which no file of ours can hold, match any."""
    return "/" + _LONE_SURROGATE.sub("?", _SPECIAL_IN_PATTERNS.sub(r"\\\g<0>", path))


def toml_string(text: str) -> str:
    """`text` as a TOML basic string, nothing in it that a terminal or a log would show otherwise: it can be pasted from there."""
    return "".join(map(toml_letter, json.dumps(text, ensure_ascii=False)))


def toml_letter(letter: str) -> str:
    """As a basic string of TOML has it."""
    if is_seen(letter):
        return letter
    return f"\\u{ord(letter):04x}" if ord(letter) <= _LAST_OF_FOUR_DIGITS else f"\\U{ord(letter):08x}"
