"""Letters that HTML writes as entities: `&copy;` for ©."""

from __future__ import annotations


def unescaped(text: str) -> str:
    """`text` with each entity as the letter that it stands for, by the rules of HTML 5."""
    if "&" not in text:
        return text
    # the table of their names takes as long to import as to fold a license, and few texts have one
    from html import unescape  # noqa: PLC0415

    return unescape(text)
