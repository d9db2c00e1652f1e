"""Notices in rich text (RTF): its words as a reader sees them, and those that it hides, told apart."""

from __future__ import annotations

import re
from copy import copy
from typing import TYPE_CHECKING

from hatch_oaml.notices._contract import NoticeSource
from hatch_oaml.recognition.colors import WHITE, are_alike
from hatch_oaml.recognition.passage import Passage
from hatch_oaml.values.expressions import expression

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hatch_oaml.recognition.colors import Color
    from hatch_oaml.records.notice import Visibility
    from hatch_oaml.values.paths import ArchivePath

_BEGINS = r"{\rtf"
_CONTROL = expression(
    r"\\(?:'(?P<byte>[0-9a-f]{2})|u(?P<code>-?\d{1,5})[ ]?(?:\?|\\'[0-9a-f]{2})?|(?P<star>\*)"
    r"|(?P<word>[a-z]{1,32})(?P<number>-?\d{1,10})?[ ]?|(?P<sign>[^a-z\n]))|(?P<group>[{}])|(?P<break>\n)",
    re.IGNORECASE,
)
"""As the specification (RTF 1.9.1, “RTF Syntax”) has control words, symbols and groups; a line's end says nothing."""
_ENDS = frozenset({"par", "line", "sect", "page", "cell", "row", "tab"})
_NO_TEXT = frozenset(
    (
        *(
            "fonttbl",
            "colortbl",
            "stylesheet",
            "listtable",
            "listoverridetable",
            "generator",
            "pict",
            "objdata",
            "fldinst",
        ),
        *("themedata", "colorschememapping", "datastore", "latentstyles", "rsidtbl", "revtbl", "filetbl", "bkmkstart"),
        *("bkmkend", "blipuid", "nonshppict", "xmlnstbl", "sp", "pnseclvl", "datafield"),
    )
)
"""Destinations of names of fonts and styles, of pictures and of what a field is made by: nobody's words."""
_SHOWN_STARRED = frozenset({"shpinst", "shppict", "do", "pntext", "txfieldtext"})
"""Behind a star, which else says that whoever does not know the destination passes over it."""
_UNSEEN = frozenset({"xe", "tc", "tcn", "rxe", "annotation", "atnid", "atnauthor"})
_APART = frozenset(
    (
        *("footnote", "header", "headerl", "headerr", "headerf", "footer", "footerl", "footerr", "footerf", "shptxt"),
        *("title", "subject", "author", "manager", "company", "operator", "category", "keywords", "comment", "doccomm"),
        *("propname", "staticval", "info"),
    )
)
"""Destinations whose text is none of what stands around them."""
_COLORS = expression(r"\{\\colortbl(?P<colors>[^{}]*)\}")
_COLOR = expression(r"\\red(\d{1,3})|\\green(\d{1,3})|\\blue(\d{1,3})")
_PAPERS = frozenset({"highlight", "chcbpat", "cbpat", "cb"})
_TINIEST = 2
"""Half points: letters as high as that nobody reads."""
_SIGNS = {"~": " ", "_": "-", "\\": "\\", "{": "{", "}": "}"}
_CODE_PAGE = "cp1252"
_MARKS = frozenset({"v", "webhidden", "strike", "striked"})


class _Group:
    """What is open: whether its words are seen, and how its letters look; `paper` is None where it is not known."""

    def __init__(self) -> None:
        self.seen: Visibility | None = "open"
        self.is_fresh = True
        self.is_starred = False
        self.is_apart = False
        self.is_deleted = False
        self.marks: frozenset[str] = frozenset()
        self.size = 24
        self.ink: Color | None = None
        self.paper: Color | None = WHITE

    def inner(self) -> _Group:
        """One that begins in it."""
        group = copy(self)
        group.is_fresh, group.is_starred, group.is_apart = True, False, False
        return group

    @property
    def visibility(self) -> Visibility | None:
        if self.seen is None or self.is_deleted:
            return None
        if self.marks & {"strike", "striked"}:
            return "withdrawn"
        is_like_paper = self.ink is not None and self.paper is not None and are_alike(self.ink, self.paper)
        return "hidden" if is_like_paper or self.marks or self.size <= _TINIEST else self.seen


class _Reader:
    """Goes through a text once, with the groups that are open."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._colors = _colors_of(text)
        self._has_cell_colors = r"\clcbpat" in text
        self._open = [_Group()]

    def pieces(self) -> Iterator[tuple[Visibility | None, str, int]]:
        """The text in its order, each with how many lines of the file end in it; None with what ends a line for all."""
        reached = 0
        for control in _CONTROL.finditer(self._text):
            if (start := control.start()) > reached:
                yield from self._shown(self._text[reached:start])
            reached = control.end()
            if control["break"]:
                yield None, "", 1
            elif control["group"]:
                if self._turn(control["group"]):
                    yield None, "\n", 0
            elif control["star"]:
                self._open[-1].is_starred = self._open[-1].is_fresh
            elif control["word"]:
                word = control["word"].lower()
                self._obey(word, control["number"])
                if word in _ENDS and self._open[-1].seen is not None:
                    yield None, "\n", 0
            else:
                yield from self._shown(_said(control))
        yield from self._shown(self._text[reached:])

    def _shown(self, said: str) -> Iterator[tuple[Visibility | None, str, int]]:
        group = self._open[-1]
        group.is_fresh = False
        if said and (visibility := group.visibility):
            yield visibility, said, 0

    def _turn(self, sign: str) -> bool:
        """Whether something that stood apart ends."""
        if sign == "{":
            self._open[-1].is_fresh = False
            self._open.append(self._open[-1].inner())
            return False
        return len(self._open) > 1 and self._open.pop().is_apart

    def _obey(self, word: str, number: str | None) -> None:
        group = self._open[-1]
        if group.is_fresh:
            self._lead(group, word)
        group.is_fresh = False
        value = int(number) if number else None
        if word in _MARKS:
            group.marks = group.marks - {word} if value == 0 else group.marks | {word}
        elif word == "deleted":
            group.is_deleted = value != 0
        elif word == "plain":
            group.marks, group.size, group.ink, group.is_deleted = frozenset(), 24, None, False
        elif word == "fs" and value is not None:
            group.size = value
        elif word == "cf":
            group.ink = self._colors.get(value or 0)
        elif word in _PAPERS:
            group.paper = self._colors.get(value or 0, WHITE)
        elif word == "pard":
            group.paper = WHITE if group.paper is not None else None
        elif word == "shptxt" or (word == "intbl" and self._has_cell_colors):
            group.paper = None

    def _lead(self, group: _Group, word: str) -> None:
        """A word that a group begins with may say where its text goes."""
        group.is_apart = word in _APART
        if word in _NO_TEXT:
            group.seen = None
        elif group.seen is not None and (word in _UNSEEN or (group.is_starred and word not in _SHOWN_STARRED)):
            group.seen = "hidden"


def _read(_path: ArchivePath, text: str) -> tuple[Passage, ...]:
    if not text.lstrip("\ufeff \t\n").startswith(_BEGINS):
        return (Passage(text=text),)
    told: dict[Visibility, list[str]] = {"open": [], "hidden": [], "withdrawn": []}
    numbers, number = [1], 1
    for visibility, said, lines in _Reader(text).pieces():
        number += lines
        if visibility is not None:
            told[visibility].append(said)
        elif said:
            numbers.append(number)
            for pieces in told.values():
                pieces.append(said)
    texts = {visibility: "".join(pieces) for visibility, pieces in told.items()}
    return tuple(
        Passage(text=text, numbers=tuple(numbers), visibility=visibility)
        for visibility, text in texts.items()
        if visibility == "open" or text.strip()
    )


def _colors_of(text: str) -> dict[int, Color]:
    """By their numbers; one without parts is that of the reader's own choice."""
    table = _COLORS.search(text)
    colors: dict[int, Color] = {}
    for number, said in enumerate(table["colors"].split(";") if table else ()):
        parts = [int(red or green or blue) for red, green, blue in _COLOR.findall(said)]
        if len(parts) == 3:
            colors[number] = (parts[0], parts[1], parts[2])
    return colors


def _said(control: re.Match[str]) -> str:
    """What a reader sees of a letter or a sign."""
    if control["byte"]:
        return bytes.fromhex(control["byte"]).decode(_CODE_PAGE, "replace")
    if control["code"]:
        return _letter(int(control["code"]) % (1 << 16))
    return _SIGNS.get(control["sign"] or "", "")


def _letter(code: int) -> str:
    """None of half of one: surrogates come in pairs, which no name of ours needs."""
    return "" if 0xD800 <= code < 0xE000 else chr(code)


def _is_rich_text(path: ArchivePath) -> bool:
    """Whose signs are written in codes, so that no needle shows."""
    return path.lower().endswith(".rtf")


SOURCE = NoticeSource(name="rich-text", claims=_is_rich_text, suffixes=frozenset({".rtf"}), read_text=_read)
