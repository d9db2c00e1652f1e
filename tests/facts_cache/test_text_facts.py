"""All that is known of a text is kept, comes back as it was, and a field that were forgotten would be missed."""

from __future__ import annotations

import json
from dataclasses import fields, replace
from functools import cache
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, strategies as st

from hatch_oaml.facts_cache.text_facts import FACTS, facts_in, kept_of
from hatch_oaml.project.classification import named
from hatch_oaml.project.file_facts import read_file
from hatch_oaml.project.on_disk import OnDisk
from hatch_oaml.records.annotation import PRECEDENCES, Annotation
from hatch_oaml.records.config import parse_config
from hatch_oaml.records.found_secret import SECRET_KINDS, FoundSecret
from hatch_oaml.records.inventory import LfsPointer, ReleaseFile
from hatch_oaml.records.license_text import LicenseText
from hatch_oaml.records.model_card import ModelCard
from hatch_oaml.records.notice import KINDS, VISIBILITIES, Notice
from hatch_oaml.records.statement import Statement
from hatch_oaml.records.tensors import ShardIndex
from hatch_oaml.values.bilingual import Bilingual
from hatch_oaml.values.digests import sha256_of
from hatch_oaml.values.fingerprints import fingerprint
from hatch_oaml.values.paths import archive_path
from tests.conftest import FIXTURES, _file

if TYPE_CHECKING:
    from pathlib import Path

FROM_ASKING = {"path", "role", "kind"}
OF_MODEL_FILES = {"weights"}
"""Of these no facts are kept: a header is read anew."""

FILES = sorted(
    path
    for path in FIXTURES.rglob("*")
    if path.is_file() and path.stat().st_size < 1 << 20 and "__pycache__" not in path.parts
)
CONFIG = parse_config({"bases": ["bases/base.toml"]})


def back_again(file: ReleaseFile) -> ReleaseFile:
    """`file` from what is kept of it, and what asking and the file system tell anew."""
    bare = {name: getattr(file, name) for name in FROM_ASKING | set(OnDisk._fields)}
    return ReleaseFile(**bare, **facts_in(json.loads(json.dumps(kept_of(file)))))


def test_each_field_is_kept_or_told_anew() -> None:
    told = [*FACTS, *FROM_ASKING, *OnDisk._fields, *OF_MODEL_FILES]

    assert sorted(told) == sorted(field.name for field in fields(ReleaseFile))


def test_there_are_samples_with_each_fact() -> None:
    read = [read_at(path) for path in FILES]
    seen = {name for file in read for name in kept_of(file)}

    assert FACTS.keys() - seen <= {"declared", "shards"}  # which no file has by itself


@cache
def read_at(path: Path) -> ReleaseFile:
    """As in a project whose root is the folder of `path`."""
    return read_file(archive_path(path.name), str(path), named(path.name, CONFIG), str(path.parent))


@pytest.mark.parametrize("folder", sorted({path.relative_to(FIXTURES).parts[0] for path in FILES}))
def test_every_sample_comes_back_as_it_was_read(folder: str) -> None:
    read = [read_at(path) for path in FILES if path.relative_to(FIXTURES).parts[0] == folder]
    texts = [file for file in read if file.sha256 is not None]

    assert texts == [back_again(file) for file in texts]


words = st.text(max_size=9)
lines = st.integers(0, 1 << 40)
said = st.builds(Bilingual, en=words, zh=words)
several_words = st.lists(words, max_size=3).map(tuple)
digests = words.map(lambda word: sha256_of(word.encode("utf-8", "surrogatepass")))
notices = st.builds(
    Notice,
    kind=st.sampled_from(KINDS),
    text=words,
    line=lines,
    end_line=lines,
    sure=st.booleans(),
    whole=st.booleans(),
    visibility=st.sampled_from(VISIBILITIES),
)
VALUES: dict[str, st.SearchStrategy[Any]] = {
    "sha256": digests,
    "pointer": st.builds(LfsPointer, sha256=digests, size=lines),
    "notices": st.lists(notices, max_size=3).map(tuple),
    "fingerprint": words.map(fingerprint),
    "unread": said,
    "not_a_contribution": lines,
    "secret": st.builds(FoundSecret, kind=st.sampled_from(SECRET_KINDS), line=lines),
    "declared": words,
    "license_text": st.builds(
        LicenseText,
        is_empty=st.booleans(),
        known=st.frozensets(words, max_size=3),
        is_known_whole=st.booleans(),
        is_published=st.booleans(),
        names_ours=st.booleans(),
    ),
    "alters_license": st.booleans(),
    "statements": st.lists(
        st.builds(
            Statement,
            about=st.sampled_from(("base", "possible-base", "record", "relation", "license")),
            key=words,
            value=words,
            line=lines,
        ),
        max_size=3,
    ).map(tuple),
    "annotations": st.lists(
        st.builds(
            Annotation,
            globs=several_words,
            license=words,
            line=lines,
            precedence=st.sampled_from(PRECEDENCES),
            copyrights=several_words,
        ),
        max_size=3,
    ).map(tuple),
    "card": st.builds(
        ModelCard,
        description=words,
        task=words,
        library=words,
        languages=several_words,
        tags=several_words,
        datasets=several_words,
        metrics=several_words,
        users=words,
        uses=words,
        limitations=words,
        ethics=words,
    ),
    "shards": st.builds(
        ShardIndex,
        weight_map=st.dictionaries(words, words, max_size=3),
        total_size=st.none() | lines,
        faults=st.lists(said, max_size=2).map(tuple),
    ),
}


def test_every_fact_is_made_up() -> None:
    assert FACTS.keys() == VALUES.keys()


@given(st.fixed_dictionaries({}, optional=VALUES))
def test_whatever_is_known_of_a_text_comes_back(known: dict[str, Any]) -> None:
    file = replace(_file("notes.md"), **known)

    assert file == back_again(file)


@pytest.mark.parametrize(
    "kept",
    [
        None,
        [],
        {},
        {"notices": []},
        {"sha256": "0" * 63},
        {"sha256": "0" * 64, "weights": []},
        {"sha256": "0" * 64, "path": "other.md"},
        {"sha256": "0" * 64, "notices": [["copyright", "Copyright 2024 Wick", 1, 1, True, False, "seen"]]},
        {"sha256": "0" * 64, "notices": [["copyright", "Copyright 2024 Wick", -1, 1, True, False, "open"]]},
        {"sha256": "0" * 64, "unread": ["only in English"]},
    ],
)
def test_what_no_text_can_have_is_refused(kept: object) -> None:
    with pytest.raises(ValueError):  # noqa: PT011  # that it is one is the law
        facts_in(kept)
