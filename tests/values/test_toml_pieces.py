"""A document read table by table says what it says as a whole, or is not read so."""

from __future__ import annotations

import pytest
import tomli
import tomli_w
from hypothesis import given, strategies as st

from hatch_oaml.values.toml_pieces import pieces_of, tables_in

TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
TABLES = st.lists(st.dictionaries(st.sampled_from("abc"), TEXTS, min_size=1), min_size=1, max_size=5)


def rendered(head: dict[str, str], tables: list[dict[str, str]]) -> bytes:
    parts = [tomli_w.dumps(head), *(f"\n[[file]]\n{tomli_w.dumps(table)}" for table in tables)]
    return "".join(parts).encode()


def tables_of(data: bytes) -> list[dict[str, object]]:
    """What stands before the first table, and all tables."""
    head, *pieces = pieces_of(data, "file")
    return [tomli.loads(head), *(table for piece in pieces for table in tables_in(piece, "file"))]


@given(st.dictionaries(st.sampled_from("xyz"), TEXTS, min_size=1), TABLES)
def test_the_tables_are_those_of_the_whole(head: dict[str, str], tables: list[dict[str, str]]) -> None:
    data = rendered(head, tables)

    first, *others = tables_of(data)

    assert tomli.loads(data.decode()) == first | {"file": others}


def test_the_pieces_of_a_long_document_are_put_together() -> None:
    tables = [{"a": f"{number:0100}"} for number in range(3000)]

    assert [{"x": ""}, *tables] == tables_of(rendered({"x": ""}, tables))


@pytest.mark.parametrize(
    "text",
    [
        'x = 1\nfile = [{a = "1"}]\n',
        'x = """\n[[file]]\n"""\n',
        'x = 1\n\n[[file]]\na = "1"\n\n[other]\nb = 1\n',
        'file = []\n\n[[file]]\na = "1"\n',
        "x = [\n[[file]]\n]\n",
        "x = 1\n\n[[file]]\na = \n",
        'x = 1\n\n[[file]]\r\na = "1"\n',
    ],
)
def test_what_cannot_be_told_apart_is_left_to_who_reads_it_as_a_whole(text: str) -> None:
    with pytest.raises(ValueError, match=r"\S"):
        tables_of(text.encode())
