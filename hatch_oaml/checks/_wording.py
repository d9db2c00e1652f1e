"""Paths and patterns as findings quote them."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_SPECIAL_IN_PATTERNS = re.compile(r"[\\*?\[]|\s\Z")
_FORBIDDEN_IN_TOML = re.compile(r"[\x7f\ud800-\udfff]")


def shown(path: str) -> str:
    r"""`path` for a line of text: what cannot be printed stands as an escape (`\n`, `\udcff`)."""
    return "".join(letter if letter.isprintable() else letter.encode("unicode_escape").decode() for letter in path)


def listed(paths: Iterable[str], separator: str) -> str:
    """The first few of `paths` in backquotes; the rest as `…`."""
    known = [f"`{shown(path)}`" for path in paths]
    return separator.join(known[:3] + ["…"] * (len(known) > 3))


def pattern_for(path: str) -> str:
    """The gitignore pattern that matches `path` alone."""
    return "/" + _SPECIAL_IN_PATTERNS.sub(r"\\\g<0>", path)


def toml_string(text: str) -> str:
    """`text` as a TOML basic string."""
    return _FORBIDDEN_IN_TOML.sub(lambda found: f"\\u{ord(found[0]):04x}", json.dumps(text, ensure_ascii=False))


def block(*lines: str) -> str:
    """Lines to paste, set off below the sentence that asks for them."""
    return "\n\n" + "\n".join(f"    {line}" if line else "" for line in lines)
