"""Finds attribution notices that tell of another work: adapted from, based on, 修改自."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from hatch_oaml.recognition.evidence import EVIDENCE, MERELY_MENTIONED, NAME, PERSON, attribution, with_next_line
from hatch_oaml.recognition.sentences import sentence_around
from hatch_oaml.recognition.words import EMAIL, LICENSE_NAME, URL, is_template
from hatch_oaml.values.expressions import expression

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hatch_oaml.recognition.passage import Found

_ORIGIN = expression(
    r"""(?<![\w-])(?:(?:heavily|partly|partially|largely|slightly|mostly|directly|loosely|originally|shamelessly|code|file|function|class|and|or|/)\s+)*
        (?:modified|adapted|adopted|derived|ported|copied|copypasted|copy-pasted|borrowed|taken|forked|translated|converted|extracted|lifted|refer(?:red)?|rewritten|cribbed)
        (?:(?:\s*(?:and|,|/|&)\s*(?:slightly\s+)?(?:modified|adapted|simplified|extended|ported|copied|refactored|improved)))*
        (?:\s+(?:with\s+\w+\s+(?:modifications?|changes?|permission)|almost\s+verbatim|verbatim|in\s+part|in\s+large\s+part|code|directly|originally))?\s+(?:is\s+)?from\b
      | (?<![\w-])(?:modified|adapted|rewritten)\s+based\s+(?:up)?on\b""",
    re.VERBOSE | re.IGNORECASE,
)
_BASED = expression(
    r"\b(?:based\s+(?:(?:partially|partly|loosely|heavily|largely|closely|mostly|mainly|in\s+(?:large\s+)?part)\s+)?(?:up)?on|inspired\s+by|derivative\s+(?:work\s+)?of)\s+(?:the\s+)?(?P<what>(?:\w+\s+){0,3}?(?:work|code|implementation|version|project|repository|"
    r"library|script|example|software|program|class|module|package|port|file)s?\s+(?:by|of|from|in|at|written by)\b)?",
    re.IGNORECASE,
)
_MAY_TELL_ORIGIN = expression(r"\sfrom\b|(?:ed|en)\sbased\s")
_MAY_TELL_BASE = expression(r"based\s|inspired|derivative")
_ORIGIN_ZH = expression(
    r"""(?:修改|改编|改編|改写|改寫|移植|摘录|摘|摘抄|翻译|翻譯|复制|複製|拷贝|转载|轉載|借鉴|派生|衍生|参考|參考|参照|引用|引|取|源|来|來|fork|Fork|抄)自(?![动動定己身然主助由带帶行适適然])
      | (?:参考|參考|借鉴|借鑒|引用|使用|采用|改造|复用|移植|参照|沿用)(?:并修改)?了?(?:以下|如下)?\s*(?:[：:]|了)
      | (?:基于|基於|源于|源於|参考|參考)\s?[^。；\n]{2,80}?(?:开发|開發|实现|實現|修改|改造|改写|改编|构建|二次开发|移植|而来|的代码|的代碼|的实现|项目|項目|训练|微调)
      | (?:代码|代碼|程序|实现|實現|部分代码|模型|本文件|本项目|原始代码|灵感)\s?(?:主要|部分|均)?(?:来自|來自|来源于|来源|出自|参考|參考|基于|基於|源于)\s*[：:]?""",
    re.VERBOSE,
)
_PROPER = expression(rf"(?:\W{{0,3}}{NAME}(?:\s+(?:{NAME}|of|the|and|de|van|von|der|&|<)){{0,6}})")
_BY_SOMEBODY = expression(rf"\b(?:by|of)\s+{NAME}\s+{NAME}")
_CAPITALISED = expression(r"\W*[A-Z][\w-]*[\s\u4e00-\u9fff]")
_ADDRESS = expression(rf"{URL}|{EMAIL}|\bgithub\.com|\barxiv[:\s.]|\bdoi[:\s.]", re.IGNORECASE)
_ADDRESS_BELOW = expression(rf"[^\n]*\n\W{{0,3}}{URL}[)\].,;]*(?=\n|$)", re.IGNORECASE)
"""With a line to itself: what it is the address of was told on the line above."""
_MORE_ADDRESSES = expression(rf"(?:[)\].,;]*\n\W{{0,3}}{URL}(?=[)\].,;]*(?:\n|$)))+", re.IGNORECASE)
_ADDRESS_AT_LINE_END = expression(rf"{URL}[)\].,;]*(?=\n)", re.IGNORECASE)
_IS_CODE = expression(
    r"\b(?:code|implementation|file|script|library|module|repo(?:sitory)?)\s+(?:here\s+)?(?:is|was|are)\s+(?:\w+ly\s+)?$",
    re.IGNORECASE,
)
_AT_ONCE = expression(rf"[\s\[`'\"]*(?:{LICENSE_NAME}\b)", re.IGNORECASE)
_DOTTED = expression(r"\s*[`'\"]?[a-z_]\w*(?:\.\w+)+(?![\w/:]|\.\w)(?!\s*\(http)")
_NEAR = 30
"""How far behind “based on”, past a comma, an address may stand that tells on what."""
_HANDLED = expression(r"(?:modified|adapted|copied|ported|borrowed|forked)\b", re.IGNORECASE)
_LOWER_CASE_NAME = expression(r"\s*(?:\*[\w.-]{3,}\*|`[\w-]{3,}`|[a-z][\w-]{2,}['’]s\b)")


def find(text: str, folded: str) -> Iterator[Found]:
    """`folded` is `text` with full-width forms folded, character for character."""
    lower = folded.lower()
    for pattern, needed in ((_ORIGIN, _MAY_TELL_ORIGIN), (_BASED, _MAY_TELL_BASE)):
        for match in pattern.finditer(folded) if needed.search(lower) else ():
            yield from _origin(text, folded, match)


def find_chinese(text: str, folded: str) -> Iterator[Found]:
    for match in _ORIGIN_ZH.finditer(folded):
        yield from _origin(text, folded, match)


def _origin(text: str, folded: str, match: re.Match[str]) -> Iterator[Found]:
    start, end = sentence_around(folded, match.start(), match.end())
    end = with_next_line(folded, end)
    if address := _ADDRESS_AT_LINE_END.search(folded, match.end(), end):
        end = address.end()
    if more := _MORE_ADDRESSES.match(folded, end):
        end = more.end()
    tail = folded[match.end() : end]
    if is_template(text[start:end]):
        return
    if _DOTTED.match(tail):
        yield attribution(start, end, match, sure=False)
    elif _is_evident(match, tail):
        yield attribution(start, end, match, sure=True)
    elif _names_something(match, tail, folded[start : match.start()]):
        yield attribution(start, end, match, sure=False)


def _is_evident(match: re.Match[str], tail: str) -> bool:
    if match.re is not _BASED:
        return EVIDENCE.search(tail) is not None
    if MERELY_MENTIONED.match(tail):
        return False
    address = _ADDRESS.search(tail)
    return (
        _ADDRESS_BELOW.match(tail) is not None
        or (address is not None and (address.start() <= _NEAR or "," not in tail[: address.start()]))
        or bool(match["what"] and PERSON.match(tail))
        or _AT_ONCE.match(tail) is not None
    )


def _names_something(match: re.Match[str], tail: str, before: str) -> bool:
    if match.re is _BASED and not _IS_CODE.search(before):
        return False
    return _PROPER.match(tail) is not None or _names_somebody(tail) or _names_work(match, tail)


def _names_somebody(tail: str) -> bool:
    return _BY_SOMEBODY.search(tail) is not None or _CAPITALISED.match(tail) is not None


def _names_work(match: re.Match[str], tail: str) -> bool:
    """Does the name of a work follow that is written small: `adapted from *loom*`, `modified from loom's cutter`?"""
    return _HANDLED.search(match[0]) is not None and _LOWER_CASE_NAME.match(tail) is not None
