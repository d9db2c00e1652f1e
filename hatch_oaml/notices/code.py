"""Notices in source code: in comments and doc strings; those in other string literals are told apart."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from hatch_oaml.notices._contract import Source
from hatch_oaml.recognition.passage import Passage

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hatch_oaml.paths import ArchivePath

_SUFFIXES = """
    .py .pyi .pyx .pxd .pxi .c .h .cc .cpp .cxx .hh .hpp .hxx .cu .cuh .inl .m .mm .java .kt .kts .scala .groovy
    .go .rs .swift .js .mjs .cjs .jsx .ts .tsx .vue .css .scss .sass .less .sh .bash .zsh .fish .bat .cmd .ps1 .rb
    .pl .pm .php .r .jl .lua .sql .hs .ml .mli .ex .exs .erl .clj .lisp .el .scm .f .f90 .f77 .asm .s .v .sv .vhd
    .vhdl .cs .fs .vb .dart .zig .nim .d .proto .thrift .graphql .cmake .mk .gradle .tf .j2 .jinja .metal .glsl
    .hlsl .cl .in .am .ac .split
"""
_TRIPLE = re.compile(r'(?P<before>[^\n]*?)(?P<quote>"{3}|\'{3})(?P<inside>.*?)(?:(?P=quote)|\Z)', re.DOTALL)
_DOC_STRING = re.compile(r"\s*[rRuUbB]?$")


def _read(path: ArchivePath, text: str) -> tuple[Passage, ...]:
    if not path.endswith((".py", ".pyi")) or ("= " not in text and "(" not in text):
        return (Passage(text=text, language="code"),)
    return tuple(_python(text))


def _python(text: str) -> Iterator[Passage]:
    """The code with its doc strings, and each triple-quoted string that is a value."""
    plain = text
    for match in _TRIPLE.finditer(text):
        before = match["before"]
        if _DOC_STRING.match(before) or "#" in before or "\n" not in match["inside"]:
            continue
        start, end = match.span("inside")
        inside = match["inside"]
        plain = plain[:start] + "\n" * inside.count("\n") + " " * (len(inside) - inside.count("\n")) + plain[end:]
        yield Passage(text=inside, first_line=text.count("\n", 0, start) + 1, place="string")
    yield Passage(text=plain, language="code")


SOURCE = Source(name="code", suffixes=frozenset(_SUFFIXES.split()), read_text=_read)
