"""A base record is as long as its base has files: it is read piece by piece, and little of it is held."""

from __future__ import annotations

import tracemalloc
from typing import TYPE_CHECKING

import pytest

from hatch_oaml.project.classification import named
from hatch_oaml.project.file_facts import read_file
from hatch_oaml.records.base_file import BaseFile
from hatch_oaml.records.base_record import BaseRecord, base_as_bytes
from hatch_oaml.records.config import parse_config
from hatch_oaml.values.digests import BLOCK, sha256_of
from hatch_oaml.values.paths import archive_path

if TYPE_CHECKING:
    from pathlib import Path

FILES = 80_000


@pytest.fixture(scope="module")
def record() -> bytes:
    digest = sha256_of(b"")
    files = tuple(
        BaseFile(path=archive_path(f"data/part-{number:06}.jsonl"), size=0, sha256=digest) for number in range(FILES)
    )
    return base_as_bytes(BaseRecord(name="mina/loom", version="1", files=files))


@pytest.mark.parametrize("path", ["bases/loom.toml", "elsewhere/loom.txt"])
def test_little_of_a_long_record_is_held(record: bytes, path: str, tmp_path: Path) -> None:
    source = tmp_path / "record"
    source.write_bytes(record)
    known = named(archive_path(path), parse_config({}))

    tracemalloc.start()
    facts = read_file(archive_path(path), str(source), known, str(tmp_path))
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()

    assert (facts.size, facts.sha256, facts.notices) == (len(record), sha256_of(record), ())
    assert peak < 8 * BLOCK < len(record)
