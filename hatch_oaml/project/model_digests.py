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
from hatch_oaml.values.frozen import frozen

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from contextlib import AbstractContextManager
    from io import RawIOBase

    from hatch_oaml.facts_cache.cache import FactsCache
    from hatch_oaml.records.inventory import ReleaseFile
    from hatch_oaml.values.digests import Sha256
    from hatch_oaml.values.paths import ArchivePath

    Progress = Callable[[str, int], None]

_Read = TypeVar("_Read")
_AT_ONCE = 8 << 20
"""So many bytes are hashed in less time than threads take to be imported."""


def hash_files(
    files: Iterable[ReleaseFile], progress: Progress, cache: FactsCache = NO_CACHE, digesting: Digesting | None = None
) -> Mapping[ArchivePath, Sha256]:
    """The digests of files that have none yet, read side by side, each byte once.

    :param cache: of what was read before: no digest that a record or an archive is to state may come from one.
    :param digesting: by whom, if not by this process alone.
    :raises ChangedWhileReadingError: a file no longer has its size.
    :raises SourceError: a file cannot be read.
    """
    unknown = sorted((file for file in files if file.sha256 is None), key=lambda file: -file.size)
    by = digesting or alone()
    read = partial(recall_or_hash, by.hash_file, cache)
    if sum(file.size for file in unknown) <= _AT_ONCE:
        return {file.path: read(file, progress) for file in unknown}
    digests = _side_by_side(read, unknown, progress, by.at_once or min(4, os.cpu_count() or 1))
    return {file.path: digest for file, digest in zip(unknown, digests, strict=True)}


def digest_model_tensors(
    files: Iterable[ReleaseFile], progress: Progress, cache: FactsCache = NO_CACHE, digesting: Digesting | None = None
) -> tuple[ReleaseFile, ...]:
    """The model files among `files` with their own digests and those of their tensors, each byte read once.

    Git LFS pointers are left out: they have no tensors.

    :param cache: as for `hash_files`, and so is `digesting`.
    :raises ChangedWhileReadingError: a file no longer has its size.
    :raises SourceError: a file cannot be read.
    """
    models = sorted(
        (file for file in files if file.role == "model" and file.pointer is None), key=lambda file: -file.size
    )
    by = digesting or alone()
    read = partial(recall_or_digest, by.with_tensor_digests, cache)
    # each file keeps two threads busy
    return _side_by_side(read, models, progress, by.at_once or max(1, min(4, (os.cpu_count() or 1) // 2)))


def _side_by_side(
    read: Callable[[ReleaseFile, Progress], _Read],
    files: Iterable[ReleaseFile],
    progress: Progress,
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


def with_tensor_digests(file: ReleaseFile, progress: Progress) -> ReleaseFile:
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


def hash_file(file: ReleaseFile, progress: Progress) -> Sha256:
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


@frozen
class Digesting:
    """By whom files are digested, and how many `at_once` (None: as many as this machine bears).

    Both functions raise what `hash_files` raises, and tell of bytes as they pass or once they have.
    """

    hash_file: Callable[[ReleaseFile, Progress], Sha256]
    with_tensor_digests: Callable[[ReleaseFile, Progress], ReleaseFile]
    at_once: int | None = None


def alone() -> Digesting:
    """By the threads of this process."""
    return Digesting(hash_file=hash_file, with_tensor_digests=with_tensor_digests)
