"""Finds patent notices: a number, or a verb of protection; the bare word is none."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from hatch_oaml.recognition.passage import Found
from hatch_oaml.recognition.sentences import sentence_around
from hatch_oaml.recognition.words import is_template
from hatch_oaml.values.expressions import expression

if TYPE_CHECKING:
    from collections.abc import Iterator

_NUMBER = r"(?:[A-Z]{0,2}\s?)?\d{1,3}(?:[,.]\d{3}){2,3}|(?:ZL|CN|EP|US|WO|JP|KR|DE|GB)\s?\d[\d,./X-]{5,}\w?|\d{6,}"
_EN = expression(
    rf"""\bpatents?[\s-]+pending\b
      | \b(?:covered|protected|patented)\s+(?:by|under)\b[^;\n。]{{0,80}}?\bpatents?\b
      | \bpatented\s+(?:technology|algorithm|method|process|under)\b[^.]{{0,60}}?(?:{_NUMBER})
      | \b(?:practices|implements|embodies|uses)\b[^;\n]{{0,60}}?\bpatents?\b[^.;]{{0,30}}?(?:{_NUMBER})
      | \bpatents?\b[^.;\n]{{0,30}}?(?:{_NUMBER})[^.;]{{0,60}}?\b(?:appl(?:y|ies)|issued|owned|assigned|licensed|held)\b""",
    re.VERBOSE | re.IGNORECASE,
)
_CITED = expression(
    rf"(?:\bU\.?S\.?|\bEuropean|\bChinese|\bJapanese|\bGerman)?\s*\bPat(?:ent|\.)s?\s*(?:Nos?\.?|Numbers?|\#)?\s*:?\s*(?:{_NUMBER})",
    re.IGNORECASE,
)
_ZH = expression(
    rf"""(?:受|由|获得?|獲得?|取得|拥有|擁有|持有|享有|已获|涉及|包含|使用了?|采用了?|落入)[^。；\n]{{0,40}}?(?:专利|專利)
            (?:[^。；\n]{{0,30}}?(?:{_NUMBER})|[^。；\n]{{0,40}}?(?:保护|保護|权|權|技术|技術|授权|授權))
      | (?:专利|專利)(?:号|號|申请号|申請號)?[为為是:：\s]*(?:{_NUMBER})[^。；\n]{{0,30}}?(?:保护|保護|授权|授權|所有)
      | (?:已|正在|正)(?:申请|申請|提交|递交)[^。；\n]{{0,16}}?(?:专利|專利)(?!号|號|申请号)|(?:专利|專利)(?:申请|申請)(?:中|正在审查|已受理|已提交)""",
    re.VERBOSE,
)
_CITED_ZH = expression(rf"(?:专利|專利)(?:号|號|申请号|申請號|公开号)?\s*[为為是:：]?\s*(?:{_NUMBER})")
_NOT_ONE = expression(
    r"\bpatent\s+(?:licen[sc]es?|claims?|infring\w*|litigation|grants?|rights|holders?|office|law|treat\w*|portfolio|classif\w*|dataset|text|abstract)\b"
    r"|专利许可|專利許可|专利侵权|专利权利要求|专利诉讼|专利维权|专利法|专利检索|专利数据|专利文本|专利代理|if\b|you\b|must\b|如果|任何|是否|不得|查询|输入|字段",
    re.IGNORECASE,
)


def find(text: str, folded: str) -> Iterator[Found]:
    """`folded` is `text` with full-width forms folded, character for character."""
    lower = folded.lower()
    if "pat" in lower:
        yield from _found(text, _EN, folded, sure=True)
        yield from _found(text, _CITED, folded, sure=False)
    if "专利" in text or "專利" in text:
        yield from _found(text, _ZH, folded, sure=True)
        yield from _found(text, _CITED_ZH, folded, sure=False)


def _found(text: str, pattern: re.Pattern[str], folded: str, *, sure: bool) -> Iterator[Found]:
    for match in pattern.finditer(folded):
        start, end = sentence_around(folded, match.start(), match.end())
        sentence = text[start:end]
        if not _NOT_ONE.search(sentence) and not is_template(sentence):
            yield Found(kind="patent", start=start, end=end, anchor=match.start(), anchor_end=match.end(), sure=sure)
