"""The files of a rendered record are those that a parser of TOML finds, and most need none."""

from __future__ import annotations

import pytest
import tomli

from hatch_oaml.records import rendered_files
from hatch_oaml.records.base_file import BaseFile, parse_file, render_file
from hatch_oaml.records.notice import Notice
from hatch_oaml.records.rendered_files import files_in
from hatch_oaml.values.digests import sha256_of
from hatch_oaml.values.fingerprints import fingerprint
from hatch_oaml.values.paths import ArchivePath
from hatch_oaml.values.toml_tables import Table

PLAIN = BaseFile(path=ArchivePath("数据/a b.jsonl"), size=0, sha256=sha256_of(b"a"))
SAMPLED = BaseFile(
    path=ArchivePath("b"), size=10**17, sha256=sha256_of(b"b"), fingerprint=fingerprint("00c0ffee whole:00c0ffee")
)
ESCAPED = BaseFile(path=ArchivePath('c "d".py'), size=1, sha256=sha256_of(b"c"))
NOTED = BaseFile(
    path=ArchivePath("e"),
    size=2,
    sha256=sha256_of(b"e"),
    notices=(Notice(kind="copyright", line=1, end_line=1, text="Copyright 2023 Loom\n[[file]]\nx"),),
)


def table_of(values: dict[str, object]) -> Table:
    return Table(values, "x: ", [])


def text_of(*files: BaseFile) -> str:
    return "".join(map(render_file, files)).removeprefix("\n")


@pytest.mark.parametrize(
    "files", [[PLAIN], [SAMPLED, PLAIN], [PLAIN, ESCAPED, SAMPLED], [NOTED, PLAIN], [PLAIN, NOTED], [ESCAPED, NOTED]]
)
def test_the_files_are_those_that_were_rendered(files: list[BaseFile]) -> None:
    assert files == list(files_in([text_of(*files)], table_of))


def test_what_is_plain_needs_no_parser(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rendered_files, "tables_in", None)

    assert [PLAIN, SAMPLED] == list(files_in([text_of(PLAIN, SAMPLED)], table_of))


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("size = 0", "size = 00"),
        ("size = 0", "size = 0.5"),
        ("size = 0", "size = -1"),
        ("size = 0", "size = 1_000"),
        ("size = 0", "size = 0\nsize = 1"),
        ("size = 0", "size = 0 # none"),
        ('path = "', "path = '"),
        ("a b.jsonl", "a\tb.jsonl"),
        ("a b.jsonl", "a\x7fb.jsonl"),
        ("a b.jsonl", "../b.jsonl"),
        ("[[file]]", "[[file]]\n"),
    ],
)
def test_whatever_else_it_is_the_parser_says_the_same(before: str, after: str) -> None:
    text = text_of(PLAIN, SAMPLED).replace(before, after, 1)

    assert told_by_parser(text) == told(text)


def told(text: str) -> object:
    errors: list[object] = []
    try:
        found = list(files_in([text], lambda values: Table(values, "x: ", errors)))  # type: ignore[arg-type]
    except ValueError:
        return "wrong"
    return "wrong" if errors else found


def told_by_parser(text: str) -> object:
    errors: list[object] = []
    try:
        tables = tomli.loads(text)["file"]
    except ValueError:
        return "wrong"
    found = [parse_file(Table(values, "x: ", errors)) for values in tables]  # type: ignore[arg-type]
    return "wrong" if errors else found
