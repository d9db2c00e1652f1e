"""Tells whether the words around a notice take it back: a notice that is denied is not retained."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from hatch_oaml.values.expressions import expression

if TYPE_CHECKING:
    from collections.abc import Sequence


@dataclass(frozen=True, slots=True)
class Denial:
    """`words` stand directly before a notice, behind it, or as a sentence of their own that leads to it.

    `yes` is a text in which they deny a notice, `no` one with like words that does not.
    """

    words: str
    place: Literal["before", "leading", "behind"]
    language: Literal["en", "zh"]
    why: str
    yes: str
    no: str


_FALSE = r"(?:false|untrue|wrong|incorrect|invalid|void|withdrawn|revoked|retracted|rescinded|null\s+and\s+void)"
_FALSE_ZH = r"(?:不实|有误|错误|无效|作废|失效|撤回|撤销|虚假|不成立)"
_IS = r"(?:is|are|was|were|has\s+been|have\s+been)\s+(?:now\s+|hereby\s+|simply\s+)?"
_TOLD = r"(?:claims?|notices?|statements?|lines?|attributions?|copyrights?|assertions?)"

DENIALS = (
    Denial(
        r"\b(?:not|never|no\s+longer)\s+(?:(?:a|an|the|any|under|covered\s+by|subject\s+to|owned\s+by|by)\s+)*",
        "before",
        "en",
        "the sentence itself says no",
        "This is not Copyright 2022 Cedar Docs Team Inc.",
        "This is not all. Copyright 2022 Cedar Docs Team Inc.",
    ),
    Denial(
        rf"\b{_TOLD}\b[^.!?:]{{0,40}}\b{_IS}{_FALSE}\b[^.!?:]{{0,60}}:",
        "leading",
        "en",
        "a claim that is quoted as a false one",
        "The following claim is false and has been withdrawn: Copyright 2022 Cedar Docs Team Inc.",
        "The following notices are kept whole: Copyright 2022 Cedar Docs Team Inc.",
    ),
    Denial(
        rf"\bit\s+is\s+(?:not\s+true|no\s+longer\s+true|not\s+the\s+case|{_FALSE})\s+that\b",
        "leading",
        "en",
        "a sentence about the sentence",
        "It is not true that this includes work of Copyright 2022 Cedar Docs Team Inc.",
        "It is true that this is Copyright 2022 Cedar Docs Team Inc.",
    ),
    Denial(
        rf"\b(?:ignore|disregard)\s+(?:the\s+)?(?:following|this|these|next)?\s*(?:\w+\s+)?{_TOLD}\b[^.!?:]{{0,30}}:?",
        "leading",
        "en",
        "readers are told to pass it over",
        "Please disregard the following notice: Copyright 2022 Cedar Docs Team Inc.",
        "Do not ignore errors. Copyright 2022 Cedar Docs Team Inc.",
    ),
    Denial(
        rf"""["'”’)\]\s]*(?:\.\s*(?:this|that|the\s+(?:above|preceding|foregoing))\s+(?:\w+\s+)?{_TOLD}\s+)?(?:{_IS}{_FALSE}|{_IS}not\s+(?:true|valid|applicable|correct)"""
        r"|(?:does|do)\s+not\s+(?:apply|hold)|no\s+longer\s+(?:appl(?:y|ies)|holds?|valid)|is\s+no\s+longer\s+(?:true|valid))\b",
        "behind",
        "en",
        "the notice is taken back behind it",
        "Copyright 2022 Cedar Docs Team Inc. This notice is void.",
        "Copyright 2022 Cedar Docs Team Inc. This notice is kept.",
    ),
    Denial(
        rf"""["'”’\s]*[(\[]\s*{_FALSE}\s*[)\]]""",
        "behind",
        "en",
        "a word in brackets",
        "Copyright 2022 Cedar Docs Team Inc. (withdrawn)",
        "Copyright 2022 Cedar Docs Team Inc. (authors)",
    ),
    Denial(
        r"(?:并非|不是|绝非|不再是|不再属于|不属于)\s*",
        "before",
        "zh",
        "the sentence itself says no",
        "本文件并非版权所有 (c) 2022 云梭科技有限公司",
        "本文件是版权所有 (c) 2022 云梭科技有限公司",
    ),
    Denial(
        rf"(?:声明|说明|主张|内容|文字)[^。！？:：\n]{{0,8}}{_FALSE_ZH}[^。！？:：\n]{{0,12}}[:：]",
        "leading",
        "zh",
        "a claim that is quoted as a false one",
        "以下声明不实，现予撤回：版权所有 (c) 2022 云梭科技有限公司",
        "以下声明完整保留：版权所有 (c) 2022 云梭科技有限公司",
    ),
    Denial(
        r"(?:忽略|无视|不必理会)(?:以下|下列|下述|如下)[^。！？:：\n]{0,12}[:：]?",
        "leading",
        "zh",
        "readers are told to pass it over",
        "请忽略以下声明：版权所有 (c) 2022 云梭科技有限公司",
        "请勿忽视许可证。版权所有 (c) 2022 云梭科技有限公司",
    ),
    Denial(
        rf"""["'”’』」)）\s]*(?:[。，,；;]\s*)?(?:该|此|上述|以上|前述|本)?(?:著作权|版权)?(?:声明|主张|说明)(?:现|已|均|现已)?(?:被|经)?(?:{_FALSE_ZH}|不再(?:适用|有效|成立)|不适用)""",
        "behind",
        "zh",
        "the notice is taken back behind it",
        "版权所有 (c) 2022 云梭科技有限公司。上述声明已作废。",
        "版权所有 (c) 2022 云梭科技有限公司。上述声明须保留。",
    ),
)

_NEAR = 200
_OPENING = r"""["'“‘「『(\s]*\Z"""


def _any(place: str, around: str) -> re.Pattern[str]:
    rows = "|".join(f"(?:{row.words})" for row in DENIALS if row.place == place)
    return expression(around.replace("ROWS", rows), re.IGNORECASE)


_BEFORE = _any("before", rf"(?:ROWS){_OPENING}")
_LEADING = _any("leading", "(?:ROWS)")
_LEADING_TO = _any("leading", rf"(?:ROWS)[^.!?。！？]{{0,60}}{_OPENING}")
_BEHIND = _any("behind", "(?:ROWS)")
_HINT = expression(
    r"\b(?:not|never|no longer|ignore|disregard|false|untrue|wrong|incorrect|invalid|void|withdrawn|revoked|retracted|rescinded)\b"
    rf"|并非|不是|绝非|不再|不属于|忽略|无视|不必|不适用|{_FALSE_ZH}",
    re.IGNORECASE,
)


def is_denied(text: str, start: int, end: int) -> bool:
    """Do the words of `text` around the notice from `start` up to `end` take it back?"""
    if not _HINT.search(text, max(0, start - _NEAR), end + _NEAR):
        return False
    before = text[max(0, start - _NEAR) : start]
    if _BEFORE.search(before) or _LEADING_TO.search(before):
        return True
    # a holder's name may have taken a word or two of what follows
    return any(_BEHIND.match(text, at) for at in range(max(start, end - _NEAR), min(end + 1, len(text))))


def opens_with_denial(text: str) -> bool:
    """Is there, in a paragraph that is a notice whole, a sentence that takes back what follows?"""
    return _HINT.search(text) is not None and _LEADING.search(text) is not None


def leads_to_denial(lines: Sequence[str], index: int) -> bool:
    """Does the last paragraph before line `index` end by taking back what follows?"""
    above = next((line for line in reversed(lines[max(0, index - 4) : index]) if line.strip()), "").rstrip()
    return above.endswith((":", "：")) and _LEADING_TO.search(above) is not None
