"""RECORD tells each file's digest, and what is told can be read."""

from __future__ import annotations

import pytest
from hypothesis import given, strategies as st

from hatch_oaml.records.wheel_record import parse_record, render_record
from hatch_oaml.values.digests import sha256_of
from hatch_oaml.values.paths import ArchivePath

PATHS = st.text(st.characters(exclude_categories=["Cc", "Cs", "Zl", "Zp"]), min_size=1).map(ArchivePath)


@given(st.dictionaries(PATHS, st.binary()))
def test_what_is_rendered_can_be_parsed(files: dict[ArchivePath, bytes]) -> None:
    rows = [(path, sha256_of(data), len(data)) for path, data in files.items()]

    assert [row[:2] for row in rows] == list(parse_record(render_record("a.dist-info/RECORD", rows)))


def test_the_record_itself_stands_last_and_has_no_digest() -> None:
    record = render_record("a.dist-info/RECORD", [(ArchivePath("a, b.py"), sha256_of(b""), 0)])

    assert b'"a, b.py",sha256=47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU,0\na.dist-info/RECORD,,\n' == record


@pytest.mark.parametrize("line", [b"a.py,md5=abc,3", b"a.py,,3"])
def test_a_row_of_another_algorithm_tells_nothing(line: bytes) -> None:
    assert [] == list(parse_record(line))


@pytest.mark.parametrize("line", [b"a.py", b"a.py,sha256=!,3,4", b"a.py,sha256=a,3", b"\xff\xfe\0"])
def test_rows_end_at_the_first_that_makes_no_sense(line: bytes) -> None:
    assert [] == list(parse_record(line + b"\nb.py,sha256=47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU,0"))
