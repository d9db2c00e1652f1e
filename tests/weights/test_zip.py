from __future__ import annotations

import io
import struct
import zipfile

import pytest
from hypothesis import given, strategies as st

from hatch_oaml.weights._contract import BrokenError, UnreadError
from hatch_oaml.weights._zip import _zip64
from tests.weights.conftest import zipped
from tests.weights.reading import source_of

NAMES = st.text(st.characters(codec="utf-8", exclude_characters="\0/\\:"), min_size=1, max_size=10)


@given(
    members=st.dictionaries(NAMES, st.binary(max_size=100), max_size=5),
    method=st.sampled_from([zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED]),
    comment=st.binary(max_size=50),
)
def test_what_zipfile_writes_is_read_as_it_was(members: dict[str, bytes], method: int, comment: bytes) -> None:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", method) as archive:
        archive.comment = comment.replace(b"PK", b"")
        for name, data in members.items():
            archive.writestr(zipfile.ZipInfo(name), data, method)
    source = source_of(file.getvalue())

    found = source.members or {}

    assert {name: member.read(source.at, 1000) for name, member in found.items()} == members
    assert {name: member.size for name, member in found.items()} == {name: len(data) for name, data in members.items()}


def test_zip64_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(zipfile, "ZIP64_LIMIT", 10)
    monkeypatch.setattr(zipfile, "ZIP_FILECOUNT_LIMIT", 1)
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for name in "ab":
            with archive.open(name, "w", force_zip64=True) as member:
                member.write(name.encode() * 100)
    data = bytearray(file.getvalue())
    data[-10:-2] = b"\xff" * 8  # length and place of the directory, as an archive past 4 GiB has them
    source = source_of(bytes(data))

    assert b"PK\6\7" in data
    assert {name: member.read(source.at, 1000) for name, member in (source.members or {}).items()} == {
        "a": b"a" * 100,
        "b": b"b" * 100,
    }


def test_only_the_wanted_start_is_unpacked() -> None:
    source = source_of(zipped({"a": bytes(1_000_000)}, zipfile.ZIP_DEFLATED))

    assert (source.members or {})["a"].read(source.at, 10) == bytes(10)


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_other_compressions_are_not_unpacked(method: int) -> None:
    source = source_of(zipped({"a": b"data"}, method))

    assert (source.members or {})["a"].read(source.at, 10) is None


def test_broken_deflate_is_not_unpacked() -> None:
    data = bytearray(zipped({"a": b"data" * 100}, zipfile.ZIP_DEFLATED))
    data[31:35] = b"\xff" * 4
    source = source_of(bytes(data))

    assert (source.members or {})["a"].read(source.at, 10) is None


def test_a_directory_that_lies_outside_the_file_is_none() -> None:
    data = zipped({"a": b"data"})

    assert source_of(data[:-6] + b"\xff\xff\xff\x00" + data[-2:]).members is None
    assert source_of(b"PK\3\4" + bytes(100)).members is None
    assert source_of(b"no archive").members is None


def test_a_source_gives_no_more_than_it_has_and_is_wanted() -> None:
    source = source_of(bytes(10_000_000))

    assert source.at(9_999_999, 1) == b"\0"
    with pytest.raises(BrokenError, match="at least 10,000,001 bytes are expected, the file has 10,000,000"):
        source.at(10_000_000, 1)
    with pytest.raises(UnreadError, match="9,000,000 bytes long; at most 8,388,608 are read"):
        source.at(0, 9_000_000)


def test_a_file_that_shrinks_while_it_is_read_is_cut() -> None:
    source = source_of(bytes(100))
    source.size = 1000

    with pytest.raises(BrokenError, match="at least 200 bytes are expected, the file has 100"):
        source.at(0, 200)


@pytest.mark.parametrize(
    ("extra", "numbers"),
    [
        (struct.pack("<HHQQ", 1, 16, 5, 6), (5, 6)),
        (b"xx\2\0--" + struct.pack("<HHQ", 1, 8, 5), (5,)),
        (struct.pack("<HHQ", 1, 800, 5), (5,)),
        (b"xx\2\0--", ()),
        (b"xx", ()),
    ],
)
def test_the_zip64_field_is_found_behind_others(extra: bytes, numbers: tuple[int, ...]) -> None:
    assert _zip64(extra) == numbers
