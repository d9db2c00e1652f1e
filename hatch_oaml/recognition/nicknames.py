"""Tells whether a name stands behind a label that has no form of a name: an account's, one in small letters, a file credited."""

from __future__ import annotations

import re

from hatch_oaml.values.expressions import expression
from hatch_oaml.values.han import BEYOND_LATIN

_CALLED = expression(
    rf"@(?:[Aa]uthors?|[Mm]odified\s[Bb]y)(?:\s|\s*[:：])|^\s*Authors?\s?[:：]\s*$|{BEYOND_LATIN}\s*[:：]\s*$|@{BEYOND_LATIN}+\s$"
)
_CREATED_ON = expression(r"(?:[\w.-]+\s+){1,3}on\s+[\d/.-]{6,10}")
_WRITTEN = expression(r"\s*(?:Written|Created|Coded|Implemented|Developed|Contributed)\sby\s*[:：]?\s")
_DEED = expression(
    r"\W*(?:first\s|last\s)?(?:written|created|coded|modified|updated|revised)\s+by\s*[:：]?\s", re.IGNORECASE
)
_ANYTHING = "hand|default|us|me|you|them|it|design|chance|law|users?|others?|anyone|everyone|hook|code|init|name"
_ALONE = expression(rf"(?!(?:{_ANYTHING})\b)[a-z][\w-]{{2,30}}\.?\s*(?:\n|$)")
"""In small letters, and all of its line."""
_DATED = expression(r"[\w@][\w.@-]{1,30},?\s(?:on\s)?\(?(?:19|20)\d\d[-/.]\d")
"""An account's name, and the day behind it."""
_NEXT_FIELD = rf"{BEYOND_LATIN}{{2,4}}\s?[:：]"
_NICKNAME = expression(
    r"[\w@][\w.@-]{1,30}(?:[ ,/、(（]{1,2}[\w.@-]{1,30}[)）]?){0,2}[;；.。]?\s*"
    rf"(?:\n|$|[<（，,]|{_NEXT_FIELD})"
)
"""Behind a tag of a documentation comment, or a label in Chinese, a name in letters of any size has the line to itself."""
_QUOTED_NICKNAME = expression(r"([\"'])[\w.@-]{2,30}(?:, ?[\w.@-]{2,30}){0,5}\1\s*(?:\n|$)")
"""The same in a program: `__author__ = 'mina'`."""
_CREDIT = expression(r"\bcredits?\s+(?:goes\s+)?to\s", re.IGNORECASE)
_CREDITED = expression(r"(?!the\b|both\b|all\b|a\b|you\b)[\w-]{3,30}(?:\s(?:tool|team|project))?[.!]?\s*(?:\n|$)")
"""A name in letters of any size that ends a sentence."""
_CREDITED_FILE = expression(r"[\w.-]+/[\w./-]+\.(?:py|pyx|c|cc|cpp|cu|h|hpp|m|js|ts|go|rs|java|jl|lua|sh)\b\s*(?:\n|$)")
"""A file of another work, by its path."""
_HANDLE_ZH = expression(r"[A-Za-z][\w-]{2,30}\s?(?:师傅|大佬|老师|同学|大神|前辈|团队|项目|提供|提交|贡献)")
"""Somebody by an account's name, thanked in Chinese."""
_FOR = r"\s+for\s+(?:the|his|her|their|this|help\w*|(?:provid|shar|creat|writ)ing)\b"
_THANKED_FOR = expression(rf"(?!the\b|a\b|an\b|all\b)[\w-]{{2,30}},?{_FOR}")
"""Somebody by an account's name, and for what."""


def is_nickname(match: re.Match[str], tail: str) -> bool:
    """Is a name in letters of any size alone behind its label, or what an editor wrote into a new file?"""
    if "thanks" in match[0].lower() and _THANKED_FOR.match(tail):
        return True
    if "credit" in match[0].lower() and _CREDITED_FILE.match(tail):
        return True
    if (_CREDIT.search(match[0]) and _CREDITED.match(tail)) or ("谢" in match[0] and _HANDLE_ZH.match(tail)):
        return True
    if (_WRITTEN.match(match[0]) and _ALONE.match(tail)) or (_DEED.match(match[0]) and _DATED.match(tail)):
        return True
    if _CREATED_ON.match(tail) and "created" in match[0].lower():
        return True
    if match[0].rstrip().endswith(("__ =", "__=")):
        return _QUOTED_NICKNAME.match(tail) is not None
    return _CALLED.search(match[0]) is not None and _NICKNAME.match(tail) is not None
