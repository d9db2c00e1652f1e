"""Paths, patterns and texts as messages quote them."""

from __future__ import annotations

import json

from hatch_oaml.values.expressions import expression

_SPECIAL_IN_PATTERNS = expression(r"[\\*?\[]|\s\Z")
_FORBIDDEN_IN_TOML = expression(r"[\x7f\ud800-\udfff]")


def shown(path: str) -> str:
    r"""`path` for a line of text: what cannot be printed stands as an escape (`\n`, `\udcff`)."""
    return "".join(letter if letter.isprintable() else letter.encode("unicode_escape").decode() for letter in path)


def pattern_for(path: str) -> str:
    """The gitignore pattern that matches `path` alone."""
    return "/" + _SPECIAL_IN_PATTERNS.sub(r"\\\g<0>", path)


def toml_string(text: str) -> str:
    """`text` as a TOML basic string."""
    return _FORBIDDEN_IN_TOML.sub(lambda found: f"\\u{ord(found[0]):04x}", json.dumps(text, ensure_ascii=False))
