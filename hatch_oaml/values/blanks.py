"""A text that is taken out of another leaves blanks: what stands behind it keeps its line and its place."""

from __future__ import annotations

from hatch_oaml.values.expressions import expression

_NOT_LINE_FEED = expression(r"[^\n]")


def blanked(text: str) -> str:
    """As long as `text`, and of as many lines."""
    return _NOT_LINE_FEED.sub(" ", text)
