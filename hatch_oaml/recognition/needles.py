"""Tells cheaply, on bytes, whether a file may hold a notice at all; and on text, which lines."""

from __future__ import annotations

import re

WORDS = (
    "copyright",
    "(c)",
    "patent",
    "trademark",
    "service mark",
    "spdx-",
    "license",
    "licence",
    "author",
    "ed from",
    "taken from",
    "refer from",
    "based on",
    "original",
    "credit",
    "courtesy",
    "rights reserved",
    "developed by",
    "written by",
    "contributed by",
    "not a contribution",
)
SIGNS = ("&copy", "&#169", "&#xa9", "|copy|", "\\xa9", "\\u00a9", "copr.")
WIDE_WORDS = (
    "©",
    "（c）",
    "（ｃ）",
    "版权",
    "版權",
    "著作权",
    "著作權",
    "专利",
    "專利",
    "商标",
    "商標",
    "保留",
    "许可",
    "許可",
    "作者",
    "参考",
    "參考",
    "修改自",
    "改编自",
    "改編自",
    "移植自",
    "借鉴",
    "借鑒",
    "译",
    "譯",
    "衍生",
    "派生",
    "转载",
    "轉載",
    "开发",
    "開發",
    "编写",
    "編寫",
    "贡献",
    "貢獻",
    "提供",
    "创作",
    "鸣谢",
    "来自",
    "來自",
    "源自",
    "摘自",
    "取自",
    "参照自",
    "基于",
    "基於",
    "感谢",
    "感謝",
    "致谢",
    "非贡献",
    "非貢獻",
)

_ASCII = tuple(word.encode() for word in (*WORDS, *SIGNS))
_ASCII_BYTES = bytes(range(128))
_WIDE = tuple(
    dict.fromkeys(
        word.encode(name).translate(None, _ASCII_BYTES) for name in ("utf-8", "gb18030") for word in WIDE_WORDS
    )
)
_WIDE_LETTER = re.compile("[\u3400-\u9fff\uff00-\uffef]")
_SINGLE_BYTE_SIGN = re.compile(rb"(?<![\x80-\xff])\xa9")
"""© in Latin-1: in UTF-8 this byte never stands behind an ASCII one."""
_UTF16 = (b"\xff\xfe", b"\xfe\xff")


_WORTHY = re.compile(
    r"""\(c\)(?!\s*(?:[:,.+*/=)\]};<>%-]|$|\n|for\b|if\b|in\b|and\b|or\b)|(?<!\w)\(c\))
      | (?<=modifi)ed\ from|(?<=[dptwv])ed\ from|(?<=[cpr]i)ed\ from|(?<=deriv)ed\ from|(?<=adapt)ed\ from
      | original(?:ly)?[\s\]]+(?:\w+\s+)?(?:authors?|code|source|implement|version|work|by|from|copyright|under|mit|apache|bsd|written|develop|creat|contribut)
      | authors?(?:\b|(?=_))\s*(?:\(s\))?["'_]*\s*(?:[:：=]|\sby\b|[^\s\w]) | authors?\s+[\w"<(]
      | licen[sc]e(?:d|\b[^\n]{0,3}[:=]|s?[-_ ]?id|\s+\S) | credits?(?:\s|_|:|"\s*:)
      | based\ on|taken\ from|refer\ from|copyright|patent|trademark|service\ mark|spdx-|courtesy|rights\ reserved|(?:developed|written|contributed)\ by
      | not\ a\ contribution|[^a-z(]""",
    re.VERBOSE,
)
"""What a needle in the text needs right behind it, for its line to be looked at."""


def may_hold_notice(data: bytes) -> bool:
    """False is certain; true means that the file is worth decoding."""
    lower = data.lower()
    for needle in _ASCII:
        if needle in lower:
            return True
    return not data.isascii() and _may_hold_wide_notice(data)


def _may_hold_wide_notice(data: bytes) -> bool:
    """Most such files are ASCII but for a few letters: those alone are searched."""
    if data.startswith(_UTF16):
        return True
    rest = data.translate(None, _ASCII_BYTES)
    if any(needle in rest for needle in _WIDE):
        return True
    return b"\xa9" in rest and _SINGLE_BYTE_SIGN.search(data) is not None


def _wide_words_in(text: str) -> tuple[str, ...]:
    return WIDE_WORDS if _WIDE_LETTER.search(text) else ("©",)


def lines_with_needle(text: str) -> list[int]:
    """The lines of `text`, counted from 0, in order, that hold a needle."""
    lower = text.lower()
    words = (*WORDS, *SIGNS) if lower.isascii() else (*WORDS, *SIGNS, *_wide_words_in(lower))
    places: set[int] = set()
    for word in words:
        place = lower.find(word)
        while place >= 0:
            places.add(place)
            place = lower.find(word, place + len(word))
    lines: list[int] = []
    line = seen = 0
    for place in sorted(places):
        if not _WORTHY.match(lower, place):
            continue
        line += lower.count("\n", seen, place)
        seen = place
        if not lines or lines[-1] != line:
            lines.append(line)
    return lines
