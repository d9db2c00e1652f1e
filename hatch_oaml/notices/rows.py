"""Notices in data of formats that have a header of their own: vocabularies, language models, annotated text, subtitles."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from hatch_oaml.notices._contract import NoticeSource
from hatch_oaml.notices._rows import IS_NOTICE_FIELD, header
from hatch_oaml.recognition.passage import Passage
from hatch_oaml.values.expressions import expression
from hatch_oaml.values.line_numbers import LineNumbers

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hatch_oaml.values.paths import ArchivePath

_COMMENTED = (
    *(".vocab", ".merges", ".bpe", ".codes", ".tiktoken", ".lex", ".lexicon", ".dic", ".dict", ".vec", ".fasta", ".fa"),
    *(".fastq", ".libsvm", ".svmlight", ".ner", ".bio", ".iob", ".conll", ".conllx", ".conllu", ".stm", ".ctm", ".trn"),
)
"""Comments at the top, then rows."""
_DATA_BEGINS = {
    ".arpa": expression(r"^\\data\\", re.MULTILINE),
    ".arff": expression(r"^@data\b", re.MULTILINE | re.IGNORECASE),
    ".ass": expression(r"^\[Events\]", re.MULTILINE),
    ".ssa": expression(r"^\[Events\]", re.MULTILINE),
    ".srt": expression(r"^\d+[ \t]*\n\d+:\d\d:\d\d", re.MULTILINE),
    ".vtt": expression(r"^(?:\d+:)?\d\d:\d\d\.\d+ -->", re.MULTILINE),
    ".lrc": expression(r"^\[\d+:\d\d", re.MULTILINE),
    ".po": expression(r'^msgid(?! ""[ \t]*\nmsgstr)', re.MULTILINE),
    ".pot": expression(r'^msgid(?! ""[ \t]*\nmsgstr)', re.MULTILINE),
}
"""Where the rows of a format begin: what stands above is of the file."""
_VTT_NOTE = expression(r"^NOTE(?:[ \t].*)?\n(?:.+\n)*", re.MULTILINE)
_ANNOTATION = expression(r"\s*#\s*(?P<key>[\w.]+)\s*=")


def _read(path: ArchivePath, text: str) -> tuple[Passage, ...]:
    suffix = "." + path.rpartition(".")[2].lower()
    begins = _DATA_BEGINS.get(suffix)
    if begins is None:
        return (Passage(text="\n".join(_of_the_file(header(text).split("\n")))),)
    start = begins.search(text)
    above = Passage(text=text[: start.start()] if start else text)
    return (above, *_notes(text, start.start())) if suffix == ".vtt" and start else (above,)


def _of_the_file(comments: list[str]) -> Iterator[str]:
    """Without what comments say of a sentence: its number, its text."""
    for line in comments:
        told = _ANNOTATION.match(line)
        yield "" if told and not IS_NOTICE_FIELD.match(told["key"]) else line


def _notes(text: str, start: int) -> Iterator[Passage]:
    lines = LineNumbers(text)
    for note in _VTT_NOTE.finditer(text, start):
        yield Passage(text=note[0], first_line=lines.at(note.start()))


def _is_one(_path: ArchivePath) -> bool:
    return True


SOURCE = NoticeSource(
    name="rows",
    suffixes=frozenset({*_COMMENTED, *_DATA_BEGINS}),
    read_text=_read,
    is_made_of_lines=True,
    is_told_by_its_beginning=_is_one,
)
