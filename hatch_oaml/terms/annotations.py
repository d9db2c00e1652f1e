"""What REUSE.toml and `.reuse/dep5` say of the files that they name (https://reuse.software/spec-3.3/)."""

from __future__ import annotations

from functools import cached_property
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from hatch_oaml.records.annotation import PRECEDENCES, Annotation
from hatch_oaml.values.errors import ConfigurationError
from hatch_oaml.values.expressions import expression
from hatch_oaml.values.globs import debian_glob, reuse_glob
from hatch_oaml.values.line_index import LineIndex
from hatch_oaml.values.line_numbers import LineNumbers
from hatch_oaml.values.spdx import joined
from hatch_oaml.values.toml_tables import parse_toml

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from hatch_oaml.records.inventory import ReleaseFile
    from hatch_oaml.values.globs import Glob
    from hatch_oaml.values.paths import ArchivePath

TABLE, DEBIAN = "REUSE.toml", ".reuse/dep5"
LONGEST = 1 << 20
"""Bytes of such a file: nobody writes longer ones by hand."""
_MOST = 1000
_FEW = 16
"""Globs: of more, those alone are asked that may match."""

_HEADER = expression(r"(?m)^[ \t]*\[\[[ \t]*annotations[ \t]*\]\]")
_FIELD = expression(r"(?P<name>[^\s:#][^\s:]*):(?P<value>.*)")


def is_annotating(path: str) -> bool:
    return path == DEBIAN or path.rpartition("/")[2] == TABLE


def read_annotations(path: str, data: bytes) -> tuple[Annotation, ...]:
    """In the file's order; none where the file is no such, or cannot be read as one."""
    if not is_annotating(path) or len(data) > LONGEST:
        return ()
    return tuple(islice(_in_debian(data) if path == DEBIAN else _in_table(data), _MOST))


def _in_table(data: bytes) -> Iterator[Annotation]:
    try:
        tables = parse_toml(data, TABLE).get("annotations")
    except ConfigurationError:
        return
    rows = [row for row in tables if isinstance(row, dict)] if isinstance(tables, list) else []
    text = data.decode("utf-8", "replace")
    lines = LineNumbers(text)
    starts = [lines.at(header.start()) for header in _HEADER.finditer(text)]
    for index, row in enumerate(rows):
        licenses = _texts(row.get("SPDX-License-Identifier"))
        yield Annotation(
            globs=_texts(row.get("path")),
            license=joined(licenses[0], licenses[1:]) if licenses else "",
            line=starts[index] if len(starts) == len(rows) else 1,
            precedence=next((one for one in PRECEDENCES if one == row.get("precedence")), "closest"),
            copyrights=_texts(row.get("SPDX-FileCopyrightText")),
        )


def _texts(value: object) -> tuple[str, ...]:
    """One text stands for a list of one."""
    values = value if isinstance(value, list) else [value]
    return tuple(text for text in values if isinstance(text, str) and text.strip())


def _in_debian(data: bytes) -> Iterator[Annotation]:
    """Paragraphs of fields (https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/)."""
    for line, fields in _paragraphs(data.decode("utf-8-sig", "replace")):
        if "files" in fields:
            terms = fields.get("license", "").split("\n")[0].strip()
            holders = _texts(fields.get("copyright", "").split("\n"))
            globs = tuple(fields["files"].split())
            yield Annotation(globs=globs, license=terms, line=line, precedence="aggregate", copyrights=holders)


def _paragraphs(text: str) -> Iterator[tuple[int, dict[str, str]]]:
    """Each with the line on which it begins; a line that begins with white space goes on with the field above."""
    began, fields, name = 1, dict[str, str](), ""
    for number, line in enumerate((*text.splitlines(), ""), 1):
        if not line.strip():
            if fields:
                yield began, fields
            began, fields, name = number + 1, {}, ""
        elif line[0] in " \t":
            fields[name] = f"{fields.get(name, '')}\n{line.strip()}"
        elif field := _FIELD.match(line):
            name = field["name"].lower()
            fields[name] = field["value"].strip()


class Said(NamedTuple):
    """An annotation, and the path of the file that it stands in."""

    path: ArchivePath
    annotation: Annotation


class Annotations:
    """All of a release."""

    def __init__(self, files: Iterable[ReleaseFile]) -> None:
        self._files = [file for file in files if file.annotations]

    def __bool__(self) -> bool:
        return bool(self._files)

    def of(self, path: str) -> list[Said]:
        """What holds of the file at `path`, from the top down; *closest* once at most, and only if nothing nearer is said."""
        found = []
        for table in self._above(path):
            said = table.last_of(path)
            if said is not None and said.annotation.license:
                found.append(said)
            if said is not None and said.annotation.precedence == "override":
                break
        nearest = next((said for said in reversed(found) if said.annotation.precedence == "closest"), None)
        return [said for said in found if said.annotation.precedence != "closest" or said is nearest]

    def naming(self, path: str) -> Iterator[Said]:
        """Of each file of annotations the one that counts for the file at `path`."""
        return (said for table in self._above(path) if (said := table.last_of(path)) is not None)

    def _above(self, path: str) -> Iterator[_Table]:
        """Those in the folders that hold `path`, the topmost first."""
        yield from self._tables.get("", ())
        slash = path.find("/")
        while slash >= 0:
            yield from self._tables.get(path[: slash + 1], ())
            slash = path.find("/", slash + 1)

    @cached_property
    def _tables(self) -> dict[str, list[_Table]]:
        """By their folders."""
        tables: dict[str, list[_Table]] = {}
        for table in map(_Table, self._files):
            tables.setdefault(table.folder, []).append(table)
        return tables


class _Table:
    def __init__(self, file: ReleaseFile) -> None:
        is_debian = file.path == DEBIAN
        self.folder = "" if is_debian else file.path[: -len(TABLE)]
        self._compile = debian_glob if is_debian else reuse_glob
        self._said: dict[str, Said] = {}
        for row in reversed(file.annotations):
            for glob in row.globs:
                self._said.setdefault(glob, Said(file.path, row))
        self._globs = tuple(self._said)
        self._compiled: dict[int, Glob] = {}

    def last_of(self, path: str) -> Said | None:
        """The last that names `path`, of a file in the table's folder, counts."""
        below = path[len(self.folder) :]
        number = next((number for number in self._candidates(below) if self._glob(number).match(below)), None)
        return None if number is None else self._said[self._globs[number]]

    def _candidates(self, path: str) -> Iterable[int]:
        """A letter that is no wildcard to a gitignore pattern is none to these globs either."""
        return range(len(self._globs)) if len(self._globs) <= _FEW else self._index.candidates(path)

    @cached_property
    def _index(self) -> LineIndex:
        return LineIndex(self._globs)

    def _glob(self, number: int) -> Glob:
        if number not in self._compiled:
            self._compiled[number] = self._compile(self._globs[number])
        return self._compiled[number]
