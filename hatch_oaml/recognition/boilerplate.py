"""Tells the words of known licenses from notices: a license's own text is not its base's notice."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from hatch_oaml.recognition.words.licenses import DOCUMENT, QUOTED, TITLE
from hatch_oaml.values.expressions import expression

if TYPE_CHECKING:
    from hatch_oaml.recognition.passage import Found

_QUOTED = expression(QUOTED.either, re.IGNORECASE)
_DOCUMENT = expression(DOCUMENT.either, re.IGNORECASE, needed=("everyone", "licen"))
_TITLE = expression(TITLE.either, re.IGNORECASE)


def is_boilerplate(text: str, found: Found) -> bool:
    """Are the words found in `text` those of a license, which speaks of notices (clause 3.1 2)) and is none?"""
    if found.kind == "copyright":
        words = text[max(0, found.start - 16) : found.end]
        return _QUOTED.search(words) is not None or _DOCUMENT.match(text, found.end) is not None
    return _QUOTED.search(text, found.start, found.end) is not None


def is_known_license(text: str) -> bool:
    """Does `text`, of a file named as a license, hold one that the world knows?"""
    return _TITLE.search(text) is not None
