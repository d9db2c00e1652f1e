"""Letters that HTML writes as entities: `&copy;` for ©."""

from __future__ import annotations

import re

from hatch_oaml.values.expressions import expression

_NO_ENTITY = expression(r"&(?=copy[A-Za-z_])")
"""An address in a program: `&copyObject`, where HTML reads an entity without its end."""
_ESCAPED_TWICE = expression(r"&(?:copy|#169|#xa9);", re.IGNORECASE)


def unescaped(text: str) -> str:
    """`text` with each entity as the letter that it stands for, by the rules of HTML 5."""
    if "&" not in text:
        return text
    # the table of their names takes as long to import as to fold a license, and few texts have one
    from html import unescape  # noqa: PLC0415

    text = unescape(_NO_ENTITY.sub("&amp;", text))
    return unescape(text) if _ESCAPED_TWICE.search(text) else text
