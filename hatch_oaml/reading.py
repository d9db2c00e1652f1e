"""One file read: its bytes once, into the facts that a release or a base record keeps of it."""

from __future__ import annotations

import hashlib
import os
import re
import stat
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from functools import lru_cache, partial
from typing import TYPE_CHECKING

from hatch_oaml import notices, weights
from hatch_oaml.bilingual import Bilingual
from hatch_oaml.digests import Sha256, sha256
from hatch_oaml.errors import ChangedWhileReadingError, SourceError
from hatch_oaml.inventory import LfsPointer, ReleaseFile

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from hatch_oaml.paths import ArchivePath
    from hatch_oaml.roles import Kind, Role

BLOCK = 1 << 20
WHOLE = 16 << 20
"""Files up to this many bytes are read in one piece, for their notices; of larger ones only the start is searched."""

_POINTER = re.compile(
    rb"\Aversion https://git-lfs\.github\.com/spec/v1\r?\n(?:ext-[^\n]*\n)*"
    rb"oid sha256:(?P<oid>[0-9a-f]{64})\r?\nsize (?P<size>\d+)\r?\n?\Z"
)
_POINTER_SIZE = 1024


def parse_pointer(data: bytes) -> LfsPointer | None:
    """A Git LFS pointer, by https://github.com/git-lfs/git-lfs/blob/main/docs/spec.md; None if `data` is none."""
    found = _POINTER.match(data) if len(data) < _POINTER_SIZE else None
    return LfsPointer(sha256=sha256(found["oid"].decode()), size=int(found["size"])) if found else None


def read_file(path: ArchivePath, source: str, role: Role, kind: Kind, root: str) -> ReleaseFile:
    """The facts of one file; a model file's digest stays unknown, since its bytes are read when they are written.

    :raises SourceError: the file cannot be read.
    """
    try:
        status = os.stat(source)
        if not stat.S_ISREG(status.st_mode):
            raise SourceError(
                Bilingual(en=f"{source}: is no regular file", zh=f"{source}：不是普通文件"),
            )
        if role == "model":
            return _read_model_file(path, source, kind, root, status)
        return _read_text_file(path, source, role, kind, root, status)
    except OSError as error:
        raise unreadable(source, error) from error


def unreadable(source: str, error: OSError) -> SourceError:
    reason = error.strerror or str(error)
    return SourceError(
        Bilingual(
            en=f"{source}: cannot be read: {reason}; make it readable or leave it out of the release",
            zh=f"{source}：无法读取：{reason}；请使其可读，或将其排除在发布之外",
        )
    )


def _read_model_file(path: ArchivePath, source: str, kind: Kind, root: str, status: os.stat_result) -> ReleaseFile:
    pointer = None
    if status.st_size < _POINTER_SIZE:
        with open(source, "rb") as file:
            pointer = parse_pointer(file.read(_POINTER_SIZE))
    facts = None if pointer else weights.inspect(path, source)
    shards = None
    if weights.is_index(path):  # where `tool.oaml.roles` calls an index a part of the model
        with open(source, "rb") as file:
            shards = weights.inspect_index(path, file.read(weights.LARGEST_INDEX + 1))
    return ReleaseFile(
        path=path,
        source=source,
        role="model",
        kind=facts.kind if facts and facts.kind != "weights" else kind,
        size=status.st_size,
        mtime_ns=status.st_mtime_ns,
        executable=bool(status.st_mode & stat.S_IXUSR),
        target=_link_target(source, root),
        pointer=pointer,
        weights=facts,
        shards=shards,
        notices=notices.extract_metadata(path, facts.metadata) if facts else (),
    )


def _read_text_file(
    path: ArchivePath, source: str, role: Role, kind: Kind, root: str, status: os.stat_result
) -> ReleaseFile:
    with open(source, "rb") as stream:
        facts = read_text(path, role, kind, iter(partial(stream.read, BLOCK), b""))
    return replace(
        facts,
        source=source,
        mtime_ns=status.st_mtime_ns,
        executable=bool(status.st_mode & stat.S_IXUSR),
        target=_link_target(source, root),
    )


def read_text(path: ArchivePath, role: Role, kind: Kind, blocks: Iterable[bytes | memoryview]) -> ReleaseFile:
    """The facts of what is no model file, from its bytes wherever they lie; `source` is left empty."""
    digest = hashlib.sha256()
    start = bytearray()
    size = 0
    for block in blocks:
        digest.update(block)
        size += len(block)
        if len(start) < WHOLE:
            start += block
    extraction = notices.extract(path, bytes(start))
    return ReleaseFile(
        path=path,
        source="",
        role=role,
        kind=kind,
        size=size,
        sha256=Sha256(digest.hexdigest()),
        pointer=parse_pointer(bytes(start)) if size < _POINTER_SIZE else None,
        shards=weights.inspect_index(path, bytes(start)),
        notices=extraction.notices,
        fingerprint=extraction.fingerprint,
        not_a_contribution=extraction.not_a_contribution,
        unread=extraction.unread if size <= len(start) else _only_the_start(size),
    )


def _only_the_start(size: int) -> Bilingual:
    return Bilingual(
        en=f"of its {size:,} bytes only the first {WHOLE:,} were searched for notices",
        zh=f"文件共 {size:,} 字节，只在前 {WHOLE:,} 字节中查找了声明",
    )


@lru_cache(maxsize=65536)
def _real_folder(folder: str, root: str) -> tuple[str, bool]:
    """The folder without symbolic links, and whether there was one on the way from `root`."""
    real = os.path.realpath(folder)
    return real, real != os.path.realpath(root) + folder[len(root) :]


def _link_target(source: str, root: str) -> str | None:
    """Where a symbolic link on the way from `root` to `source` led to; None without one."""
    if not source.startswith(f"{root}{os.sep}"):
        return None  # what Hatchling's `force-include` brings from outside is reached by no link of the tree
    folder, _, name = source.rpartition(os.sep)
    real, is_linked = _real_folder(folder, root)
    if os.path.islink(source):
        return os.path.realpath(source)
    return os.path.join(real, name) if is_linked else None


def hash_files(files: Iterable[ReleaseFile], progress: Callable[[str, int], None]) -> Mapping[ArchivePath, Sha256]:
    """The digests of files that have none yet, read side by side, each byte once.

    :raises ChangedWhileReadingError: a file no longer has its size.
    :raises SourceError: a file cannot be read.
    """
    unknown = sorted((file for file in files if file.sha256 is None), key=lambda file: -file.size)
    with ThreadPoolExecutor(max_workers=min(4, os.cpu_count() or 1)) as pool:
        digests = pool.map(lambda file: _hash_file(file, progress), unknown)
        return {file.path: digest for file, digest in zip(unknown, digests, strict=True)}


def digest_tensors(files: Iterable[ReleaseFile], progress: Callable[[str, int], None]) -> tuple[ReleaseFile, ...]:
    """The model files among `files` with their own digests and those of their tensors, each byte read once.

    Git LFS pointers are left out: they have no tensors.

    :raises ChangedWhileReadingError: a file no longer has its size.
    :raises SourceError: a file cannot be read.
    """
    models = sorted(
        (file for file in files if file.role == "model" and file.pointer is None), key=lambda file: -file.size
    )
    # each file keeps two threads busy
    with ThreadPoolExecutor(max_workers=max(1, min(4, (os.cpu_count() or 1) // 2))) as pool:
        return tuple(pool.map(lambda file: _with_tensor_digests(file, progress), models))


def _with_tensor_digests(file: ReleaseFile, progress: Callable[[str, int], None]) -> ReleaseFile:
    try:
        digested = weights.tensor_digests(file.path, file.source, partial(progress, file.path))
    except OSError as error:
        raise unreadable(file.source, error) from error
    if digested.size != file.size:
        raise ChangedWhileReadingError(file.path)
    facts = replace(file.weights, tensors=digested.tensors) if file.weights else None
    return replace(file, sha256=digested.sha256, weights=facts)


def _hash_file(file: ReleaseFile, progress: Callable[[str, int], None]) -> Sha256:
    digest = hashlib.sha256()
    buffer = memoryview(bytearray(BLOCK))
    size = 0
    try:
        with open(file.source, "rb", buffering=0) as source:
            while count := source.readinto(buffer):
                digest.update(buffer[:count])
                size += count
                progress(file.path, count)
    except OSError as error:
        raise unreadable(file.source, error) from error
    if size != file.size:
        raise ChangedWhileReadingError(file.path)
    return Sha256(digest.hexdigest())
