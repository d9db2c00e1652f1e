from __future__ import annotations

import random
import re
from contextlib import closing
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from hatch_oaml.archives import archive_formats, digests_of
from hatch_oaml.archives._zstd import NOTE_SIZE, compressed, end_note, parse_end_note, raw_frames, raw_frames_size
from hatch_oaml.archives._zstd_reading import FrameBytes
from hatch_oaml.records.members import BytesContent, LateContent, Member
from hatch_oaml.storage.bytes_at import FileBytes
from hatch_oaml.storage.crc32 import crc32
from hatch_oaml.storage.draft import drafted
from hatch_oaml.storage.late_digest import LateDigest
from hatch_oaml.values.digests import sha256_of
from hatch_oaml.values.errors import SourceError
from hatch_oaml.values.paths import archive_path
from tests.members import silent

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from hatch_oaml.records.members import Digests

    Written = Callable[..., tuple[Path, Digests]]

LATE = Member(path=archive_path("demo/LATE"), content=LateContent(size=3, pieces=lambda _digests: [b"a", b"bc"]))


def content(path: Path) -> bytes:
    with closing(FrameBytes(FileBytes(path))) as stream:
        buffer = bytearray(path.stat().st_size * 3)
        return bytes(buffer[: stream.read_at(0, memoryview(buffer))])


@pytest.mark.parametrize("place", [0, 1, 2])
def test_the_digest_of_the_tar_stands_behind_the_frames(
    place: int, file_member: Callable[..., Member], written: Written
) -> None:
    members = [file_member("demo/a", 9_000_000), file_member("demo/b", 20_000_000)]
    members.insert(place, LATE)

    tar, _ = written("tar", members)
    path, digests = written("tar-zst", members)

    assert tar.read_bytes() == content(path)
    note = parse_end_note(path.read_bytes()[-NOTE_SIZE:])
    assert note is not None
    assert sha256_of(tar.read_bytes()) == note.digest
    assert sha256_of(b"abc") == digests[LATE.path]


def test_a_digest_of_another_tar_is_seen(file_member: Callable[..., Member], written: Written, epoch: int) -> None:
    path, digests = written("tar-zst", [file_member("demo/a", 100)])
    data = bytearray(path.read_bytes())
    data[-20] ^= 1
    path.write_bytes(data)

    with closing(archive_formats()["tar-zst"].read(path)) as reading:
        assert reading.deviation(digests, epoch=epoch) is not None


def test_what_its_bytes_depend_on_stands_in_its_own_envelope(
    file_member: Callable[..., Member], written: Written
) -> None:
    path, _ = written("tar-zst", [file_member("demo/a", 100)])

    note = parse_end_note(path.read_bytes()[-NOTE_SIZE:])

    assert note is not None
    assert (1, 4194304) == (note.level, note.frame)
    assert re.fullmatch(r"\d+\.\d+\.\d+", note.library)


@pytest.mark.parametrize("other", [{"level": 2}, {"frame": 1 << 20}, {"library": "1.4.0"}])
def test_an_archive_of_another_zstd_is_verified_by_what_it_says(
    other: dict[str, Any], file_member: Callable[..., Member], written: Written, epoch: int
) -> None:
    path, digests = written("tar-zst", [file_member("demo/a", 100)])
    data = path.read_bytes()
    note = parse_end_note(data[-NOTE_SIZE:])
    assert note is not None
    frames = data[:-NOTE_SIZE]
    path.write_bytes(frames + end_note(replace(note, **other), crc32(frames, 0)))

    with closing(archive_formats()["tar-zst"].read(path)) as reading:
        assert reading.deviation(digests, epoch=epoch) is None


def test_compression_gains(written: Written) -> None:
    members = [Member(path=archive_path("a"), content=BytesContent(data=b"0123456789" * 1_000_000))]

    path, _ = written("tar-zst", members)

    assert path.stat().st_size < 10_000


def test_frames_of_others_are_read_if_they_are_small_and_tell_their_size(
    mixed_members: Sequence[Member], written: Written, tmp_path: Path, epoch: int
) -> None:
    tar, digests = written("tar", mixed_members)
    data = tar.read_bytes()
    path = tmp_path / "theirs.tar.zst"
    path.write_bytes(b"".join(compressed(data[start : start + 1_000_000]) for start in range(0, len(data), 1_000_000)))

    with closing(archive_formats()["tar-zst"].read(path)) as reading:
        assert digests == digests_of(reading, silent)
        assert reading.deviation(digests, epoch=epoch) is not None


@pytest.mark.parametrize("piece", [b"", b"x"])
def test_very_many_small_frames_are_refused(piece: bytes, tmp_path: Path) -> None:
    """Thousands of frames that hold nothing take little room in the file, and much in memory."""
    path = tmp_path / "a.tar.zst"
    path.write_bytes(compressed(piece) * 5000)

    with pytest.raises(SourceError, match="its Zstandard frames are small, and many"):
        archive_formats()["tar-zst"].read(path)


def test_large_frames_of_others_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "theirs.tar.zst"
    path.write_bytes(compressed(bytes(5_000_000)))

    with pytest.raises(SourceError, match="its Zstandard frames are of unknown or great size, which no archive of"):
        archive_formats()["tar-zst"].read(path)


@pytest.mark.parametrize("size", [1, 131072, 131073, 4194304, 4194305, 9_000_000])
def test_stored_frames_have_the_size_foretold(size: int, tmp_path: Path) -> None:
    data = random.Random(size).randbytes(size)  # noqa: S311  # reproducible
    path = tmp_path / "a.zst"

    path.write_bytes(raw_frames(data))

    assert raw_frames_size(size) == path.stat().st_size
    assert data == content(path)


def test_a_late_digest_is_given_up_where_too_much_would_be_kept() -> None:
    with closing(LateDigest()) as digest:
        digest.set_aside()
        digest.add(bytes(1 << 24))
        digest.add(b"x")
        digest.fill(0, b"late")

        assert digest.digest() is None


def test_a_failing_progress_ends_the_writing(file_member: Callable[..., Member], tmp_path: Path) -> None:
    members = [file_member(f"demo/{number}", 6_000_000) for number in range(4)]
    seen = []

    def fail_late(path: str, _count: int) -> None:
        seen.append(path)
        if path == "demo/3":
            raise RuntimeError(path)

    with pytest.raises(RuntimeError), drafted(tmp_path / "a") as file:
        archive_formats()["tar-zst"].write(file, members, epoch=0, progress=fail_late)

    assert not (tmp_path / "a").exists()
