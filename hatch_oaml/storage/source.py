"""A file, or an object in a store, that must stay what it was judged to be, from opening to closing."""

from __future__ import annotations

import io
import os
from contextlib import contextmanager
from functools import partial
from typing import TYPE_CHECKING

from hatch_oaml import stores
from hatch_oaml.storage.os_errors import cannot_read
from hatch_oaml.values.addresses import scheme_of
from hatch_oaml.values.digests import BLOCK
from hatch_oaml.values.errors import ChangedWhileReadingError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from hatch_oaml.records.members import FileContent
    from hatch_oaml.values.errors import SourceError
    from hatch_oaml.values.paths import ArchivePath

_FLAGS = os.O_RDONLY | getattr(os, "O_BINARY", 0)


def whole(path: ArchivePath, content: FileContent) -> bytes:
    """All bytes of a small file.

    :raises ChangedWhileReadingError: if size or time are not as noted, or not at the end what they were at the start.
    :raises SourceError: if it cannot be read.
    """
    if content.pin is not None:
        fetched = bytearray(content.size)
        read_object(path, content.source, content.pin)(0, memoryview(fetched))
        return bytes(fetched)
    try:
        descriptor = os.open(content.source, _FLAGS)
        try:
            before = os.fstat(descriptor)
            data = os.read(descriptor, content.size + 1)
            after = os.fstat(descriptor)
        finally:
            os.close(descriptor)
    except OSError as error:
        raise _failure(path, content, error) from error
    if len(data) != content.size or not _unchanged(content, before, after):
        raise ChangedWhileReadingError(path)
    return data


def blocks(path: ArchivePath, content: FileContent, capacity: Callable[[int], memoryview]) -> Iterator[memoryview]:
    """All bytes of a file, each block in the `capacity` that was given for at most so many; raises what `whole` raises."""
    rest = content.size
    with held_to(path, content) as file:
        while rest:
            buffer = capacity(min(rest, BLOCK))
            count = file.readinto(buffer)
            if not count:
                raise ChangedWhileReadingError(path)
            yield buffer[:count]
            rest -= count


def read_range(path: ArchivePath, content: FileContent, offset: int, buffer: memoryview) -> None:
    """Fills the buffer with what stands in the file from `offset` on; raises what `whole` raises."""
    if content.pin is not None:
        read_object(path, content.source, content.pin)(offset, buffer)
        return
    with held_to(path, content) as file:
        file.seek(offset)
        while buffer:
            count = file.readinto(buffer)
            if not count:
                raise ChangedWhileReadingError(path)
            buffer = buffer[count:]


def stretch(path: ArchivePath, content: FileContent, offset: int, size: int) -> Iterator[memoryview]:
    """So many bytes from `offset` on, in one buffer that is used again; raises what `whole` raises."""
    buffer = memoryview(bytearray(min(size, BLOCK)))
    with _held_at(path, content, offset, size) as file:
        while size:
            count = file.readinto(buffer[:size])
            if not count:
                raise ChangedWhileReadingError(path)
            yield buffer[:count]
            size -= count


@contextmanager
def _held_at(path: ArchivePath, content: FileContent, offset: int, size: int) -> Iterator[io.RawIOBase]:
    """As `held_to`, open where the stretch begins; of an object nothing behind its end is asked for."""
    if content.pin is None:
        with held_to(path, content) as file:
            file.seek(offset)
            yield file
        return
    from hatch_oaml.storage.far_file import FarFile  # noqa: PLC0415  # as in `held_to`

    read = read_object(path, content.source, content.pin)
    with FarFile(size, lambda begin, block: read(offset + begin, block)) as far:
        yield far


@contextmanager
def held_to(path: ArchivePath, content: FileContent) -> Iterator[io.RawIOBase]:
    """The file, open to be read from its beginning: when this begins and when it ends it is what was noted.

    Of an object in a store each range that is read is held to its pin. Raises what `whole` raises.
    """
    if content.pin is not None:
        # threads take long to import, and only what lies in a store is fetched by them
        from hatch_oaml.storage.far_file import FarFile  # noqa: PLC0415

        with FarFile(content.size, read_object(path, content.source, content.pin)) as far:
            yield far
        return
    try:
        with io.FileIO(content.source) as file:
            before = os.fstat(file.fileno())
            if not _unchanged(content, before, before):
                raise ChangedWhileReadingError(path)
            yield file
            after = os.fstat(file.fileno())
    except OSError as error:
        raise _failure(path, content, error) from error
    if not _unchanged(content, before, after):
        raise ChangedWhileReadingError(path)


def read_object(path: ArchivePath, address: str, pin: str) -> Callable[[int, memoryview], None]:
    """What fills a buffer from an offset of an object in a store; raises what `whole` raises."""
    return partial(_read_object, stores.connected(scheme_of(address)), path, address, pin)


def _read_object(
    store: stores.Store, path: ArchivePath, address: str, pin: str, offset: int, buffer: memoryview
) -> None:
    try:
        store.read_range(address, pin, offset, buffer)
    except ChangedWhileReadingError as error:
        raise ChangedWhileReadingError(path) from error  # its path in the release, where the store knows the address


def _unchanged(content: FileContent, before: os.stat_result, after: os.stat_result) -> bool:
    return (
        before.st_size == after.st_size == content.size
        and before.st_mtime_ns == after.st_mtime_ns
        and content.mtime_ns in {None, after.st_mtime_ns}
    )


def _failure(path: ArchivePath, content: FileContent, error: OSError) -> SourceError:
    if isinstance(error, FileNotFoundError):
        return ChangedWhileReadingError(path)
    return cannot_read(content.source, error)
