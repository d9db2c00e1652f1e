"""Notices in tables of values: above the table, and in columns of notices; its rows are data, and say nothing of the file."""

from __future__ import annotations

import csv
from itertools import islice
from typing import TYPE_CHECKING

from hatch_oaml.notices._contract import NoticeSource
from hatch_oaml.notices._rows import IS_NOTICE_FIELD, header
from hatch_oaml.recognition.passage import Passage
from hatch_oaml.recognition.prefilter import lines_with_needle

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hatch_oaml.values.paths import ArchivePath

_LONGEST_TITLE = 10
_LOOKED_AT = 50


def _read(path: ArchivePath, text: str) -> tuple[Passage, ...]:
    delimiter = "\t" if path.lower().endswith((".tsv", ".tab")) or "\t" in text[:200] else ","
    lines = text.split("\n")
    first = _first_row(lines, header(text).count("\n") + 1 if header(text) else 0, delimiter)
    return (Passage(text="\n".join(lines[:first])), *_columns(text, lines, first, delimiter))


def _first_row(lines: list[str], start: int, delimiter: str) -> int:
    """The row that names the columns: titles above it have one cell, and the rows below it more."""
    start = min(start, len(lines))
    widths = [len(_cells(line, delimiter)) for line in islice(lines, start, start + _LOOKED_AT)]
    usual = max(widths, default=0)
    titles = next((index for index, width in enumerate(widths) if width > 1), 0)
    return start + titles if usual > 1 and titles <= _LONGEST_TITLE else start


def _columns(text: str, lines: list[str], first: int, delimiter: str) -> Iterator[Passage]:
    names = _cells(lines[first], delimiter) if first < len(lines) else []
    columns = [index for index, name in enumerate(names) if IS_NOTICE_FIELD.match(name.strip())]
    if not columns or len(names) < 2:
        return
    for index in lines_with_needle(text):
        cells = _cells(lines[index], delimiter) if index > first else []
        for column in columns if len(cells) == len(names) else ():
            if cells[column].strip():
                yield Passage(text=f"{names[column].strip()}: {cells[column].strip()}", numbers=(index + 1,))


def _cells(line: str, delimiter: str) -> list[str]:
    try:
        return [cell for row in csv.reader([line], delimiter=delimiter) for cell in row]
    except csv.Error:
        return []


SOURCE = NoticeSource(
    name="table", suffixes=frozenset({".csv", ".tsv", ".tab"}), read_text=_read, is_made_of_lines=True
)
