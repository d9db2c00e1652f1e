"""Parts a text with markup into what a reader sees and what HTML or Markdown hides."""

from __future__ import annotations

import re

from hatch_oaml.values.expressions import expression

_HIDDEN = expression(
    r"""<!--.*?(?:-->|\Z)
      | ^\[(?://|comment|\#)\]:\s*(?:\#|<>)[^\n]*$
      | <(?P<tag>[a-z][\w-]*)\b[^<>]*?(?:\shidden\b(?!\s*=\s*["']?false)|style\s*=\s*["'][^"'>]*?(?:display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0(?![.\d]*[1-9])
            |opacity\s*:\s*0(?![.\d]*[1-9])|color\s*:\s*(?:transparent|white|\#fff(?:fff)?)\b|left\s*:\s*-\d{3,})[^"'>]*["'])[^<>]*>.*?(?:</(?P=tag)\s*>|\Z)
      | <(?P<unshown>template|noscript|script|style)\b[^<>]*>.*?(?:</(?P=unshown)\s*>|\Z)""",
    re.VERBOSE | re.IGNORECASE | re.DOTALL | re.MULTILINE,
)
_TITLE_MARK = expression(r"^(\[(?://|comment|#)\]:\s*(?:#|<>)\s*\(?)|\)\s*$")
_NOT_LINE_FEED = expression(r"[^\n]")


def parts(text: str) -> tuple[str, str]:
    """What is seen, and what is hidden; each on the lines where it stands. The second is "" where nothing is hidden."""
    if "<" not in text and "]:" not in text:
        return text, ""
    shown: list[str] = []
    hidden: list[str] = []
    offset = 0
    for match in _HIDDEN.finditer(text):
        before = text[offset : match.start()]
        shown += (before, _blank(match[0]))
        hidden += (_blank(before), _TITLE_MARK.sub("", match[0]))
        offset = match.end()
    if not hidden:
        return text, ""
    return "".join((*shown, text[offset:])), "".join(hidden)


def _blank(text: str) -> str:
    return _NOT_LINE_FEED.sub(" ", text)
