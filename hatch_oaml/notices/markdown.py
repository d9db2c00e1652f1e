"""Notices in Markdown: a model card's front matter, the sections of a README that are about rights, and what HTML hides."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from hatch_oaml.notices._contract import NoticeSource
from hatch_oaml.notices._elements import passage_of
from hatch_oaml.recognition.comment_markers import bare, marked
from hatch_oaml.recognition.names import are_names
from hatch_oaml.recognition.passage import Passage, WholeNotices
from hatch_oaml.recognition.visibility import parts_of_markdown
from hatch_oaml.recognition.words.headings import MAKERS, PARTS, RIGHTS, THIRD
from hatch_oaml.values.expressions import expression
from hatch_oaml.values.front_matter import front_matter_block
from hatch_oaml.values.han import BEYOND_LATIN, begins_with_han
from hatch_oaml.values.line_numbers import LineNumbers

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hatch_oaml.records.notice import NoticeKind
    from hatch_oaml.values.paths import ArchivePath

_FRONT_KEY = expression(r"(?:license\w*|base_model\w*|copyright|authors?|attribution|notice)\s*:", re.IGNORECASE)
_ABOUT_PEOPLE = expression(
    rf"acknowledge?ments?|credits?\b|contributors|authors?\b|thanks|attribution|trademarks?\b|\bpatents?\b|copyright"
    r"|謝辞|スペシャルサンクス|감사|danksagung|remerciements|agradecimi?entos|ringraziamenti|créditos|crédits|mitwirkende|autoren\b|autores\b|auteurs\b"
    r"|作者(?!的|指南|须知|須知)|貢獻者|著者|저자|기여자|colaboradores\b|autori\b|contributeurs\b"
    rf"|致谢|致謝|鸣谢|鳴謝|感谢|感謝|版权|商标|归属|贡献者|{THIRD}{RIGHTS}",
    re.IGNORECASE,
)
_TO_PEOPLE = expression(
    r"\b(?:for|become|becoming|how\s+to|notes?\s+to)\s+(?:\w+\s+){0,2}(?:contributors|authors?)\b"
    r"|\b(?:library|app(?:lication)?|plugin|extension|tool)\s+authors\b"
    r"|\b(?:contributors?|authors?)['’]?s?\s+(?:guide\w*|agreement|licen[sc]e\s+agreement)",
    re.IGNORECASE,
)
"""What they are told."""
_ABOUT_PARTS = expression(rf"{THIRD}{PARTS}", re.IGNORECASE)
"""Parts of others, or with what this works together."""
_ABOUT_TERMS = expression(
    r"licen[sc]\w*|legal|terms|citation|citing|cite\b|references?$|协议|许可|授权|声明|引用|参考|免责", re.IGNORECASE
)
_HEADING = expression(
    r"^(?P<mark>#{1,6})[ \t]+(?P<title>[^\n]+)$|^(?P<under>[^\n]+)\n(?P<rule>=+|-+)[ \t]*$|^<h(?P<html>[1-6])[^>]*>(?P<inner>[^\n]*?)</h[1-6]\s*>",
    re.MULTILINE | re.IGNORECASE,
)
_MAKERS = expression(MAKERS.either, re.IGNORECASE)
_BOLD = expression(r"(?<=\n\n)(?P<mark>\*\*|__)(?P<title>[^*_\n]{2,40})(?P=mark)[:：]?[ \t]*\n(?=[ \t]*\n)")
"""A line that stands as a heading does: of the lowest level."""
_LOWEST = 7
_LINKED = expression(r"!?\[([^\[\]\n]{1,80})\](?:\([^()\s]{0,300}\)|\[[^\[\]\n]{0,80}\])")
_REMARK = expression(r"\s*(?:[（(][^()（）\n]{0,60}[)）]|(?:\s[-–—]|[:：])\s?[^\n]{0,200}$)")
"""What somebody is, or did, behind the name."""
_CHINESE_NAMES = expression(rf"{BEYOND_LATIN}{{2,4}}(?:[、·]\s?{BEYOND_LATIN}{{2,4}}){{0,40}}")
_SAYS_WHOSE = expression(r"(?:19|20)\d\d|©|\(c\)|://|@", re.IGNORECASE)
_NOT_LINE_FEED = expression(r"[^\n]")
_FENCE = expression(r"^(?:```|~~~)", re.MULTILINE)
_END_OF_FENCE = expression(r"^(?:```|~~~)[ \t]*$", re.MULTILINE)
_SUFFIXES = (".md", ".markdown", ".mdx", ".mkd", ".qmd", ".rmd")
_CARD = expression(r"(?:.*/)?(?:readme|model[-_]?card)[^/]*$", re.IGNORECASE)


def _read(path: ArchivePath, text: str) -> tuple[Passage, ...]:
    return tuple(_passages(path, text))


def _passages(path: ArchivePath, text: str) -> Iterator[Passage]:
    body = text
    if front := front_matter_block(text):
        yield from _front_matter(front["yaml"], text.count("\n", 0, front.start("yaml")) + 1)
        body = _blank(text, front.start(), front.end())
    (_, shown), *unseen = parts_of_markdown(body)
    for visibility, part in unseen:
        yield Passage(text=part, visibility=visibility)
    if _CARD.match(path):
        yield from _of_card(shown)
    else:
        yield passage_of(shown, is_html=True)


def _of_card(text: str) -> Iterator[Passage]:
    """Each section about rights, then the text that is left."""
    lines, reached = LineNumbers(text), 0
    left: list[str] = []
    for start, end, kind, sure, names_alone in _sections(text):
        section = _names_in(text[start:end]) if names_alone else text[start:end]
        for part, counts in zip(_parted(section), (sure, False), strict=True):
            content = WholeNotices(kind=kind, each="item" if sure else "paragraph", sure=counts)
            yield Passage(text=part, first_line=lines.at(start), content=content)
        left += (text[reached:start], _without_lines_of(section, text[start:end]))
        reached = end
    yield passage_of("".join((*left, text[reached:])), is_html=True)


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
    return "\n".join(_NOT_LINE_FEED.sub(" ", line) if mine.strip() else line for mine, line in lines)


def _parted(section: str) -> tuple[str, str]:
    """The text, and the headings in it that say nothing of whose the work is; each on the lines where it stands."""
    text: list[str] = []
    headings: list[str] = []
    reached = 0
    for found in _HEADING.finditer(section):
        if not _SAYS_WHOSE.search(found[0]):
            before, blank = section[reached : found.start()], _NOT_LINE_FEED.sub(" ", found[0])
            text += (before, blank)
            headings += ("\n" * before.count("\n"), found[0])
            reached = found.end()
    return "".join((*text, section[reached:])), "".join(headings)


def _blank(text: str, start: int, end: int) -> str:
    return text[:start] + _NOT_LINE_FEED.sub(" ", text[start:end]) + text[end:]


def _front_matter(yaml: str, first_line: int) -> Iterator[Passage]:
    """The keys about rights, then the text that is left, comments and tags of REUSE in it.

    The keys' values rightly change in what is made of the model: they are possible notices.
    """
    lines = yaml.split("\n")
    rest = lines.copy()
    for index, line in enumerate(lines):
        if not _FRONT_KEY.match(line):
            continue
        block = [line, *_indented(lines, index + 1)]
        rest[index : index + len(block)] = [""] * len(block)
        kind: NoticeKind = "license" if line.lower().startswith("license") else "attribution"
        sure = not line.lower().startswith(("license", "base_model"))
        yield Passage(text="\n".join(block), first_line=first_line + index, content=WholeNotices(kind=kind, sure=sure))
    yield Passage(text="\n".join(rest), first_line=first_line)


def _indented(lines: list[str], first: int) -> Iterator[str]:
    for number in range(first, len(lines)):
        line = lines[number]
        if not line.startswith((" ", "-", "\t")):
            return
        yield re.sub(r"^(\s*)- ", r"\1", line)


def _sections(text: str) -> Iterator[tuple[int, int, NoticeKind, bool, bool]]:
    """The sections about rights: from behind the heading up to the next one of its level or above.

    The last of each tells whether only the names in it count.
    """
    outline = _without_code(text)
    headings = [(match.start(), match.end(), *_level_and_title(match)) for match in _HEADING.finditer(outline)]
    headings += [(match.start(), match.end(), _LOWEST, match["title"]) for match in _BOLD.finditer(outline)]
    headings.sort()
    reach = 0
    for index, (start, end, level, title) in enumerate(headings):
        about = _about(title) if start >= reach and len(title) <= 60 else None
        if about is None:
            continue
        after = (headings[number] for number in range(index + 1, len(headings)))
        reach = next((offset for offset, _, other, _ in after if other <= level), len(text))
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


def _without_code(text: str) -> str:
    """With blanks where a fence is closed; of one that is not, all is left."""
    kept: list[str] = []
    reached = 0
    while (fence := _FENCE.search(text, reached)) and (end := _END_OF_FENCE.search(text, fence.end())):
        kept += (text[reached : fence.start()], _NOT_LINE_FEED.sub(" ", text[fence.start() : end.end()]))
        reached = end.end()
    return "".join((*kept, text[reached:]))


def _level_and_title(match: re.Match[str]) -> tuple[int, str]:
    if match["mark"]:
        return len(match["mark"]), match["title"]
    if match["under"]:
        return 1 if match["rule"].startswith("=") else 2, match["under"]
    return int(match["html"]), match["inner"]


def _is_card(path: ArchivePath) -> bool:
    return path.lower().endswith(_SUFFIXES) and _CARD.match(path) is not None


SOURCE = NoticeSource(
    name="markdown", claims=_is_card, suffixes=frozenset(_SUFFIXES), read_text=_read, may_be_notice_file=True
)
