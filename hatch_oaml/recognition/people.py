"""Finds attribution notices that name people: authors, credits, thanks, 作者."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from hatch_oaml.recognition.evidence import EVIDENCE, MERELY_MENTIONED, NAME, PERSON, attribution, with_next_line
from hatch_oaml.recognition.sentences import sentence_around
from hatch_oaml.recognition.words import EMAIL, LICENSE_NAME, REPOSITORY, URL, is_template
from hatch_oaml.values.expressions import expression

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hatch_oaml.recognition.passage import Found

_PEOPLE = expression(
    r"""(?<![\w.])(?:(?:originally|first|initially|code|mostly|also|was|and)\s+)*
          (?:(?:written|developed|created|authored|coded|contributed|designed|implemented|ported|converted|translated|donated|maintained|provided|modified|adapted|updated|rewritten|enhanced|reworked)
            (?:\s+(?:and|&)\s+(?:written|developed|maintained|contributed|copyrighted))?)\s+by\s*:?\s
      | \boriginal(?:ly)?\s+(?:\w+\s+){0,2}?(?:authors?|code|source|implementation|version|work|by|from|copyright)\b(?:\s+(?:is|was|are|can\s+be\s+found|comes?|available))?
            \s*(?:at|by|from|:|in|here)?\s*:?
      | \bcourtesy\s+of\s | \bcredits?\s+(?:goes?\s+to|to|due\s+to)\s | \bcredits?\s*: | \b(?:many\s+|special\s+)?thanks\s+to\s
      | \bincludes?\s+(?:software|code|material|work|data)\s+(?:\w+\s+){0,3}?(?:by|from|at)\s
      | (?:(?<=\n)|^)\s*(?:[@\\:]?(?:co-?)?authors?(?:\s*\(s\))?\s*(?:[:：=]|(?<=authors)\n|\sby\s|(?<=@author)\s|(?<=@authors)\s|(?<=\\author)\s)|__authors?__\s*=|__credits__\s*=
            |(?:created|written|developed|maintained)\s+by\s*[:：]?|spdx-filecontributor:|contributors?\s*:|maintainers?\s*:|original\s+author\s*[:：])""",
    re.VERBOSE | re.IGNORECASE,
)
_MAY_NAME_PEOPLE = expression(r"\sby\b|author|original|credit|thanks|courtesy|include|contributor|maintainer")
_PEOPLE_ZH = expression(
    r"(?:(?<=\n)|^)\s*@?(?:原作者|原著|作者|著者|译者|譯者|编写|編寫|编写者|开发者|開發者|维护者|贡献者|貢獻者|原始作者|代码作者|开发人员|开发团队|出品)\s*[:：]\s*"
    r"|由\s?(?P<maker>(?!用户|系统|您|你|我们|模型|程序|框架|服务器|于|此|其|他|她|它|上|下|前|多|该)[^。；，\n]{2,40}?)(?:共同|联合|独立)?(?:开发|開發|编写|編寫|贡献|貢獻|提供|创作|創作|原创|移植|捐赠)(?:并|和|。|，|而成|$|\n)"
    r"|(?:(?<=[\n。！!，,;；])|^)\s*(?:在此|本项目|我们|同时|最后|非常|也)*(?:特别|衷心)?(?:感谢|感謝|致谢|致謝|鸣谢)\s*[:：]?(?!部分|单位|名单|章节|列表)"
)
_BIBLIOGRAPHY = expression(r"(?:^|\n)\s*@\w+\{|\b(?:book)?title\s*=\s*[{\"]|author\s*=\s*\{", re.IGNORECASE)
_ORIGINAL = expression(r"\s*original", re.IGNORECASE)
_DIRECTLY = expression(rf"[\s:\](\[`'\"-]*(?:{URL}|{REPOSITORY}|{EMAIL}|{LICENSE_NAME}\b)", re.IGNORECASE)
_BY_OR_COLON = expression(r"(?:\bby|:|：)\s*$", re.IGNORECASE)
_REACH = 1000
"""Characters that tell whether people are named: a line of minified code may have a megabyte."""
_LABEL_END = expression(r"(?:[:：=]|\bauthors)\s*$", re.IGNORECASE)
_HEADING = expression(r"\s*authors\n", re.IGNORECASE)
_MORE_PEOPLE = expression(
    rf"(?:\n\W{{0,3}}(?:\d{{4}}[\d.]*[ ,]+)?{NAME}(?:[ ]{NAME}){{1,3}}(?:[ ,]+\d{{4}})?(?:\s*(?:<[^<>\n]+>|\([^()\n]*(?:@|https?:)[^()\n]*\)))?,?(?=\n|$))+"
)
"""The lines of a list of names that goes on."""
_NOT_PERSON = expression(
    r"\W*(?:str|string|None|null|int|list|dict|Optional|List|Dict|Union|Any|True|False|unknown|self|user|models?\.|the\s+(?:user|above|following|compiler|tool)"
    r"|The|This|If|It|You|We|An?|In|default|default\s+\w+|TODO|name|Name|your|All|anonymous|各位|大家|所有|您|你|阅读|使用|支持|关注)(?:\b|(?<=[.\u4e00-\u9fff]))"
)


def find(folded: str) -> Iterator[Found]:
    """`folded` is a text with its full-width forms folded."""
    for match in _PEOPLE.finditer(folded) if _MAY_NAME_PEOPLE.search(folded.lower()) else ():
        yield from _people(folded, match)


def find_chinese(folded: str) -> Iterator[Found]:
    for match in _PEOPLE_ZH.finditer(folded):
        yield from _people(folded, match)


def _people(folded: str, match: re.Match[str]) -> Iterator[Found]:
    line_end = _line_end(folded, match.end())
    if not folded[match.end() : line_end].strip(" :：*_-"):
        line_end = _line_end(folded, line_end + 1)
    tail = folded[match.end() : min(line_end, match.end() + _REACH)].lstrip()
    if match.re is _PEOPLE_ZH and match["maker"]:
        yield attribution(*sentence_around(folded, match.start(), match.end() - 1), match, sure=True)
        return
    if _ORIGINAL.match(match[0]) and not _BY_OR_COLON.search(match[0]) and not _DIRECTLY.match(tail):
        return
    if _NOT_PERSON.match(tail) or is_template(tail):
        return
    if _HEADING.fullmatch(match[0]) and not _MORE_PEOPLE.match(folded, match.end() - 1):
        return
    if not (PERSON.match(tail) or EVIDENCE.search(tail[:120])):
        return
    if _LABEL_END.search(match[0]) or match[0].lstrip()[:1] == "@":
        yield _labelled(folded, match, line_end)
        return
    if "provided" in match[0].lower() and MERELY_MENTIONED.match(tail):
        return
    start, end = sentence_around(folded, match.start(), match.end())
    yield attribution(start, with_next_line(folded, end), match, sure=True)


def _labelled(folded: str, match: re.Match[str], line_end: int) -> Found:
    start = match.start() + len(match[0]) - len(match[0].lstrip())
    more = _MORE_PEOPLE.match(folded, line_end)
    return attribution(start, more.end() if more else line_end, match, sure=not _BIBLIOGRAPHY.search(folded))


def _line_end(text: str, offset: int) -> int:
    end = text.find("\n", offset)
    return end if end >= 0 else len(text)
