"""What a field for a license says: its name, if it says one."""

from __future__ import annotations

import re
from typing import Final

from hatch_oaml.values.expressions import expression

_NONE: Final = expression(
    r"(?:other|unknown|none|null|n/?a|tbd|todo|custom|-)?|(?:file:\s*)?(?:see\s+)?(?:the\s+)?licen[sc]e(?:\s+(?:in|file)\b.*)?(?:\.\w+)?",
    re.IGNORECASE,
)
_AT_STEWARDS: Final = expression(
    r"(?:https?://)?(?:www\.)?(?:spdx\.org/licenses|opensource\.org/licen[sc]es?)/(?P<id>[\w.+-]*\w\+??)(?:\.html|\.json)?/?",
    re.IGNORECASE,
)
_COMMONS: Final = expression(
    r"(?:https?://)?(?:www\.)?creativecommons\.org/(?:licenses|publicdomain)/(?P<terms>[a-z-]+)/(?P<version>\d\.\d)\b.*",
    re.IGNORECASE,
)


def license_name(field: str) -> str | None:
    """The name of the license in `field`, that of an address at SPDX, OSI or Creative Commons told by its id.

    None where it names none: `other`, `see LICENSE`.
    """
    text = " ".join(field.split())
    if _NONE.fullmatch(text):
        return None
    if match := _AT_STEWARDS.fullmatch(text):
        return match["id"].removesuffix(".html").removesuffix(".json")
    if match := _COMMONS.fullmatch(text):
        terms = match["terms"].upper()
        return f"CC0-{match['version']}" if terms == "ZERO" else f"CC-{terms}-{match['version']}"
    return text
