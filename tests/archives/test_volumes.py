from __future__ import annotations

import hashlib
import random
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from hatch_oaml.archives import archive_formats, digests_of, format_of
from hatch_oaml.records.members import BytesContent, Member
from hatch_oaml.storage.draft import drafted
from hatch_oaml.storage.opening import size_of
from hatch_oaml.storage.volume_files import CHECKSUMS
from hatch_oaml.storage.volumes import drafted_volumes, forget_removed, remove_volumes
from hatch_oaml.values.errors import ChangedWhileReadingError, SourceError, WriteError
from hatch_oaml.values.paths import archive_path
from tests.members import silent

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from hatch_oaml.records.members import Digests

    Written = Callable[..., tuple[Path, Digests]]

every_format = pytest.mark.parametrize("name", list(archive_formats()))


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def cut(target: Path, volume_size: int, data: bytes = b"") -> None:
    with drafted_volumes(target, volume_size) as volumes:
        volumes.reserve(len(data))
        volumes.write_at(0, data)


@every_format
def test_volumes_joined_are_the_archive_and_are_read_as_they_lie(
    name: str, mixed_members: Sequence[Member], written: Written, tmp_path: Path, epoch: int
) -> None:
    form = archive_formats()[name]
    whole, digests = written(name, mixed_members)
    folder = tmp_path / "volumes"
    folder.mkdir()
    target = folder / whole.name

    with drafted_volumes(target, 1_000_001, capacity=form.capacity(mixed_members)) as volumes:
        assert digests == form.write(volumes, mixed_members, epoch=epoch, progress=silent)

    paths = sorted(path for path in folder.iterdir() if path.name != CHECKSUMS)
    assert [f"{whole.name}.{number + 1:03}" for number in range(len(paths))] == [path.name for path in paths]
    assert {1_000_001} == {path.stat().st_size for path in paths[:-1]}
    assert whole.read_bytes() == b"".join(path.read_bytes() for path in paths)
    told = dict(line.split("  ")[::-1] for line in (folder / CHECKSUMS).read_text().splitlines())
    assert told == {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in [*paths, whole]}
    for path in (target, paths[0], paths[1]):
        assert form is format_of(path)
        with closing(form.read(path)) as reading:
            assert digests == digests_of(reading, silent)
            assert reading.deviation(digests, epoch=epoch) is None


def test_the_size_of_volumes_is_that_of_all_of_them(tmp_path: Path) -> None:
    cut(tmp_path / "a.tar", 5, b"twelve bytes")
    assert size_of(tmp_path / "a.tar.001") == size_of(tmp_path / "a.tar") == 12


def test_a_missing_volume_is_named(tmp_path: Path) -> None:
    noise = random.Random(0).randbytes(100_000)  # noqa: S311  # reproducible
    members = [Member(path=archive_path("a"), content=BytesContent(data=noise))]
    target = tmp_path / "a.tar"
    with drafted_volumes(target, 30_000) as volumes:
        archive_formats()["tar"].write(volumes, members, epoch=0, progress=silent)

    for missing in ("a.tar.003", "a.tar.001"):
        (tmp_path / missing).rename(tmp_path / "elsewhere")
        with pytest.raises(SourceError, match=rf"{missing}: this volume is missing; put it beside the others"):
            archive_formats()["tar"].read(tmp_path / "a.tar.002")
        (tmp_path / "elsewhere").rename(tmp_path / missing)

    (tmp_path / CHECKSUMS).unlink()
    (tmp_path / "a.tar.004").unlink()
    with pytest.raises(SourceError, match="ends too early"):
        archive_formats()["tar"].read(target)

    (tmp_path / "a.tar.002").unlink()
    with pytest.raises(SourceError, match=r"a\.tar\.002: this volume is missing"):
        archive_formats()["tar"].read(target)


def test_new_volumes_replace_all_of_an_earlier_run_and_no_others(tmp_path: Path) -> None:
    cut(tmp_path / "a.tar", 10, bytes(95))
    cut(tmp_path / "b.tar", 10, bytes(15))
    with drafted(tmp_path / "a.tar") as file:
        file.write(b"whole")

    cut(tmp_path / "a.tar", 50, bytes(95))

    assert [CHECKSUMS, "a.tar.001", "a.tar.002", "b.tar.001", "b.tar.002"] == names(tmp_path)
    lines = (tmp_path / CHECKSUMS).read_text().splitlines()
    assert ["a.tar", "a.tar.001", "a.tar.002", "b.tar", "b.tar.001", "b.tar.002"] == [line[66:] for line in lines]


def test_volumes_are_removed_with_what_is_told_of_them(tmp_path: Path) -> None:
    cut(tmp_path / "a.tar", 10, bytes(95))
    cut(tmp_path / "b.tar", 10, bytes(5))

    remove_volumes(tmp_path / "a.tar")
    assert [CHECKSUMS, "b.tar.001"] == names(tmp_path)

    (tmp_path / "b.tar.001").unlink()
    forget_removed(tmp_path)
    assert [] == names(tmp_path)

    forget_removed(tmp_path)
    remove_volumes(tmp_path / "b.tar")
    assert [] == names(tmp_path)


def test_volumes_that_are_given_up_leave_the_folder_as_it_was(tmp_path: Path) -> None:
    cut(tmp_path / "a.tar", 10, bytes(25))
    before = names(tmp_path)

    def give_up() -> None:
        with drafted_volumes(tmp_path / "a.tar", 5) as volumes:
            volumes.reserve(100)
            raise ChangedWhileReadingError("x")

    with pytest.raises(ChangedWhileReadingError):
        give_up()

    assert before == names(tmp_path)


def test_volumes_that_cannot_all_be_named_leave_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    original = type(tmp_path).replace

    def refusing(path: Path, target: Path) -> Path:
        if target.name.endswith(".003"):
            raise PermissionError(13, "Permission denied")
        return original(path, target)

    monkeypatch.setattr(type(tmp_path), "replace", refusing)
    with pytest.raises(WriteError, match="writing is not permitted"):
        cut(tmp_path / "a.tar", 10, bytes(50))

    assert [] == names(tmp_path)


@pytest.mark.parametrize("earlier", ["volumes", "whole"])
@pytest.mark.parametrize("refused", ["a.tar.005", "a.tar.001", CHECKSUMS])
def test_an_earlier_archive_is_back_if_not_all_volumes_can_be_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, earlier: str, refused: str
) -> None:
    if earlier == "volumes":
        cut(tmp_path / "a.tar", 10, bytes(25))
    else:
        (tmp_path / "a.tar").write_bytes(b"whole")
    before = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    original = type(tmp_path).replace

    def refusing(path: Path, target: Path) -> Path:
        if target.name == refused and b"new" in path.read_bytes() + b"new" * (refused == CHECKSUMS):
            raise OSError(5, "Input/output error")
        return original(path, target)

    monkeypatch.setattr(type(tmp_path), "replace", refusing)
    with pytest.raises(WriteError, match="Input/output error"):
        cut(tmp_path / "a.tar", 10, b"new volume" * 5)

    assert before == {path.name: path.read_bytes() for path in tmp_path.iterdir()}


def test_more_volumes_than_can_be_numbered_are_refused(tmp_path: Path) -> None:
    with pytest.raises(
        WriteError, match="would take 1,000 volumes, and at most 999 can be numbered; make volumes larger"
    ):
        cut(tmp_path / "a.tar", 10, bytes(9_991))

    assert [] == names(tmp_path)


def test_what_killed_runs_left_of_volumes_is_removed(tmp_path: Path) -> None:
    (tmp_path / ".a.tar.007.partial-1-00000000").write_bytes(b"left")
    (tmp_path / ".b.tar.007.partial-1-00000000").write_bytes(b"left")

    cut(tmp_path / "a.tar", 10, b"x")

    assert [".b.tar.007.partial-1-00000000", CHECKSUMS, "a.tar.001"] == names(tmp_path)
