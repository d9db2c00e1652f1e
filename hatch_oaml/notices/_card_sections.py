"""The sections of a README, in whatever form, that are about whose the work is: what stands in them is a notice, whatever its words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from hatch_oaml.notices._elements import passage_of
from hatch_oaml.notices._outlines import LOWEST, of_markdown
from hatch_oaml.recognition.comment_markers import bare, marked
from hatch_oaml.recognition.names import are_names
from hatch_oaml.recognition.passage import Passage, WholeNotices
from hatch_oaml.recognition.words.headings import MAKERS, PARTS, RIGHTS, THIRD
from hatch_oaml.values.blanks import blanked
from hatch_oaml.values.expressions import expression
from hatch_oaml.values.han import BEYOND_LATIN, begins_with_han
from hatch_oaml.values.line_numbers import LineNumbers

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hatch_oaml.notices._outlines import Outline
    from hatch_oaml.records.notice import NoticeKind

_ABOUT_PEOPLE = expression(
    rf"acknowledge?ments?|credits?\b|contributors|authors?\b|thanks|attribution|trademarks?\b|\bpatents?\b|copyright"
    r"|謝辞|スペシャルサンクス|감사|danksagung|remerciements|agradecimi?entos|ringraziamenti|créditos|crédits|mitwirkende|autoren\b|autores\b|auteurs\b"
    r"|作者(?!的|指南|须知|須知)|貢獻者|著者|저자|기여자|colaboradores\b|autori\b|contributeurs\b"
    rf"|致谢|致謝|鸣谢|鳴謝|感谢|感謝|版权|商标|归属|贡献者|{THIRD}{RIGHTS}",
    re.IGNORECASE,
)
_OF_RIGHTS = expression(r"trademark|\bpatents?\b|copyright|版权|版權|商标|商標", re.IGNORECASE)
_TO_PEOPLE = expression(
    r"\b(?:for|become|becoming|how\s+to|notes?\s+to)\s+(?:\w+\s+){0,2}(?:contributors|authors?)\b"
    r"|\b(?:library|app(?:lication)?|plugin|extension|tool)\s+authors\b"
    r"|\b(?:new|first[- ]time)\s+contributors\b"
    r"|\b(?:contributors?|authors?)['’]?s?\s+(?:guide\w*|agreement|licen[sc]e\s+agreement)",
    re.IGNORECASE,
)
"""What they are told, and who is new in a version."""
_ABOUT_PARTS = expression(rf"{THIRD}{PARTS}", re.IGNORECASE)
"""Parts of others, or with what this works together."""
_ABOUT_TERMS = expression(
    r"licen[sc]\w*|legal|terms|citation|citing|cite\b|references?$|协议|许可|授权|声明|引用|参考|免责", re.IGNORECASE
)
_MAKERS = expression(MAKERS.either, re.IGNORECASE)
_LINKED = expression(r"!?\[([^\[\]\n]{1,80})\](?:\([^()\s]{0,300}\)|\[[^\[\]\n]{0,80}\])")
_REMARK = expression(r"\s*(?:[（(][^()（）\n]{0,60}[)）]|(?:\s[-–—]|[:：])\s?[^\n]{0,200}$)")
"""What somebody is, or did, behind the name."""
_CHINESE_NAMES = expression(rf"{BEYOND_LATIN}{{2,4}}(?:[、·]\s?{BEYOND_LATIN}{{2,4}}){{0,40}}")
_SAYS_WHOSE = expression(r"(?:19|20)\d\d|©|\(c\)|://|@", re.IGNORECASE)
_FURNITURE = expression(r"^\.\.[ \t]+(?:_[^\n]*:|\|[^|\n]*\||[\w-]+::)[^\n]*(?:\n[ \t]+[^\n]+)*", re.MULTILINE)
"""Directives, and where links and pictures of reStructuredText lead."""


def of_card(text: str, outline: Outline = of_markdown) -> Iterator[Passage]:
    """Each section about rights, then the text that is left; of no Markdown, those alone that are about people."""
    lines, reached = LineNumbers(text), 0
    left: list[str] = []
    for start, end, kind, sure, names_alone in _sections(text, outline):
        section = _FURNITURE.sub(lambda found: blanked(found[0]), text[start:end])
        section = _names_in(section) if names_alone else section
        for part, counts in zip(_parted(section, outline), (sure, False), strict=True):
            content = WholeNotices(kind=kind, each="item" if sure else "paragraph", sure=counts)
            yield Passage(text=part, first_line=lines.at(start), content=content)
        left += (text[reached:start], _without_lines_of(section, text[start:end]))
        reached = end
    yield passage_of("".join((*left, text[reached:])), is_html=outline is of_markdown)


def _names_in(section: str) -> str:
    """The lines of names in it, each where it stands; none where its lists are of anything else, as steps of instructions are."""
    lines = section.split("\n")
    names = [_names_somebody(line) for line in lines]
    is_of_people = all(name for name, line in zip(names, lines, strict=True) if marked(line))
    return "\n".join(line if name and is_of_people else "" for name, line in zip(names, lines, strict=True))


def _names_somebody(line: str) -> bool:
    text = _REMARK.sub("", bare(_LINKED.sub(r"\1", line)).strip("*_ ")).strip("*_ ")
    if begins_with_han(text):
        return _CHINESE_NAMES.fullmatch(text) is not None
    return " " in text and are_names(text)


def _without_lines_of(taken: str, section: str) -> str:
    """`section` with blanks for the lines that `taken`, on the same lines, holds."""
    lines = zip(taken.split("\n"), section.split("\n"), strict=True)
    return "\n".join(blanked(line) if mine.strip() else line for mine, line in lines)


def _parted(section: str, outline: Outline) -> tuple[str, str]:
    """The text, and the headings in it that say nothing of whose the work is; each on the lines where it stands."""
    text: list[str] = []
    headings: list[str] = []
    reached = 0
    for found in outline(section):
        said = section[found.start : found.end]
        if found.level < LOWEST and found.start >= reached and not _SAYS_WHOSE.search(said):
            before, blank = section[reached : found.start], blanked(said)
            text += (before, blank)
            headings += ("\n" * before.count("\n"), said)
            reached = found.end
    return "".join((*text, section[reached:])), "".join(headings)


def _sections(text: str, outline: Outline) -> Iterator[tuple[int, int, NoticeKind, bool, bool]]:
    """The sections about rights: from behind the heading up to the next one of its level or above; in other forms than Markdown,
    where each text has its own order of them, up to any.

    The last of each tells whether only the names in it count.
    """
    headings = outline(text)
    reach = 0
    for index, (start, end, level, title) in enumerate(headings):
        is_asked = start >= reach and len(title) <= 60 and (outline is of_markdown or not _OF_RIGHTS.search(title))
        about = _about(title) if is_asked else None
        if about is None:
            continue
        after = (headings[number] for number in range(index + 1, len(headings)))
        lowest = level if outline is of_markdown else LOWEST
        reach = next((offset for offset, _, other, _ in after if other <= lowest), len(text))
        yield end, reach, *about, _MAKERS.fullmatch(title) is not None


def _about(title: str) -> tuple[NoticeKind, bool] | None:
    """What notices stand below `title`, and whether they are surely some; None where none do."""
    if _TO_PEOPLE.search(title):
        return None
    if _ABOUT_PEOPLE.search(title) or _MAKERS.fullmatch(title):
        return "attribution", True
    if _ABOUT_PARTS.search(title):
        return "attribution", False
    return ("license", False) if _ABOUT_TERMS.search(title) else None
