"""Which files introduce a whole work, by their names."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from hatch_oaml.values.expressions import expression

if TYPE_CHECKING:
    from hatch_oaml.values.paths import ArchivePath

_CARD = expression(r"(?:.*/)?(?:readme|model[-_]?card)[^/]*$", re.IGNORECASE)


def is_card(path: ArchivePath) -> bool:
    """Is it called as what introduces a whole work is?"""
    return _CARD.match(path) is not None
