"""What is signed tells the digest of every file, and what a reader makes of it is what was meant."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, strategies as st

from hatch_oaml.signing.statement import Statement, is_below, parse_statement, render_statement, statement_of
from hatch_oaml.values.digests import sha256_of

if TYPE_CHECKING:
    from collections.abc import Callable

DIGESTS = {"b.bin": sha256_of(b"b"), "a/模型.bin": sha256_of(b"a"), "SHA256SUMS": sha256_of(b"s")}

Values = dict[str, Any]


def test_files_stand_sorted_by_their_names() -> None:
    assert ["SHA256SUMS", "a/模型.bin", "b.bin"] == list(statement_of("lantern", DIGESTS).digests)


def test_the_whole_is_called_by_the_digest_of_all_digests_in_that_order() -> None:
    raw = b"".join(bytes.fromhex(DIGESTS[path]) for path in sorted(DIGESTS))

    assert sha256_of(raw) == statement_of("lantern", DIGESTS).root_digest


@pytest.mark.parametrize("path", [".git/config", ".gitattributes", ".gitignore", ".github/workflows/ci.yml"])
def test_what_git_keeps_at_the_top_is_passed_over_and_nowhere_else(path: str) -> None:
    known = {**DIGESTS, path: sha256_of(b"x"), f"data/{path}": sha256_of(b"y")}

    assert {*DIGESTS, f"data/{path}"} == set(statement_of("lantern", known).digests)


paths = st.text(st.characters(exclude_categories=["Cs"]), min_size=1)


@given(st.dictionaries(paths, st.binary().map(sha256_of)), st.lists(paths.filter(lambda path: path[-1] != "/")))
def test_what_is_written_is_read_back(digests: dict[str, Any], ignored: list[str]) -> None:
    told = statement_of("lantern", digests)
    statement = Statement(name="lantern", digests=told.digests, ignored=tuple(ignored))

    assert statement == parse_statement(render_statement(statement))


def test_it_is_ascii_on_one_line_with_its_keys_sorted() -> None:
    text = render_statement(statement_of("lantern", DIGESTS)).decode("ascii")

    assert json.dumps(json.loads(text), sort_keys=True, separators=(",", ":")) == text


OTHERS: dict[str, Callable[[Values], object]] = {
    "another version": lambda values: values.update(predicateType="https://model_signing/signature/v2.0"),
    "another type": lambda values: values.update(_type="https://in-toto.io/Statement/v0.1"),
    "two subjects": lambda values: values["subject"].append(values["subject"][0]),
    "no subject": lambda values: values["subject"].clear(),
    "another whole": lambda values: values["subject"][0]["digest"].update(sha256="0" * 64),
    "pieces of files": lambda values: values["predicate"]["serialization"].update(method="shards"),
    "another hash": lambda values: values["predicate"]["serialization"].update(hash_type="blake2b"),
    "another algorithm": lambda values: values["predicate"]["resources"][0].update(algorithm="blake2b"),
    "no digest": lambda values: values["predicate"]["resources"][0].update(digest="x"),
    "a name that is none": lambda values: values["predicate"]["resources"][0].update(name=1),
    "half a character": lambda values: values["predicate"]["resources"][0].update(name="\ud800"),
    "a file twice": lambda values: values["predicate"]["resources"].append(values["predicate"]["resources"][0]),
    "files left out": lambda values: values["predicate"]["resources"].pop(),
    "no files": lambda values: values["predicate"].pop("resources"),
    "a list": lambda values: values.update(predicate=[]),
    "paths that are none": lambda values: values["predicate"]["serialization"].update(ignore_paths=[1]),
}


@pytest.mark.parametrize("change", OTHERS.values(), ids=OTHERS)
def test_what_states_something_else_is_none(change: Callable[[Values], object]) -> None:
    values = json.loads(render_statement(statement_of("lantern", DIGESTS)))
    change(values)

    with pytest.raises(ValueError):  # noqa: PT011  # whoever reads a signature says what it means
        parse_statement(json.dumps(values).encode())


@pytest.mark.parametrize("data", [b"", b"null", b"[]", b"{", b"\xff", b"[" * 100_000, b"1" * 5000])
def test_other_bytes_are_none(data: bytes) -> None:
    with pytest.raises(ValueError):  # noqa: PT011  # likewise
        parse_statement(data)


@pytest.mark.parametrize(
    ("path", "expected"),
    [("data/a", True), ("data", True), ("database", False), ("x/data", False), (".gitignore", True), ("a", False)],
)
def test_a_path_that_is_left_out_is_that_file_or_all_in_that_folder(path: str, *, expected: bool) -> None:
    statement = Statement(name="x", digests={}, ignored=("data",))

    assert expected == is_below(path, statement.left_out)
