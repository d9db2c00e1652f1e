"""Takes away what stands around a line's words: comment signs, boxes, markup, entities."""

from __future__ import annotations

import html
import re

from hatch_oaml.values.expressions import expression

_PREFIX = expression(
    r"""\s*(?:
        (?: \#+!? | //+[!/]? | /\*+!? | \*+(?!/) | \(\*+ | \{- | --+ | ;+ | %+ | <!--+ | [rbuf]?"{3} | [rbuf]?'{3} | \.\.(?=\s)
          | dnl\b | @?rem\b | ::+(?=\s) | !+ | \|+(?!copy\||COPY\|) | >+ | c(?=\s{2}) | [=~^_+]{3,} | [-•·–+](?=\s) | <%--+ | \{\#+ | \\(?=\s)
        )\s*
    )*""",
    re.VERBOSE | re.IGNORECASE,
)
_SUFFIX = expression(
    r"""\s*(?: \*+/ | --+> | \*+\) | -\} | "{3} | '{3} | \#+ | \*+ | (?<!\|copy)\|+ | //+ | ;+ | %+ | [=~^_+-]{3,}
          | (?:\\[nrt])+"?\)?;?,? | \\ | \#\} | --%> )\s*$""",
    re.VERBOSE | re.IGNORECASE,
)
_LAST = frozenset("/>)}\"'#*|;%=~^_+-\\,")
"""With what a line ends that has a suffix, but for the letter of an escape."""
_TAG = expression(
    r"</?(?:p|div|span|br|hr|b|i|u|em|strong|center|td|tr|th|table|li|ul|ol|small|footer|header|h[1-6]|font|a|sub|sup|code|pre"
    r"|body|title|copyright|para|summary|remarks|c|see|section|details|img|text|string|key|meta)\b[^<>]*>",
    re.IGNORECASE,
)
_SIGN = expression(r"\|copy\||\\xa9|\\u00a9|\\copyright\b|\\N\{COPYRIGHT SIGN\}|&copy(?!;)", re.IGNORECASE)
_EMPHASIS = "**"
_EDITOR = expression(r"-?\*-.*-\*-?|(?:en)?coding\s*[:=]\s*[-\w.]+")
"""A line for editors and interpreters, not for people: no sentence goes on from it."""
_INNER_SPACE = expression(r"\s+")


def bare(line: str) -> str:
    """`line` without furniture, its white space single; "" for a line of furniture alone.

    Invisible characters stay where they are, and whatever stands before them: they are part of what the file says.
    """
    if "&" in line:
        line = html.unescape(line)
    if "\\" in line or "|" in line or "&" in line:
        line = _SIGN.sub("©", line)
    if "<" in line:
        line = _TAG.sub(" ", line)
    text = line[_PREFIX.match(line).end() :]  # type: ignore[union-attr]  # it matches the empty string too
    while _may_have_suffix(text) and (shorter := _SUFFIX.sub("", text)) != text:
        text = shorter
    if _EMPHASIS in text:
        text = text.replace(_EMPHASIS, "")
    said = _INNER_SPACE.sub(" ", text).strip()
    return "" if ("*-" in said or "coding" in said) and _EDITOR.fullmatch(said) else said


def _may_have_suffix(text: str) -> bool:
    return text.rstrip()[-1:] in _LAST or "\\" in text


def prefix(line: str) -> str:
    """The comment sign that `line` begins with, as far as it tells one comment from another; "" for none."""
    sign = line.lstrip()[:2]
    if sign[:1] in {"#", ";", "%", "!"}:
        return sign[:1]
    return sign if sign in {"//", "--", "..", "::"} else ""
