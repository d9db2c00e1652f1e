"""Laws that hold for every format."""

from __future__ import annotations

import hashlib
import os
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from hatch_oaml.archives import archive_formats
from hatch_oaml.records.members import FileContent, LateContent, Member
from hatch_oaml.storage.draft import drafted
from hatch_oaml.values.digests import UNKNOWN, sha256_of
from hatch_oaml.values.errors import ChangedWhileReadingError, SourceError
from hatch_oaml.values.paths import archive_path
from tests.members import silent

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from typing import Any

    from hatch_oaml.records.members import Digests

    Written = Callable[..., tuple[Path, Digests]]

every_format = pytest.mark.parametrize("name", list(archive_formats()))

METADATA = "demo-1.0.dist-info/METADATA"


def names(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir() if path.is_file()}


def with_content(member: Member, **changes: Any) -> Member:
    return replace(member, content=replace(member.content, **changes))


def test_each_format_is_found_by_its_file() -> None:
    assert {"sdist", "tar", "wheel", "zip"} <= set(archive_formats())


@every_format
def test_a_writer_learns_the_digest_of_each_member(
    name: str, mixed_members: Sequence[Member], contents: Mapping[str, bytes], written: Written
) -> None:
    _, digests = written(name, mixed_members)

    assert {path: hashlib.sha256(data).hexdigest() for path, data in contents.items()} == {
        path: digest for path, digest in digests.items() if path in contents
    }
    manifest = digests[archive_path("demo-1.0/SUMMARY.txt")].encode()
    assert sha256_of(manifest) == digests[archive_path("demo-1.0/MANIFEST")]
    assert sha256_of(sha256_of(manifest).encode()) == digests[archive_path("demo-1.0/SUMS")]


@every_format
def test_the_room_that_an_archive_takes_is_known_before(
    name: str, mixed_members: Sequence[Member], written: Written
) -> None:
    path, _ = written(name, mixed_members)

    assert path.stat().st_size <= archive_formats()[name].capacity(mixed_members)


@every_format
def test_the_same_members_give_the_same_bytes(name: str, mixed_members: Sequence[Member], written: Written) -> None:
    first = written(name, mixed_members)[0].read_bytes()
    for member in mixed_members:
        if isinstance(member.content, FileContent):
            os.utime(member.content.source, (1, 1))

    assert first == written(name, mixed_members)[0].read_bytes()
    assert first != written(name, mixed_members, at=1580601602)[0].read_bytes()
    assert first != written(name, [*mixed_members[1:], mixed_members[0]])[0].read_bytes()


@every_format
def test_progress_is_told_of_every_byte(name: str, mixed_members: Sequence[Member], tmp_path: Path) -> None:
    counts = dict.fromkeys((member.path for member in mixed_members), 0)

    def progress(path: str, count: int) -> None:
        if path in counts:
            counts[archive_path(path)] += count

    with drafted(tmp_path / "archive") as file:
        archive_formats()[name].write(file, mixed_members, epoch=0, progress=progress)

    assert {member.path: member.content.size for member in mixed_members} == counts


@every_format
@pytest.mark.parametrize("size", [0, 100, 2_000_000])
@pytest.mark.parametrize("fault", ["longer", "shorter", "later", "other", "gone"])
def test_a_file_that_is_not_what_was_judged_refuses_the_archive(
    name: str, size: int, fault: str, file_member: Callable[..., Member], tmp_path: Path
) -> None:
    member = file_member("demo-1.0.dist-info/weights.bin", size)
    assert isinstance(member.content, FileContent)
    source = Path(member.content.source)
    match fault:
        case "longer":
            source.write_bytes(bytes(size + 1))
        case "shorter":
            member = with_content(member, size=size + 1)
        case "later":
            member = with_content(member, mtime_ns=1)
        case "other":
            member = with_content(member, expected=UNKNOWN)
        case "gone":
            source.unlink()

    with pytest.raises(ChangedWhileReadingError) as caught, drafted(tmp_path / "archive") as file:
        archive_formats()[name].write(file, [member], epoch=0, progress=silent)

    assert member.path == caught.value.path
    assert set() == names(tmp_path)


@every_format
@pytest.mark.parametrize("size", [1_000, 9_000_000])
def test_a_file_that_changes_while_it_is_read_refuses_the_archive(
    name: str, size: int, file_member: Callable[..., Member], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    members = [file_member("demo-1.0.dist-info/weights.bin", size), file_member("demo-1.0.dist-info/z", 5)]
    changed = members[0]
    assert isinstance(changed.content, FileContent)
    source = changed.content.source
    original = os.fstat
    asked = []

    def touching(descriptor: int) -> os.stat_result:
        if os.path.samestat(original(descriptor), os.stat(source)):
            asked.append(descriptor)
            if len(asked) == 2:  # the first is at the beginning
                os.utime(source, (1, 1))
        return original(descriptor)

    monkeypatch.setattr(os, "fstat", touching)
    with pytest.raises(ChangedWhileReadingError) as caught, drafted(tmp_path / "archive") as file:
        archive_formats()[name].write(file, members, epoch=0, progress=silent)

    assert changed.path == caught.value.path
    assert set() == names(tmp_path)


@every_format
@pytest.mark.parametrize("size", [1_000, 9_000_000])
@pytest.mark.parametrize("reason", [KeyboardInterrupt, SystemExit, RuntimeError])
def test_an_interrupted_write_leaves_nothing(
    name: str, size: int, reason: type[BaseException], file_member: Callable[..., Member], tmp_path: Path
) -> None:
    members = [file_member(f"demo-1.0.dist-info/{number}", size) for number in range(8)]

    def interrupt(_path: str, _count: int) -> None:
        raise reason

    with pytest.raises(reason), drafted(tmp_path / "archive") as file:
        archive_formats()[name].write(file, members, epoch=0, progress=interrupt)

    assert set() == names(tmp_path)


@every_format
def test_a_file_that_cannot_be_read_is_told(name: str, tmp_path: Path) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    member = Member(path=archive_path(METADATA), content=FileContent(source=str(folder), size=10))

    with pytest.raises(SourceError, match=r"check the disk|reading is not permitted"), drafted(tmp_path / "a") as file:
        archive_formats()[name].write(file, [member], epoch=0, progress=silent)

    assert set() == names(tmp_path)


@every_format
def test_a_late_content_of_another_size_is_a_bug_of_its_author(name: str, tmp_path: Path) -> None:
    late = LateContent(size=3, pieces=lambda _digests: [b"fo", b"ur"])
    member = Member(path=archive_path(METADATA), content=late)

    with pytest.raises(ValueError, match="4 bytes rendered, 3 foretold"), drafted(tmp_path / "archive") as file:
        archive_formats()[name].write(file, [member], epoch=0, progress=silent)

    assert set() == names(tmp_path)
