"""Finds copyright notices that say in a sentence who owns the rights: 本软件著作权归……所有."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from hatch_oaml.recognition.passage import Found
from hatch_oaml.recognition.words import COPYRIGHT_ZH, is_template
from hatch_oaml.values.expressions import expression

if TYPE_CHECKING:
    from collections.abc import Iterator

_HOLDER = r"(?P<holder>[^，。；,;!！\n]{2,60}?)"
_ZH = expression(
    rf"""[^，。；,;!！\n]{{0,40}}?{COPYRIGHT_ZH}(?:和|及|与|、)?(?:\w{{0,10}}?)(?:均|皆|都|全部|依法|仍|仍然)?\n?
        (?:归属于|归属|歸屬於|归|歸|由|属于|屬於|属|屬|为|為)\n?{_HOLDER}\n?(?:所有|享有|拥有|擁有|保留|持有|(?=[，。；\n]|$))
      | (?P<keeper>[^，。；,;\n]{{2,40}}?)(?:保留|享有|拥有|擁有)(?:对?本?\w{{0,8}}的)?(?:所有|全部|一切|完整)?(?:的)?{COPYRIGHT_ZH}(?=[，。；、\n]|$)""",
    re.VERBOSE,
)
_EN = expression(
    r"""(?:(?<=[.\n])|^)\s*(?:[Tt]he\s+)?[Cc]opyrights?(?:\s+(?:of|in|on|to|for)\s+[^.\n]{2,60}?)?\s+(?:is\s+|are\s+)?(?:held|owned|retained)\s+by\s+
        (?P<owner>(?:the\s+)?[A-Z][^.;\n]{1,100})""",
    re.VERBOSE,
)
_NOBODY = expression(
    r"原作者|(?:^|各自的?|其|相应的?|相关)(?:作者|版权方|权利人|所有者|所有人|持有人)|^(?:作者|本人|其|各自|我们|您|你|用户|谁|他人|原|各|对方|respective|the (?:respective|original|author))"
)
_PROSE = expression(
    r"^(?:于|是|什么|所有|法|不|否|了|一|任何|哪)|(?:吗|么)$|如果|是否|不得|禁止|侵犯|尊重|可能|应当|声明是|许可"
)


def find(text: str, folded: str) -> Iterator[Found]:
    """`folded` is `text` with full-width forms folded, character for character."""
    if "权" in text or "權" in text:
        for match in _ZH.finditer(text):
            holder = (match["holder"] or match["keeper"]).strip()
            if _PROSE.search(match[0]) or _PROSE.search(holder) or is_template(match[0]):
                continue
            yield _found(text, match, sure=not _NOBODY.search(holder))
    for match in _EN.finditer(folded):
        if not is_template(match[0]):
            owner = match["owner"].lower()
            yield _found(text, match, sure=not _NOBODY.search(owner))


def _found(text: str, match: re.Match[str], *, sure: bool) -> Found:
    start, end = match.start(), match.end()
    start += len(match[0]) - len(match[0].lstrip())
    end += text[end : end + 1] in {"。", "."}
    return Found(kind="copyright", start=start, end=end, anchor=start, anchor_end=end, sure=sure)
