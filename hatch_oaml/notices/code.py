"""Notices in source code: in comments and doc strings; those in other string literals are told apart."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hatch_oaml.notices._contract import NoticeSource
from hatch_oaml.recognition.passage import Passage
from hatch_oaml.recognition.prefilter import may_hold_notice
from hatch_oaml.values.expressions import expression
from hatch_oaml.values.line_numbers import LineNumbers

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hatch_oaml.values.paths import ArchivePath

_SUFFIXES = """
    .py .pyi .pyx .pxd .pxi .c .h .cc .cpp .cxx .hh .hpp .hxx .cu .cuh .inl .m .mm .java .kt .kts .scala .groovy
    .go .rs .swift .js .mjs .cjs .jsx .ts .tsx .vue .css .scss .sass .less .sh .bash .zsh .fish .bat .cmd .ps1 .rb
    .pl .pm .php .r .jl .lua .sql .hs .ml .mli .ex .exs .erl .clj .lisp .el .scm .f .f90 .f77 .asm .s .v .sv .vhd
    .vhdl .cs .fs .vb .dart .zig .nim .d .proto .thrift .graphql .cmake .mk .gradle .tf .j2 .jinja .metal .glsl
    .hlsl .cl .in .am .ac
"""
_TRIPLE = expression(r'"(?:"")|\'(?:\'\')')
_DOC_STRING = expression(r"\s*[rRuUbB]?$")
_NOT_LINE_FEED = expression(r"[^\n]")


def _read(path: ArchivePath, text: str) -> tuple[Passage, ...]:
    if not path.endswith((".py", ".pyi")):
        return (Passage(text=text, content="code"),)
    return tuple(_python(text))


def _python(text: str) -> Iterator[Passage]:
    """The code with its doc strings, and each triple-quoted string of several lines that is a value."""
    plain: list[str] = []
    taken, lines = 0, LineNumbers(text)
    for start, end in _values(text):
        inside = text[start:end]
        if may_hold_notice(inside.encode("utf-8", "surrogatepass")):
            yield Passage(text=inside, first_line=lines.at(start), visibility="string")
        plain += (text[taken:start], _NOT_LINE_FEED.sub(" ", inside))
        taken = end
    yield Passage(text="".join((*plain, text[taken:])), content="code")


def _values(text: str) -> Iterator[tuple[int, int]]:
    """Where the triple-quoted strings that are no doc strings begin and end."""
    offset = 0
    while opening := _TRIPLE.search(text, offset):
        start = opening.start()
        end = text.find(opening[0], start + 3)
        if end < 0:
            return
        offset = end + 3
        if text.find("\n", start, end) < 0:
            continue  # before it looks at the line: of one that holds thousands, each would look at all of them
        before = text[text.rfind("\n", 0, start) + 1 : start]
        if not _DOC_STRING.match(before) and "#" not in before:
            yield start + 3, end


SOURCE = NoticeSource(name="code", suffixes=frozenset(_SUFFIXES.split()), read_text=_read, is_made_of_lines=True)
