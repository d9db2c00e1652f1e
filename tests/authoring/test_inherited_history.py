"""Of a changelog that came with a base's files the base's entries go, and every byte that is not theirs stays."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from hatch_oaml.authoring.inherited_history import fresh_changelog
from hatch_oaml.records.modifications import parse_modifications
from hatch_oaml.values.errors import ConfigurationError
from hatch_oaml.values.patterns import PathIndex

if TYPE_CHECKING:
    from hatch_oaml.records.base_record import BaseRecord
    from tests.conftest import BaseWith, FileWith

HEAD = "# Mine.\nformat = 1\n"
THEIRS = """
# model.safetensors: 12 bytes
[[change]]
files = ["/model.safetensors"]
relation = "finetune"
how.en = "LoRA on 2,000 poems."
date = 2026-11-01
"""
MINE = """
# what I did
[[change]]
files = ["/config.json"]
relation = "modified"
how.en = "The cache is on by default."
date = 2026-12-01
"""


@pytest.fixture
def base(base_with: BaseWith, file_with: FileWith) -> BaseRecord:
    changes = parse_modifications((HEAD + THEIRS).encode(), "m").changes
    return base_with(file_with("model.safetensors", "x"), name="poets/Poems", version="1.0", changes=changes)


def fresh(text: str, *bases: BaseRecord) -> bytes | None:
    return fresh_changelog(text.encode(), "MODIFICATIONS.toml", bases, PathIndex(["model.safetensors", "config.json"]))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (HEAD + THEIRS, HEAD + "\n"),
        (HEAD + THEIRS + MINE, HEAD + "\n" + MINE.lstrip("\n")),
        (HEAD + MINE + THEIRS, HEAD + MINE + "\n"),
        (HEAD + MINE, HEAD + MINE),
        ("format = 1\noriginal = true  # nothing upstream\n", "format = 1\n"),
    ],
    ids=["theirs alone", "theirs first", "mine first", "mine alone", "original"],
)
def test_what_is_the_base_s_goes_and_the_rest_stays(text: str, expected: str, base: BaseRecord) -> None:
    assert expected.encode() == fresh(text, base)


def test_line_ends_of_windows_are_kept(base: BaseRecord) -> None:
    expected = (HEAD + "\n" + MINE.lstrip("\n")).replace("\n", "\r\n").encode()

    assert expected == fresh((HEAD + THEIRS + MINE).replace("\n", "\r\n"), base)


def test_without_a_base_nothing_is_inherited() -> None:
    assert (HEAD + THEIRS).encode() == fresh(HEAD + THEIRS)


def test_entries_that_cannot_be_cut_out_are_left(base: BaseRecord) -> None:
    inline = 'format = 1\nchange = [{files = ["/model.safetensors"], relation = "finetune", how.en = "LoRA on 2,000 poems.", date = 2026-11-01}]\n'

    assert fresh(inline, base) is None


def test_what_is_no_changelog_is_told_by_its_name(base: BaseRecord) -> None:
    with pytest.raises(ConfigurationError, match=r"MODIFICATIONS\.toml:1: not UTF-8"):
        fresh_changelog(b"\xff", "MODIFICATIONS.toml", [base], PathIndex([]))
