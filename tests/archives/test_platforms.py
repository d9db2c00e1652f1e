"""Where a system lacks a call, the bytes are the same."""

from __future__ import annotations

import errno
import mmap
import os
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from hatch_oaml.archives import archive_formats, digests_of
from hatch_oaml.storage import draft as _draft, output as _output
from hatch_oaml.storage.draft import drafted
from hatch_oaml.storage.output import FileStorage
from hatch_oaml.values.errors import WriteError
from tests.members import silent

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from hatch_oaml.records.members import Digests, Member

    Written = Callable[..., tuple[Path, Digests]]

every_format = pytest.mark.parametrize("name", list(archive_formats()))


@every_format
def test_without_calls_for_places_in_files(
    name: str, mixed_members: Sequence[Member], written: Written, epoch: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    expected, digests = written(name, mixed_members)
    data = expected.read_bytes()
    for call in ("pwritev", "pwrite", "preadv", "posix_fallocate", "posix_fadvise"):
        monkeypatch.delattr(os, call, raising=False)

    path, _ = written(name, mixed_members)

    assert data == path.read_bytes()
    with closing(archive_formats()[name].read(path)) as reading:
        assert digests == digests_of(reading, silent)
        assert reading.deviation(digests, epoch=epoch) is None


@pytest.mark.skipif(not hasattr(os, "posix_fallocate"), reason="the system has no such call")
def test_on_a_file_system_that_cannot_set_space_aside(
    mixed_members: Sequence[Member], written: Written, monkeypatch: pytest.MonkeyPatch
) -> None:
    expected = written("tar", mixed_members)[0].read_bytes()

    def refuse(*_arguments: int) -> None:
        raise OSError(errno.EOPNOTSUPP, "not supported")

    monkeypatch.setattr(os, "posix_fallocate", refuse)

    assert expected == written("tar", mixed_members)[0].read_bytes()


@pytest.mark.skipif(not hasattr(os, "posix_fallocate"), reason="the system has no such call")
def test_a_disk_that_is_full_is_told_before_the_first_byte(
    mixed_members: Sequence[Member], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_arguments: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "posix_fallocate", refuse)
    told: list[str] = []

    with pytest.raises(WriteError, match="not enough space on the disk"), drafted(tmp_path / "a.tar") as file:
        archive_formats()["tar"].write(file, mixed_members, epoch=0, progress=lambda path, _count: told.append(path))

    assert not told
    assert not (tmp_path / "a.tar").exists()


@pytest.mark.skipif(not hasattr(os, "O_DIRECT"), reason="the system has no such flag")
@pytest.mark.parametrize("refused", [False, True], ids=["past the cache", "refused there"])
@every_format
def test_large_blocks_past_the_page_cache(
    name: str, mixed_members: Sequence[Member], written: Written, monkeypatch: pytest.MonkeyPatch, *, refused: bool
) -> None:
    expected = written(name, mixed_members)[0].read_bytes()
    pwrite = os.pwrite
    offsets: list[int] = []

    def watched(descriptor: int, data: memoryview, offset: int) -> int:
        offsets.append(offset)
        if refused:
            raise OSError(errno.EINVAL, "Invalid argument")
        return pwrite(descriptor, data, offset)

    monkeypatch.setattr(_output, "_DIRECT_FROM", 1)
    monkeypatch.setattr(_output, "_DIRECT_PIECE", mmap.PAGESIZE)
    monkeypatch.setattr(os, "pwrite", watched)

    path, _ = written(name, mixed_members)

    assert expected == path.read_bytes()
    assert offsets
    assert {0} == {offset % mmap.PAGESIZE for offset in offsets}


@pytest.mark.skipif(not hasattr(os, "pwritev"), reason="the system has no such call")
def test_a_write_that_was_cut_short_goes_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pwrite = os.pwrite
    monkeypatch.setattr(os, "pwritev", lambda file, pieces, offset: pwrite(file, b"".join(pieces)[:3], offset))
    monkeypatch.setattr(os, "pwrite", lambda file, data, offset: pwrite(file, data[:2], offset))

    with (tmp_path / "a").open("w+b") as file:
        FileStorage(file).write_pieces_at(1, [b"abcd", b"efgh", b"i"])

    assert (tmp_path / "a").read_bytes() == b"\0abcdefghi"


def test_where_open_files_cannot_be_renamed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_draft, "_WINDOWS", True)
    (tmp_path / ".a.partial-1-00000000").write_bytes(b"left")

    with drafted(tmp_path / "a") as file:
        file.write(b"x")
    with pytest.raises(ZeroDivisionError), drafted(tmp_path / "b"):
        _ = 1 // 0

    assert ["a"] == [path.name for path in tmp_path.iterdir()]
