"""Finds trademark notices: somebody's name said to be a mark of somebody."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from hatch_oaml.recognition.passage import Found
from hatch_oaml.recognition.sentences import sentence_around
from hatch_oaml.recognition.words import is_template
from hatch_oaml.values.expressions import expression

if TYPE_CHECKING:
    from collections.abc import Iterator

_MARK = r"(?:(?:un)?registered\s+)?(?:(?:trade|service)[\s-]?marks?|trade\s?names?)(?:\s*(?:,|and|or|/|and/or)\s+(?:registered\s+)?(?:(?:trade|service)[\s-]?marks?|trade\s?names?|logos?))*"
_EN = expression(
    rf"""[\w™®)\]"'”’»]\s*\S{{0,40}}\s+(?:is|are|may\s+be)\s+(?:all\s+|both\s+|either\s+|each\s+)?(?:an?\s+|the\s+)?{_MARK}(?:\s+\([^)]*\))?
            \s+(?:\w+\s+)?(?:of|owned\s+by|belonging\s+to|held\s+by|or\s+registered\s+trademarks\s+of)\s+(?P<owner>(?:the\s+|its\s+|their\s+)?\S+)
      | \b(?:all|other|any)\b[^.;]{{0,80}}?\b{_MARK}\b[^.;]{{0,80}}?\b(?:are|is|remain|belong\s+to)\b[^.;]{{0,30}}?
            (?:propert(?:y|ies)\s+of\s+)?(?P<owners>(?:their|its)\s+respective\s+\w+)
      | \b{_MARK}\s+of\s+(?P<of>(?:the\s+)?[A-Z]\S+)[^.;]{{0,60}}?(?:registered\s+in|in\s+the\s+(?:U\.?S|United|EU|People)|used\s+(?:with|under|by)\s+permission)""",
    re.VERBOSE | re.IGNORECASE,
)
_ZH = expression(
    r"""[^。；]{0,80}?(?:为|為|是|系|係|属于|屬於|属|均为|均為|皆为|乃)[^。；]{0,60}?(?:的|之|所有的?|拥有的?|持有的?)?(?:注册|註冊)?(?:商标|商標)(?![法权權注註使侵标標识識名]|授权|许可|持有|所有人)
      | (?:商标|商標)[^。；]{0,40}?(?:归|歸|属于|屬於|属|屬|为|為|均为|均為|由)[^。；\n]{1,50}?(?:所有|拥有|擁有|持有|财产|財產)
      | (?:商标|商標)(?:权|權)?[^。；\n]{0,12}?(?:归|歸|属于|屬於)[^。；\n]{2,40}""",
    re.VERBOSE,
)
_NAME_ZH = expression(
    r"[“「『《\"'‘][^”」』》\"'’]{1,30}[”」』》\"'’]|[®™]|公司|集团|集團|基金会|基金會|协会|大学|研究院|实验室|各自|其所有|所有者|所有人|权利人|[A-Z]\w+"
)
_NOT_ONE = expression(
    r"\b(?:does\s+not|do\s+not|not\s+grant|no\s+permission|no\s+trademark|without\s+(?:prior|written|specific)|you\b|licensor'?s?\b|if\b"
    r"|whether|what\b|grants?\b|this\s+license)|不提供|不授予|许可证|是否|如果|什么|不得|任何|您|你|类别|字段|输入|查询|编号|检索|识别",
    re.IGNORECASE,
)
_EN_WORD = expression(r"mark|trade", re.IGNORECASE)
_ZH_WORD = expression(r"商[标標]")
_RESPECTIVE = expression(r"respective\s+(?:owner|holder|compan|proprietor|author)|各自", re.IGNORECASE)
_OWNER = expression(r"(?:the\s+|its\s+|their\s+)?[\"'“]?(?:[A-Z\u4e00-\u9fff]|respective)|[\w-]+\.(?:com|org|ai|io)")


def find(text: str, folded: str) -> Iterator[Found]:
    """`folded` is `text` with full-width forms folded, character for character."""
    lower = folded.lower()
    if "mark" in lower or "trade" in lower:
        for match in _EN.finditer(folded):
            owner = match["owner"] or match["owners"] or match["of"] or ""
            if _OWNER.match(owner) or _RESPECTIVE.search(match[0]):
                yield from _found(text, folded, match, _EN_WORD)
    if "商标" in text or "商標" in text:
        for match in _ZH.finditer(text):
            for found in _found(text, text, match, _ZH_WORD):
                if _NAME_ZH.search(text, found.start, max(found.end, match.end())):
                    yield found


def _found(text: str, searched: str, match: re.Match[str], word: re.Pattern[str]) -> Iterator[Found]:
    """The sentence is told from the word on: a match may begin in the line above, of another language."""
    mark = word.search(searched, match.start(), match.end())
    anchor = match.start() if mark is None else mark.start()
    start, end = sentence_around(searched, anchor, match.end())
    sentence = text[start:end]
    if (_RESPECTIVE.search(sentence) or not _NOT_ONE.search(sentence)) and not is_template(sentence):
        yield Found(kind="trademark", start=start, end=end, anchor=anchor, anchor_end=match.end())
