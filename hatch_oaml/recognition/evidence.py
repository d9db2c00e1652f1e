"""What tells that a name behind “from” or “by” is a work or a person: an address, a license, the form of a name."""

from __future__ import annotations

import re

from hatch_oaml.recognition.passage import Found
from hatch_oaml.recognition.words import EMAIL, LICENSE_NAME, REPOSITORY, URL
from hatch_oaml.values.expressions import expression

NAME = r"(?:[A-Z][\w'’-]*\.?|[A-Z]\.)"
EVIDENCE = expression(
    rf"{URL}|{EMAIL}|\b{LICENSE_NAME}\b|\bgithub\.com|\barxiv[:\s.]|\bdoi[:\s.]|《[^》]+》|\bRFC\s?\d|stackoverflow"
    rf"|(?<!.)[\s:：\[`'\"(]*(?:(?:了|the|code|of|repo|repository|from|in|at)\s*){{0,4}}{REPOSITORY}",
    re.IGNORECASE | re.DOTALL,
)
PERSON = expression(
    rf"""\W{{0,3}}(?:{NAME}\s+(?:{NAME}\s*){{1,4}}|(?:the\s+)?[A-Z][\w.&'-]+(?:\s+[A-Z&][\w.&'-]*)*|[\w.-]+\s*(?:<[^<>]*@[^<>]*>|\([^()]*@[^()]*\)|\(?https?:)|@\w[\w-]+
          |[\u4e00-\u9fff]{{2,}}[^，。；\n]*)""",
    re.VERBOSE,
)
MERELY_MENTIONED = expression(
    r"[^.,;\n]{0,20}?(?:\]\([^)\s]*\))?(?:\s+[^\s.,;]+){0,3}?\s+(?:is|are|can|cannot|will|should|must|may|shall)\b"
)
"""What stands behind a name that is the subject of a sentence about something else: data provided by X are …"""
_ON_NEXT_LINE = expression(rf"\s*\n\s*(?:\W{{0,3}})({URL}|{REPOSITORY})\S*")


def attribution(start: int, end: int, match: re.Match[str], *, sure: bool) -> Found:
    return Found(kind="attribution", start=start, end=end, anchor=match.start(), anchor_end=match.end(), sure=sure)


def with_next_line(text: str, end: int) -> int:
    """The address of what was told of stands on the next line as often as not."""
    following = _ON_NEXT_LINE.match(text[end:])
    return end + following.end() if following else end
