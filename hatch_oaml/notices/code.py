"""Notices in source code: in comments and doc strings; those in other string literals are told apart."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hatch_oaml.notices._contract import NoticeSource
from hatch_oaml.notices._python_strings import python_passages
from hatch_oaml.recognition.passage import Passage

if TYPE_CHECKING:
    from hatch_oaml.values.paths import ArchivePath

_SUFFIXES = """
    .py .pyi .pyx .pxd .pxi .c .h .cc .cpp .cxx .hh .hpp .hxx .cu .cuh .inl .m .mm .java .kt .kts .scala .groovy
    .go .rs .swift .js .mjs .cjs .jsx .ts .tsx .vue .css .scss .sass .less .sh .bash .zsh .fish .bat .cmd .ps1 .rb
    .pl .pm .php .r .jl .lua .sql .hs .ml .mli .ex .exs .erl .clj .lisp .el .scm .f .f90 .f77 .asm .s .v .sv .vhd
    .vhdl .cs .fs .vb .dart .zig .nim .d .proto .thrift .graphql .cmake .mk .gradle .tf .j2 .jinja .metal .glsl
    .hlsl .cl .in .am .ac
"""


def _read(path: ArchivePath, text: str) -> tuple[Passage, ...]:
    if not path.endswith((".py", ".pyi")):
        return (Passage(text=text, content="code"),)
    return tuple(python_passages(text))


SOURCE = NoticeSource(name="code", suffixes=frozenset(_SUFFIXES.split()), read_text=_read, is_made_of_lines=True)
