"""An archive may be cut into volumes, for hubs that limit the size of a file; `cat` joins them."""

from __future__ import annotations

import glob
import os
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, closing, contextmanager, suppress
from typing import TYPE_CHECKING

from hatch_oaml.storage.bytes_at import FileBytes, blocks_at
from hatch_oaml.storage.draft import Draft, flush_folder, remove_orphans, require_space, terminable
from hatch_oaml.storage.locks import locked, stem_beside
from hatch_oaml.storage.os_errors import as_write_error
from hatch_oaml.storage.output import FileStorage
from hatch_oaml.storage.volume_files import CHECKSUMS, joined_volumes, told_in, volume_path, volumes_of
from hatch_oaml.values.bilingual import Bilingual
from hatch_oaml.values.digests import RunningSha256, Sha256
from hatch_oaml.values.errors import WriteError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from hatch_oaml.storage.bytes_at import SizedBytesAt
    from hatch_oaml.storage.output import Bytes

_MOST = 999


@contextmanager
def drafted_volumes(target: Path, volume_size: int, *, capacity: int = 0) -> Iterator[Volumes]:
    """Volumes of `target` to be written like one file: `NAME.001`, `NAME.002`, … and their `SHA256SUMS.volumes`.

    As with `drafted`, they get their names when all went well, and nothing new is left otherwise. What an earlier run
    left under these names, or as a whole, is gone then.

    :raises WriteError: for whatever the file system refuses, and if there would be more than 999 volumes.
    """
    with terminable(), as_write_error(target):
        with locked(target):
            remove_orphans(target.parent, f".{glob.escape(target.name)}.[0-9][0-9][0-9]")
        require_space(target.parent, capacity)
        volumes = Volumes(target, volume_size)
        try:
            yield volumes
            checksums = volumes.checksums()
            with locked(target), locked(target.parent / CHECKSUMS), _put_aside([target, *_volumes_there(target)]):
                volumes.publish()
                with volumes.unpublished_on_failure():
                    _write_checksums(target.parent, checksums)
        except BaseException:
            volumes.discard()
            raise
        flush_folder(target.parent)


def remove_volumes(target: Path) -> None:
    """The whole, if it is there, stays.

    :raises WriteError: for whatever the file system refuses.
    """
    with as_write_error(target), locked(target):
        for path in _volumes_there(target):
            path.unlink()
    forget_removed(target.parent)


def forget_removed(folder: Path) -> None:
    """What the checksums tell of archives that are gone is told no more.

    :raises WriteError: for whatever the file system refuses.
    """
    with as_write_error(folder / CHECKSUMS), locked(folder / CHECKSUMS):
        if (folder / CHECKSUMS).exists():
            _write_checksums(folder, {})


class Volumes:
    """Several files that are written as if they were one."""

    def __init__(self, target: Path, volume_size: int) -> None:
        self._target = target
        self._volume_size = volume_size
        self._drafts: list[Draft] = []
        self._storages: list[FileStorage] = []
        self._published: list[Path] = []

    def reserve(self, size: int) -> None:
        needed = -(-size // self._volume_size)
        if needed > _MOST:
            raise WriteError(
                Bilingual(
                    en=f"{self._target}: would take {needed:,} volumes, and at most {_MOST} can be numbered; make volumes larger",
                    zh=f"{self._target}：需要 {needed:,} 个分卷，而编号最多到 {_MOST}；请增大分卷大小",
                )
            )
        for number in range(1, needed + 1):
            draft = Draft(volume_path(self._target, number))
            self._drafts.append(draft)
            self._storages.append(FileStorage(draft.file))
            self._storages[-1].reserve(min(self._volume_size, size - (number - 1) * self._volume_size))

    def block_end(self, offset: int) -> int:
        number, inside = divmod(offset, self._volume_size)
        end = min(self._storages[number].block_end(inside), self._volume_size)
        return number * self._volume_size + end

    def write_at(self, offset: int, data: Bytes) -> None:
        self.write_pieces_at(offset, [data])

    def write_pieces_at(self, offset: int, pieces: Sequence[Bytes]) -> None:
        number, inside = divmod(offset, self._volume_size)
        if inside + sum(map(len, pieces)) <= self._volume_size:
            self._storages[number].write_pieces_at(inside, pieces)
            return
        data = memoryview(b"".join(pieces))
        while data:
            self._storages[number].write_at(inside, data[: self._volume_size - inside])
            data = data[self._volume_size - inside :]
            number, inside = number + 1, 0

    def truncate(self, size: int) -> None:
        """Volumes that nothing is left in are no more."""
        needed = max(1, -(-size // self._volume_size))
        while len(self._drafts) > needed:
            self._storages.pop()
            self._drafts.pop().discard()
        self._storages[-1].truncate(size - (needed - 1) * self._volume_size)

    def read_back(self) -> SizedBytesAt:
        return joined_volumes([draft.path for draft in self._drafts])

    def checksums(self) -> dict[str, Sha256]:
        """The digest of each volume and of the whole, by name; each byte is read once more for both."""
        whole = RunningSha256()
        digests = {}
        with ThreadPoolExecutor(1) as pool:
            for number, draft in enumerate(self._drafts, 1):
                volume = RunningSha256()
                with closing(FileBytes(draft.path)) as source:
                    for block in blocks_at(source, 0, source.size):
                        hashing = pool.submit(whole.update, block)
                        volume.update(block)
                        hashing.result()  # the buffer will be read into next
                digests[volume_path(self._target, number).name] = volume.digest()
        return digests | {self._target.name: whole.digest()}

    def publish(self) -> None:
        """The first comes last: without it no reader takes the others for an archive. All get their names, or none."""
        with self.unpublished_on_failure():
            for number, draft in reversed(list(enumerate(self._drafts, 1))):
                draft.publish()
                self._published.append(volume_path(self._target, number))

    @contextmanager
    def unpublished_on_failure(self) -> Iterator[None]:
        try:
            yield
        except BaseException:
            with ExitStack() as each:  # the next too where one cannot be removed
                while self._published:
                    each.callback(self._published.pop().unlink, missing_ok=True)
            raise

    def discard(self) -> None:
        with ExitStack() as each:
            for draft in self._drafts:
                each.callback(draft.discard)


def _write_checksums(folder: Path, new: dict[str, Sha256]) -> None:
    """Adds to what is told of other archives, and drops what is told of those that are gone."""
    told = told_in(folder) | new
    kept = {name: digest for name, digest in told.items() if (folder / name).exists() or volumes_of(folder / name)}
    if not kept:
        (folder / CHECKSUMS).unlink(missing_ok=True)
        return
    draft = Draft(folder / CHECKSUMS)
    try:
        draft.file.write("".join(f"{kept[name]}  {name}\n" for name in sorted(kept)).encode())
        draft.publish()
    except BaseException:
        draft.discard()
        raise


def _volumes_there(target: Path) -> list[Path]:
    return sorted(target.parent.glob(f"{glob.escape(target.name)}.[0-9][0-9][0-9]"))


@contextmanager
def _put_aside(paths: Sequence[Path]) -> Iterator[None]:
    """What is there of `paths` has another name meanwhile; it is gone then, or back if something goes wrong."""
    aside: dict[Path, Path] = {}
    try:
        for path in paths:
            if path.exists():
                other = path.with_name(f"{stem_beside(path.name)}.partial-{os.getpid()}-{os.urandom(4).hex()}")
                path.replace(other)
                aside[path] = other
        yield
    except BaseException:
        with ExitStack() as each:
            for path, other in aside.items():
                each.callback(other.replace, path)
        raise
    for other in aside.values():
        with suppress(OSError):  # no longer anybody's: the next build removes what is left
            other.unlink()
