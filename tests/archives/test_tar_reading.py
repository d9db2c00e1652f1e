"""Tars that nobody writes by mistake."""

from __future__ import annotations

import io
import tarfile
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from hatch_oaml.archives import archive_formats
from hatch_oaml.values.errors import SourceError
from tests.members import content_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

END = bytes(1024)


def header(
    name: bytes = b"x", *, kind: bytes = b"0", size: bytes = b"00000000000\0", mode: bytes = b"0000644\0"
) -> bytes:
    """A ustar header with a true checksum."""
    fields = name.ljust(100, b"\0") + mode + b"0000000\0" * 2 + size + b"00000000000\0" + b" " * 8 + kind
    block = fields.ljust(257, b"\0") + b"ustar\x0000" + bytes(247)
    return block[:148] + b"%06o\0 " % sum(block) + block[156:]


def pax(records: bytes, kind: bytes = b"x") -> bytes:
    return header(kind=kind, size=b"%011o\0" % len(records)) + records.ljust(-(-len(records) // 512) * 512, b"\0")


@pytest.fixture
def refusal(tmp_path: Path) -> Callable[[bytes], str]:
    def refuse(data: bytes) -> str:
        path = tmp_path / "a.tar"
        path.write_bytes(data)
        with pytest.raises(SourceError) as caught:
            archive_formats()["tar"].read(path)
        return caught.value.messages[0].en

    return refuse


def test_the_sample_is_a_tar() -> None:
    with tarfile.open(fileobj=io.BytesIO(header() + END)) as archive:
        assert archive.getnames() == ["x"]


@pytest.mark.parametrize(
    "data",
    [
        header(mode=b"000abc9\0"),
        header(size=b"-0000000001\0"),
        header(b"\xff\xfe"),
        pax(b"no length"),
        pax(b"99 path=x\n"),
        pax(b"9 path=x;"),
        pax(b"8 path:\n"),
        pax(b"10 path=\xff\n"),
        pax(b"9 size=z\n"),
        header(kind=b"x", size=b"77777777777\0"),
        b"x" * 512,
    ],
)
def test_what_makes_no_sense_is_refused(data: bytes, refusal: Callable[[bytes], str]) -> None:
    assert "what stands at byte" in refusal(data + header() + END)


def test_members_of_an_unknown_kind_are_refused(refusal: Callable[[bytes], str]) -> None:
    assert refusal(header(kind=b"Z") + END) == (
        "a.tar: `x` is of the unknown kind b'Z', which no archive of hatch-oaml has"
    )


@pytest.mark.parametrize("records", [b"9 path=a\n", b"9 size=1\n"])
def test_names_and_sizes_for_all_members_are_refused(records: bytes, refusal: Callable[[bytes], str]) -> None:
    assert "sparse or nameless members" in refusal(pax(records, b"g") + header() + END)


def test_what_others_say_for_all_members_is_let_be(tmp_path: Path) -> None:
    path = tmp_path / "a.tar"
    path.write_bytes(pax(b"13 comment=a\n", b"g") + header() + END)

    with closing(archive_formats()["tar"].read(path)) as reading:
        assert ["x"] == [member.path for member in reading.members]


def test_sizes_in_binary_are_read(tmp_path: Path) -> None:
    path = tmp_path / "a.tar"
    path.write_bytes(header(size=b"\x80" + (5).to_bytes(11, "big")) + b"abcde".ljust(512, b"\0") + END)

    with closing(archive_formats()["tar"].read(path)) as reading:
        assert content_of(reading, reading.members[0]) == b"abcde"


@pytest.mark.parametrize("more", [b"x", bytes(511) + b"x", bytes(2 << 20), header() + END])
def test_what_hides_behind_the_end_is_refused(more: bytes, refusal: Callable[[bytes], str]) -> None:
    assert "something follows its end" in refusal(header() + END + more)


def test_a_single_folder_of_another_is_not_a_file(tmp_path: Path) -> None:
    path = tmp_path / "a.tar"
    path.write_bytes(header(b"folder/", kind=b"5") + header(b"folder/x") + END)

    with closing(archive_formats()["tar"].read(path)) as reading:
        assert ["folder/x"] == [member.path for member in reading.members]


def test_padding_that_is_not_empty_deviates(tmp_path: Path) -> None:
    path = tmp_path / "a.tar"
    with tarfile.open(path, "w") as archive:
        info = tarfile.TarInfo("a")
        info.size = 1
        archive.addfile(info, io.BytesIO(b"a"))
    data = bytearray(path.read_bytes())

    def deviation() -> str | None:
        path.write_bytes(data)
        with closing(archive_formats()["tar"].read(path)) as reading:
            found = reading.deviation({}, epoch=0)
            return found.en if found else None

    assert deviation() is None
    data[600] = 1
    assert deviation() == "a.tar: what stands at byte 513 is not what hatch-oaml writes there"
    data[600] = 0
    data += bytes(10240)
    assert deviation() == "a.tar: what stands at byte 10,240 is not what hatch-oaml writes there"
