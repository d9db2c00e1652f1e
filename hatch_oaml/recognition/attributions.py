"""Finds attribution notices: whose work this is or comes from, told by name, address or license."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from hatch_oaml.recognition.passage import Found
from hatch_oaml.recognition.sentences import sentence_around
from hatch_oaml.recognition.words import EMAIL, LICENSE_NAME, REPOSITORY, URL, is_template

if TYPE_CHECKING:
    from collections.abc import Iterator

_ORIGIN = re.compile(
    r"""(?<![\w-])(?:(?:heavily|partly|partially|largely|slightly|mostly|directly|loosely|originally|shamelessly|code|file|function|class|and|or|/)\s+)*
        (?:modified|adapted|adopted|derived|ported|copied|copypasted|copy-pasted|borrowed|taken|forked|translated|converted|extracted|lifted|refer(?:red)?|rewritten|cribbed)
        (?:(?:\s*(?:and|,|/|&)\s*(?:slightly\s+)?(?:modified|adapted|simplified|extended|ported|copied|refactored|improved)))*
        (?:\s+(?:with\s+\w+\s+(?:modifications?|changes?|permission)|almost\s+verbatim|verbatim|in\s+part|in\s+large\s+part|code|directly|originally))?\s+(?:is\s+)?from\b""",
    re.VERBOSE | re.IGNORECASE,
)
_BASED = re.compile(
    r"\b(?:based\s+(?:up)?on|inspired\s+by|derivative\s+(?:work\s+)?of)\s+(?:the\s+)?(?P<what>(?:\w+\s+){0,3}?(?:work|code|implementation|version|project|repository|"
    r"library|script|example|software|program|class|module|package|port|file)s?\s+(?:by|of|from|in|at|written by)\b)?",
    re.IGNORECASE,
)
_PEOPLE = re.compile(
    r"""(?<![\w.])(?:(?:originally|first|initially|code|mostly|also|was|and)\s+)*
          (?:(?:written|developed|created|authored|coded|contributed|designed|implemented|ported|converted|translated|donated|maintained|provided|modified|adapted|updated|rewritten|enhanced|reworked)
            (?:\s+(?:and|&)\s+(?:written|developed|maintained|contributed|copyrighted))?)\s+by\s*:?\s
      | \boriginal(?:ly)?\s+(?:\w+\s+){0,2}?(?:authors?|code|source|implementation|version|work|by|from|copyright)\b(?:\s+(?:is|was|are|can\s+be\s+found|comes?|available))?
            \s*(?:at|by|from|:|in|here)?\s*:?
      | \bcourtesy\s+of\s | \bcredits?\s+(?:goes?\s+to|to|due\s+to)\s | \bcredits?\s*: | \b(?:many\s+|special\s+)?thanks\s+to\s
      | \bincludes?\s+(?:software|code|material|work|data)\s+(?:\w+\s+){0,3}?(?:by|from|at)\s
      | (?:(?<=\n)|^)\s*(?:[@\\:]?(?:co-?)?authors?(?:\s*\(s\))?\s*(?:[:：=]|\sby\s|(?<=@author)\s|(?<=@authors)\s|(?<=\\author)\s)|__authors?__\s*=|__credits__\s*=
            |(?:created|written|developed|maintained)\s+by\s*[:：]?|spdx-filecontributor:|contributors?\s*:|maintainers?\s*:|original\s+author\s*[:：])""",
    re.VERBOSE | re.IGNORECASE,
)
_MAY_TELL_ORIGIN = re.compile(r"\sfrom\b")
_MAY_TELL_BASE = re.compile(r"based\s|inspired|derivative")
_MAY_NAME_PEOPLE = re.compile(r"\sby\b|author|original|credit|thanks|courtesy|include|contributor|maintainer")
_ORIGIN_ZH = re.compile(
    r"""(?:修改|改编|改編|改写|改寫|移植|摘录|摘|摘抄|翻译|翻譯|复制|複製|拷贝|转载|轉載|借鉴|派生|衍生|参考|參考|参照|引用|引|取|源|来|來|fork|Fork|抄)自(?![动動定己身然主助由带帶行适適然])
      | (?:参考|參考|借鉴|借鑒|引用|使用|采用|改造|复用|移植|参照|沿用)(?:并修改)?了?(?:以下|如下)?\s*(?:[：:]|了)
      | (?:基于|基於|源于|源於|参考|參考)\s?[^。；\n]{2,80}?(?:开发|開發|实现|實現|修改|改造|改写|改编|构建|二次开发|移植|而来|的代码|的代碼|的实现|项目|項目|训练|微调)
      | (?:代码|代碼|程序|实现|實現|部分代码|模型|本文件|本项目|原始代码|灵感)\s?(?:主要|部分|均)?(?:来自|來自|来源于|来源|出自|参考|參考|基于|基於|源于)\s*[：:]?""",
    re.VERBOSE,
)
_PEOPLE_ZH = re.compile(
    r"(?:(?<=\n)|^)\s*@?(?:原作者|原著|作者|著者|译者|譯者|编写|編寫|编写者|开发者|開發者|维护者|贡献者|貢獻者|原始作者|代码作者|开发人员|开发团队|出品)\s*[:：]\s*"
    r"|由\s?(?P<maker>(?!用户|系统|您|你|我们|模型|程序|框架|服务器|于|此|其|他|她|它|上|下|前|多|该)[^。；，\n]{2,40}?)(?:共同|联合|独立)?(?:开发|開發|编写|編寫|贡献|貢獻|提供|创作|創作|原创|移植|捐赠)(?:并|和|。|，|而成|$|\n)"
    r"|(?:(?<=[\n。！!，,;；])|^)\s*(?:在此|本项目|我们|同时|最后|非常|也)*(?:特别|衷心)?(?:感谢|感謝|致谢|致謝|鸣谢)\s*[:：]?(?!部分|单位|名单|章节|列表)"
)
_NAME = r"(?:[A-Z][\w'’-]*\.?|[A-Z]\.)"
_PROPER = re.compile(rf"(?:\W{{0,3}}{_NAME}(?:\s+(?:{_NAME}|of|the|and|de|van|von|der|&|<)){{0,6}})")
_EVIDENCE = re.compile(
    rf"{URL}|{EMAIL}|\b{LICENSE_NAME}\b|\bgithub\.com|\barxiv[:\s.]|\bdoi[:\s.]|《[^》]+》|\bRFC\s?\d|stackoverflow"
    rf"|(?<!.)[\s:：\[`'\"(]*(?:(?:了|the|code|of|repo|repository|from|in|at)\s*){{0,4}}{REPOSITORY}",
    re.IGNORECASE | re.DOTALL,
)
_ADDRESS = re.compile(rf"{URL}|{EMAIL}|\bgithub\.com|\barxiv[:\s.]|\bdoi[:\s.]", re.IGNORECASE)
_ADDRESS_AT_LINE_END = re.compile(rf"{URL}[)\].,;]*(?=\n)", re.IGNORECASE)
_AT_ONCE = re.compile(rf"[\s\[`'\"]*(?:{LICENSE_NAME}\b)", re.IGNORECASE)
_DOTTED = re.compile(r"\s*[`'\"]?[a-z_]\w*(?:\.\w+)+(?![\w/:]|\.\w)(?!\s*\(http)")
_MERELY_MENTIONED = re.compile(
    r"[^.,;\n]{0,20}?(?:\]\([^)\s]*\))?(?:\s+[^\s.,;]+){0,3}?\s+(?:is|are|can|cannot|will|should|must|may|shall)\b"
)
"""What stands behind a name that is the subject of a sentence about something else: data provided by X are …"""
_NEAR = 30
"""How far behind “based on”, past a comma, an address may stand that tells on what."""
_HANDLED = re.compile(r"(?:modified|adapted|copied|ported|borrowed|forked)\b", re.IGNORECASE)
_LOWER_CASE_NAME = re.compile(r"\s*(?:\*[\w.-]{3,}\*|[a-z][\w-]{2,}['’]s\b)")
_BIBLIOGRAPHY = re.compile(r"(?:^|\n)\s*@\w+\{|\b(?:book)?title\s*=\s*[{\"]|author\s*=\s*\{", re.IGNORECASE)
_ORIGINAL = re.compile(r"\s*original", re.IGNORECASE)
_DIRECTLY = re.compile(rf"[\s:\](\[`'\"-]*(?:{URL}|{REPOSITORY}|{EMAIL}|{LICENSE_NAME}\b)", re.IGNORECASE)
_BY_OR_COLON = re.compile(r"(?:\bby|:|：)\s*$", re.IGNORECASE)
_PERSON = re.compile(
    rf"""\W{{0,3}}(?:{_NAME}\s+(?:{_NAME}\s*){{1,4}}|(?:the\s+)?[A-Z][\w.&'-]+(?:\s+[A-Z&][\w.&'-]*)*|[\w.-]+\s*(?:<[^<>]*@[^<>]*>|\([^()]*@[^()]*\)|\(?https?:)|@\w[\w-]+
          |[\u4e00-\u9fff]{{2,}}[^，。；\n]*)""",
    re.VERBOSE,
)
_NOT_PERSON = re.compile(
    r"\W*(?:str|string|None|null|int|list|dict|Optional|List|Dict|Union|Any|True|False|unknown|self|user|models?\.|the\s+(?:user|above|following|compiler|tool)"
    r"|The|This|If|It|You|We|An?|In|default|default\s+\w+|TODO|name|Name|your|All|anonymous|各位|大家|所有|您|你|阅读|使用|支持|关注)(?:\b|(?<=[.\u4e00-\u9fff]))"
)


def find(text: str, folded: str) -> Iterator[Found]:
    """`folded` is `text` with full-width forms folded, character for character."""
    lower = folded.lower()
    for pattern, needed in ((_ORIGIN, _MAY_TELL_ORIGIN), (_BASED, _MAY_TELL_BASE)):
        for match in pattern.finditer(folded) if needed.search(lower) else ():
            yield from _origin(text, folded, match)
    for match in _PEOPLE.finditer(folded) if _MAY_NAME_PEOPLE.search(lower) else ():
        yield from _people(folded, match)
    if not folded.isascii():
        for match in _ORIGIN_ZH.finditer(folded):
            yield from _origin(text, folded, match)
        for match in _PEOPLE_ZH.finditer(folded):
            yield from _people(folded, match)


def _origin(text: str, folded: str, match: re.Match[str]) -> Iterator[Found]:
    start, end = sentence_around(folded, match.start(), match.end())
    end = _with_next_line(folded, end)
    if address := _ADDRESS_AT_LINE_END.search(folded, match.end(), end):
        end = address.end()
    tail = folded[match.end() : end]
    if is_template(text[start:end]):
        return
    if _DOTTED.match(tail):
        yield _found(start, end, match, sure=False)
    elif _is_evident(match, tail):
        yield _found(start, end, match, sure=True)
    elif match.re is not _BASED and (_PROPER.match(tail) or _names_somebody(tail) or _names_work(match, tail)):
        yield _found(start, end, match, sure=False)


def _is_evident(match: re.Match[str], tail: str) -> bool:
    if match.re is not _BASED:
        return _EVIDENCE.search(tail) is not None
    if _MERELY_MENTIONED.match(tail):
        return False
    address = _ADDRESS.search(tail)
    return (
        (address is not None and (address.start() <= _NEAR or "," not in tail[: address.start()]))
        or bool(match["what"] and _PERSON.match(tail))
        or _AT_ONCE.match(tail) is not None
    )


def _found(start: int, end: int, match: re.Match[str], *, sure: bool) -> Found:
    return Found(kind="attribution", start=start, end=end, anchor=match.start(), anchor_end=match.end(), sure=sure)


def _names_somebody(tail: str) -> bool:
    by = re.search(rf"\b(?:by|of)\s+{_NAME}\s+{_NAME}", tail)
    return by is not None or re.match(r"\W*[A-Z][\w-]*[\s\u4e00-\u9fff]", tail) is not None


def _names_work(match: re.Match[str], tail: str) -> bool:
    """Does the name of a work follow that is written small: `adapted from *loom*`, `modified from loom's cutter`?"""
    return _HANDLED.search(match[0]) is not None and _LOWER_CASE_NAME.match(tail) is not None


def _with_next_line(text: str, end: int) -> int:
    """The address of what was told of stands on the next line as often as not."""
    following = re.match(rf"\s*\n\s*(?:\W{{0,3}})({URL}|{REPOSITORY})\S*", text[end:])
    return end + following.end() if following else end


def _people(folded: str, match: re.Match[str]) -> Iterator[Found]:
    line_end = _line_end(folded, match.end())
    if not folded[match.end() : line_end].strip(" :：*_-"):
        line_end = _line_end(folded, line_end + 1)
    tail = folded[match.end() : line_end].lstrip()
    if match.re is _PEOPLE_ZH and match["maker"]:
        yield _found(*sentence_around(folded, match.start(), match.end() - 1), match, sure=True)
        return
    if _ORIGINAL.match(match[0]) and not _BY_OR_COLON.search(match[0]) and not _DIRECTLY.match(tail):
        return
    if _NOT_PERSON.match(tail) or is_template(tail):
        return
    if not (_PERSON.match(tail) or _EVIDENCE.search(tail[:120])):
        return
    if match[0].rstrip()[-1:] in {":", "：", "="} or match[0].lstrip()[:1] == "@":
        start = match.start() + len(match[0]) - len(match[0].lstrip())
        yield _found(start, line_end, match, sure=not _BIBLIOGRAPHY.search(folded))
        return
    if "provided" in match[0].lower() and _MERELY_MENTIONED.match(tail):
        return
    start, end = sentence_around(folded, match.start(), match.end())
    yield _found(start, _with_next_line(folded, end), match, sure=True)


def _line_end(text: str, place: int) -> int:
    end = text.find("\n", place)
    return end if end >= 0 else len(text)
