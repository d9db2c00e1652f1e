"""Each row of the words finds its samples and none of its counter-samples, and no expression is too long to be read."""

from __future__ import annotations

import ast
import re
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from typing import TYPE_CHECKING

import pytest

from hatch_oaml import recognition
from hatch_oaml.recognition import words
from hatch_oaml.recognition.vocabulary import Vocabulary
from tests.recognition.rows import Row, rows

if TYPE_CHECKING:
    from collections.abc import Iterator

LONGEST = 110
"""Characters of an expression that stands without a sample."""
WIDEST = 120
"""Characters of a line of a table."""
TABLES = [
    (f"{module.name}.{name}", table)
    for module in iter_modules(words.__path__)
    for name, table in vars(import_module(f"{words.__name__}.{module.name}")).items()
    if isinstance(table, Vocabulary)
]
ROWS = [(table, row) for _, table in dict(TABLES).items() for row in rows(table)]
ROOM = Path(recognition.__file__).parent

every_row = pytest.mark.parametrize(("table", "row"), ROWS, ids=lambda value: getattr(value, "pattern", "")[:40])


def test_there_are_words() -> None:
    assert len(ROWS) >= 150


@every_row
def test_a_row_finds_each_of_its_samples(table: Vocabulary, row: Row) -> None:
    pattern = re.compile(row.pattern, table.flags)

    assert [] == [sample for sample in row.yes if not pattern.search(sample)]


@every_row
def test_a_row_finds_none_of_its_counter_samples(table: Vocabulary, row: Row) -> None:
    pattern = re.compile(row.pattern, table.flags)

    assert [] == [sample for sample in row.no if pattern.search(sample)]


@every_row
def test_a_row_says_its_language_and_why_it_is_there(table: Vocabulary, row: Row) -> None:
    assert row.language in {"any", "en", "zh", "ja", "ko", "de", "fr", "es", "it", "markup", "code"}
    assert row.why
    assert row.yes
    assert row.no
    assert row.pattern in table.either


def test_no_two_rows_of_a_table_are_the_same() -> None:
    twice = [name for name, table in TABLES if len({row.pattern for row in rows(table)}) < len(list(rows(table)))]

    assert [] == twice


def test_a_row_that_lacks_a_field_is_told() -> None:
    with pytest.raises(ValueError, match="expected"):
        list(rows(Vocabulary("en loom\n  why a word\n  yes loom")))


@pytest.mark.parametrize("path", sorted(ROOM.rglob("*.py")), ids=lambda path: path.relative_to(ROOM).as_posix())
def test_an_expression_longer_than_a_line_is_a_table_of_rows_with_samples(path: Path) -> None:
    texts = _texts(ast.parse(path.read_text(encoding="utf-8")))

    assert [] == [text for text, longest in texts if len(text) > longest]


def _texts(tree: ast.AST) -> Iterator[tuple[str, int]]:
    """The texts of a module that are no docstrings, and the lines of its tables, each with how long it may be."""
    skipped: set[int] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr) or (isinstance(node, ast.Attribute) and node.attr == "split"):
            skipped.add(id(node.value))
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Vocabulary":
            skipped.add(id(node.args[0]))
            yield from ((line, WIDEST) for line in ast.literal_eval(node.args[0]).split("\n"))
        elif isinstance(node, ast.JoinedStr):
            skipped |= {id(part) for part in node.values}
            yield "".join(str(part.value) for part in node.values if isinstance(part, ast.Constant)), LONGEST
        elif isinstance(node, ast.Constant) and isinstance(node.value, str | bytes) and id(node) not in skipped:
            yield str(node.value), LONGEST
