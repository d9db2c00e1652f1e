"""Notices in rich text (RTF): its words, without what says how they look."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from hatch_oaml.notices._contract import NoticeSource
from hatch_oaml.recognition.passage import Passage
from hatch_oaml.values.expressions import expression

if TYPE_CHECKING:
    from hatch_oaml.values.paths import ArchivePath

_BEGINS = r"{\rtf"
_CONTROL = expression(
    r"\\(?:'(?P<byte>[0-9a-f]{2})|u(?P<code>-?\d{1,5})[ ]?(?:\?|\\'[0-9a-f]{2})?|(?P<ends>par|line|sect|page|cell|row|tab)\b-?\d*[ ]?"
    r"|\*|[a-z]{1,32}-?\d{0,10}[ ]?|(?P<sign>[^a-z\n]))|(?P<group>[{}])|(?P<break>\n)",
    re.IGNORECASE,
)
"""As the specification (RTF 1.9.1, “RTF Syntax”) has control words, symbols and groups; a line's end says nothing."""
_TABLES = expression(
    r"\{\\(?:fonttbl|colortbl|stylesheet|\*\\generator|\*\\listtable)(?:[^{}]|\{[^{}]{0,400}\}){0,2000}\}"
)
"""Of fonts, colors and styles, whose names are nobody's."""
_SIGNS = {"~": " ", "_": "-", "\\": "\\", "{": "{", "}": "}"}
_CODE_PAGE = "cp1252"


def _read(_path: ArchivePath, text: str) -> tuple[Passage, ...]:
    if not text.lstrip("\ufeff \t\n").startswith(_BEGINS):
        return (Passage(text=text),)
    text = _TABLES.sub(lambda table: "\n" * table[0].count("\n"), text)
    numbers, number, shown, reached = [1], 1, [], 0
    for control in _CONTROL.finditer(text):
        shown.append(text[reached : control.start()])
        reached = control.end()
        number += control["break"] is not None
        said = _said(control)
        if said == "\n":
            numbers.append(number)
        shown.append(said)
    return (Passage(text="".join((*shown, text[reached:])), numbers=tuple(numbers)),)


def _said(control: re.Match[str]) -> str:
    """What a reader sees of it."""
    if control["byte"]:
        return bytes.fromhex(control["byte"]).decode(_CODE_PAGE, "replace")
    if control["code"]:
        return _letter(int(control["code"]) % (1 << 16))
    if control["ends"]:
        return "\n"
    return _SIGNS.get(control["sign"] or "", "")


def _letter(code: int) -> str:
    """None of half of one: surrogates come in pairs, which no name of ours needs."""
    return "" if 0xD800 <= code < 0xE000 else chr(code)


def _is_rich_text(path: ArchivePath) -> bool:
    """Whose signs are written in codes, so that no needle shows."""
    return path.lower().endswith(".rtf")


SOURCE = NoticeSource(name="rich-text", claims=_is_rich_text, suffixes=frozenset({".rtf"}), read_text=_read)
