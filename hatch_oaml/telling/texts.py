"""Which files of a release tell what was modified, by their names."""

from __future__ import annotations

import re

from hatch_oaml.values.expressions import expression

_CARD = expression(r"(?:.*/)?(?:readme|model[-_]?card)[^/]*$", re.IGNORECASE)


def is_card(path: str) -> bool:
    """Is it a README or a model card, of whatever folder?"""
    return _CARD.match(path) is not None


def tells_by_name(path: str) -> bool:
    return is_card(path) or path.rpartition("/")[2].casefold().startswith("modifications")
