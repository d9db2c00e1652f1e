"""Model files read for their digests: each byte once, several files side by side."""

from __future__ import annotations

import os
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from hatch_oaml import weights
from hatch_oaml.facts_cache.cache import NO_CACHE
from hatch_oaml.project.on_disk import unreadable
from hatch_oaml.project.recalled_digests import recall_or_digest, recall_or_hash
from hatch_oaml.records.members import FileContent
from hatch_oaml.storage.source import held_to
from hatch_oaml.values.digests import BLOCK, RunningSha256
from hatch_oaml.values.errors import ChangedWhileReadingError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from contextlib import AbstractContextManager
    from io import RawIOBase

    from hatch_oaml.facts_cache.cache import FactsCache
    from hatch_oaml.records.inventory import ReleaseFile
    from hatch_oaml.values.digests import Sha256
    from hatch_oaml.values.paths import ArchivePath

_Read = TypeVar("_Read")
_AT_ONCE = 8 << 20
"""So many bytes are hashed in less time than threads take to be imported."""


def hash_files(
    files: Iterable[ReleaseFile], progress: Callable[[str, int], None], cache: FactsCache = NO_CACHE
) -> Mapping[ArchivePath, Sha256]:
    """The digests of files that have none yet, read side by side, each byte once.

    :param cache: of what was read before: no digest that a record or an archive is to state may come from one.
    :raises ChangedWhileReadingError: a file no longer has its size.
    :raises SourceError: a file cannot be read.
    """
    unknown = sorted((file for file in files if file.sha256 is None), key=lambda file: -file.size)
    read = partial(recall_or_hash, _hash_file, cache)
    if sum(file.size for file in unknown) <= _AT_ONCE:
        return {file.path: read(file, progress) for file in unknown}
    digests = _side_by_side(read, unknown, progress, min(4, os.cpu_count() or 1))
    return {file.path: digest for file, digest in zip(unknown, digests, strict=True)}


def digest_model_tensors(
    files: Iterable[ReleaseFile], progress: Callable[[str, int], None], cache: FactsCache = NO_CACHE
) -> tuple[ReleaseFile, ...]:
    """The model files among `files` with their own digests and those of their tensors, each byte read once.

    Git LFS pointers are left out: they have no tensors.

    :param cache: as for `hash_files`.
    :raises ChangedWhileReadingError: a file no longer has its size.
    :raises SourceError: a file cannot be read.
    """
    models = sorted(
        (file for file in files if file.role == "model" and file.pointer is None), key=lambda file: -file.size
    )
    # each file keeps two threads busy
    read = partial(recall_or_digest, _with_tensor_digests, cache)
    return _side_by_side(read, models, progress, max(1, min(4, (os.cpu_count() or 1) // 2)))


def _side_by_side(
    read: Callable[[ReleaseFile, Callable[[str, int], None]], _Read],
    files: Iterable[ReleaseFile],
    progress: Callable[[str, int], None],
    workers: int,
) -> tuple[_Read, ...]:
    """What `read` makes of each file; where one fails, or the whole is interrupted, the others end at their next block."""
    from concurrent.futures import ThreadPoolExecutor  # noqa: PLC0415  # only what is large is worth the import

    is_over = False

    def told(path: str, count: int) -> None:
        if is_over:
            raise _OverError
        progress(path, count)

    with ThreadPoolExecutor(max_workers=workers) as pool:
        try:
            return tuple(pool.map(lambda file: read(file, told), files))
        except BaseException:
            is_over = True
            raise


class _OverError(Exception):
    """In a thread that nobody waits for any more."""


def _with_tensor_digests(file: ReleaseFile, progress: Callable[[str, int], None]) -> ReleaseFile:
    try:
        digested = _tensor_digests(file, partial(progress, file.path))
    except OSError as error:
        raise unreadable(file.source, error) from error
    if digested.size != file.size:
        raise ChangedWhileReadingError(file.path)
    facts = replace(file.weights, tensors=digested.tensors) if file.weights else None
    return replace(file, sha256=digested.sha256, weights=facts)


def _tensor_digests(file: ReleaseFile, told: Callable[[int], None]) -> weights.Digested:
    if file.pin is None:
        return weights.tensor_digests(file.path, file.source, told)
    with _opened(file) as source:  # whose header is what was read of it before, by its pin
        return weights.digest(source, file.weights.tensors if file.weights else (), told)


def _opened(file: ReleaseFile) -> AbstractContextManager[RawIOBase]:
    if file.pin is None:
        return open(file.source, "rb", buffering=0)
    return held_to(file.path, FileContent(source=file.source, size=file.size, pin=file.pin))


def _hash_file(file: ReleaseFile, progress: Callable[[str, int], None]) -> Sha256:
    running = RunningSha256()
    buffer = memoryview(bytearray(BLOCK))
    try:
        with _opened(file) as source:
            while count := source.readinto(buffer):
                running.update(buffer[:count])
                progress(file.path, count)
    except OSError as error:
        raise unreadable(file.source, error) from error
    if running.size != file.size:
        raise ChangedWhileReadingError(file.path)
    return running.digest()
