"""What the sentences, headings and badges of a model card say of the license of the whole, beside its front matter."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import unquote

from hatch_oaml.records.statement import Statement
from hatch_oaml.statements._card_text import is_card_of_all, visible_lines
from hatch_oaml.statements._contract import Witness
from hatch_oaml.values.expressions import expression

if TYPE_CHECKING:
    from collections.abc import Iterator

_LONGEST = 400
"""Characters of a sentence that says such a thing."""
_ENDS = expression(r"(?<=[.!?;])\s+|[。；！？]")
_REACH = 3
"""Lines below a heading in which the license's name stands alone."""

_TITLES = ("licen", "许可", "协议", "授权")
_HINTS = (
    *("mit", "isc", "apache", "bsd", "gpl", "gnu", "mpl", "mozilla", "unlicense", "mulan", "cc0", "cc-by", "cc by"),
    *("commons", "rail", "llama", "gemma", "qwen", "shields.io/badge/licen"),
)
"""Looked for first: what follows costs more, to make already."""
_VERSION = r"(?:[-,\s]*(?:version\s*)?v?\d(?:\.\d)*(?:[- ](?:clause|only|or-later))?\+?)?"
_FREE = (
    r"MIT|ISC|Apache|BSD|[AL]?GPL|GNU\s+(?:\w+\s+){0,2}(?:General\s+)?Public|MPL|Mozilla\s+Public|Unlicense|Mulan\s*PSL"
)
_COMMONS = r"CC0|CC[- ]BY(?:[- ](?:NC|SA|ND))*|Creative\s+Commons"
_OF_MODELS = r"(?:Big[- ]?(?:Science|Code)\s+)?(?:Open)?RAIL(?:[-+]{1,2}M)?|(?:Meta\s+)?Llama\s*[\d.]*\s+Community|Gemma|(?:Tongyi\s+)?Qwen\w*"
_NAMES = rf"(?:{_FREE}|{_COMMONS}|{_OF_MODELS})"
_LICENSE = rf"[\[`\"“《]*(?P<license>{_NAMES}(?:\s+Licen[sc]e)?{_VERSION})\b[\]`\"”》]*"
_SAID = r"(?:released|licen[sc]ed|distributed|made\s+available|published|available|provided|open-?sourced|covered|governed|subject)"
_WHOLE = r"(?:model|weights|checkpoint|parameters|project|repository|repo|release|work|everything)"
_SENTENCE = expression(
    rf"\b(?:this|the|our|all|these|its)\s+(?:[\w-]+\s+){{0,4}}?{_WHOLE}s?(?:\s+[\w-]+){{0,4}}?\s+(?:is|are|was|were|been)\s+(?:\w+\s+)?{_SAID}"
    rf"\s+(?:for\s+\w+\s+)?(?:under|by|to|with)\s+(?:the\s+|an?\s+)?(?:terms\s+of\s+(?:the\s+)?)?{_LICENSE}",
    re.IGNORECASE,
)
_WHOLE_ZH = "模型|权重|项目|仓库|作品|发布|参数"
_SENTENCE_ZH = expression(
    rf"(?:[本该此]?(?:{_WHOLE_ZH})){{1,2}}[^，。；\n]{{0,6}}?(?:采用|遵循|使用|基于|依据|按照|适用|遵守|以|在)\s*{_LICENSE}",
    re.IGNORECASE,
)
_NAMED = expression(
    rf"^\W*(?:the\s+)?(?P<subject>[A-Za-z][\w.+-]*(?:\s[\w.+-]+){{0,3}}?)[\]`*”\"]*(?:\([^)\s]*\))?(?:\s+weights|\s+models?)?\s+(?:is|are|was|were)\s+(?:\w+\s+)?{_SAID}"
    rf"\s+(?:for\s+\w+\s+)?(?:under|by|to|with)\s+(?:the\s+|an?\s+)?(?:terms\s+of\s+(?:the\s+)?)?{_LICENSE}",
    re.IGNORECASE,
)
_NAMED_ZH = expression(
    rf"^\W*(?P<subject>[^\s，。；采遵使基依以]{{2,30}}?)\s*(?:模型|权重)?\s*(?:采用|遵循|使用|基于|依据|适用|以)\s*{_LICENSE}",
    re.IGNORECASE,
)
"""By the name that the card has as its title."""
_NO_LETTER = expression(r"[\W_]+")
_SHORTEST = 3
"""Bytes of a name that a title may begin with: three Latin letters, or one Chinese one."""
_HEADING = expression(
    r"\s{0,3}#{1,6}\s*(?:\d+[.)]?\s*)?(?:model\s+)?(?:licen[sc]e|许可证?|许可协议|开源协议|协议|授权)[\s#:：]*$",
    re.IGNORECASE,
)
_LABEL = expression(rf"\W*(?:licen[sc]e|许可证|许可协议|开源协议)\W*?[:：]\s*{_LICENSE}", re.IGNORECASE)
_ALONE = expression(
    rf"\W*(?:the\s+)?{_LICENSE}(?:\s*\([^)\n]*\))?[\s.。]*(?:licen[sc]e|许可证|协议)?[\s.。]*$", re.IGNORECASE
)
_KNOWN = expression(_LICENSE, re.IGNORECASE)
_BADGE = expression(
    r"img\.shields\.io/badge/licen[sc]e-(?P<name>[^)\s\"'>]{2,60}?)-\w+(?:\.svg|[)?\"'\s>]|$)", re.IGNORECASE
)
_OTHERWISE = expression(
    r"\b(?:code|scripts?|datasets?|data|docs?|documentation|not|base|OpenAtom|OAML)\b|代码|数据|文档|基座|基础模型|开放原子|不",
    re.IGNORECASE,
)
"""Of what else it is said, or that ours is meant too."""


def _read(text: str) -> Iterator[Statement]:
    heading, title = -_REACH, ""
    for number, line in visible_lines(text):
        lower = line.lower()
        if line.startswith("#"):
            title = title or _plain(line)
            is_of_terms = any(word in lower for word in _TITLES) and _HEADING.match(line)
            heading = number if is_of_terms else -_REACH
            continue
        if not any(word in lower for word in _HINTS):
            continue
        for name in _named_in(line, title, is_below=number - heading <= _REACH):
            yield Statement(about="possible-license", key="license", value=name, line=number)


def _plain(title: str) -> str:
    """Letters and digits of a title alone, in small letters."""
    return _NO_LETTER.sub("", title).casefold()


def _named_in(line: str, title: str, *, is_below: bool) -> Iterator[str]:
    for badge in _BADGE.finditer(line):
        shown = unquote(badge["name"]).replace("--", "-").replace("_", " ")
        if _KNOWN.match(shown):  # `custom` and `see LICENSE` name none, and ours is no other
            yield shown
    for sentence in _ENDS.split(line):
        if name := _named_by(sentence[:_LONGEST], title, is_below=is_below):
            yield name


def _named_by(line: str, title: str, *, is_below: bool) -> str | None:
    if _OTHERWISE.search(line):
        return None
    forms = (_SENTENCE.search, _SENTENCE_ZH.search, _LABEL.match, *([_ALONE.match] if is_below else []))
    found = next((match for form in forms if (match := form(line))), None) or _of_title(line, title)
    return None if found is None else " ".join(found["license"].split())


def _of_title(line: str, title: str) -> re.Match[str] | None:
    """Is it said of what the card has as its title: `Lantern-7B is distributed under the MIT License`?"""
    for form in (_NAMED, _NAMED_ZH):
        match = form.match(line)
        subject = _plain(match["subject"]) if match else ""
        if len(subject.encode()) >= _SHORTEST and title.startswith(subject):
            return match
    return None


WITNESS = Witness(name="card-terms", claims=is_card_of_all, read=_read)
