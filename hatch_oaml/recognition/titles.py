"""Tells a title, which is a work's own, from a sentence that tells of another work."""

from __future__ import annotations

from hatch_oaml.values.expressions import expression

_LINK_ENDS = expression(r"[^\[\]\n]*\]\(")
_TITLE_OPENS = expression(r"[\"“`][A-Z][^\"“”`]*$")
_TITLE_ENDS = expression(r"[^\"“”`\n]*[\"”`][_:,.]?\s?[(<\[]?https?:")


def is_in_title(before: str, tail: str) -> bool:
    """Does a title say it whose address is that of what it speaks of: `[A loom based on weaves](https://…)`?"""
    if before.rfind("[") > before.rfind("]") and _LINK_ENDS.match(tail):
        return True
    opened = _TITLE_OPENS.search(before)
    return opened is not None and _TITLE_ENDS.match(tail) is not None
