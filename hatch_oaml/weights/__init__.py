"""The facts of a weight file: the format is found by the file's content, then by its name."""

from __future__ import annotations

import io
from contextlib import contextmanager
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from hatch_oaml.records.tensors import Weights
from hatch_oaml.values.families import member, names
from hatch_oaml.values.patterns import Patterns
from hatch_oaml.weights._content import PACKED, Certainty, Content, content_of, is_compressed, may_be_weights
from hatch_oaml.weights._contract import LARGEST_READ, WINDOW, BrokenError, UnreadError, WeightFile, WeightFormat
from hatch_oaml.weights._digesting import Digested, TensorHash, digest, digest_tensors, untold
from hatch_oaml.weights._downloaders import is_of_downloader
from hatch_oaml.weights._index import LARGEST_INDEX, inspect_index, is_index
from hatch_oaml.weights._kinds import kind_of
from hatch_oaml.weights._not_weights import impostor, is_lfs_pointer
from hatch_oaml.weights._seeking import FileAt

if TYPE_CHECKING:
    import os
    from collections.abc import Callable, Iterator
    from typing import BinaryIO

    from hatch_oaml.values.paths import ArchivePath

__all__ = [
    "LARGEST_INDEX",
    "Certainty",
    "Content",
    "Digested",
    "TensorHash",
    "content",
    "content_of_bytes",
    "digest",
    "digest_tensors",
    "inspect",
    "inspect_bytes",
    "inspect_index",
    "inspect_source",
    "is_index",
    "kind_of",
    "may_be_weights",
    "tensor_digests",
    "weight_formats",
]


def _format_in(name: str) -> WeightFormat:
    found: WeightFormat = member(__name__, name, "FORMAT")
    return found


@cache
def _names(path: tuple[str, ...]) -> list[str]:
    """The folder is listed once: an archive may have thousands of members."""
    return names(path)


@cache
def weight_formats() -> tuple[WeightFormat, ...]:
    """Every format, in the order of its module's name."""
    return tuple(map(_format_in, names(__path__)))


def inspect(path: ArchivePath, source: str | os.PathLike[str]) -> Weights | None:
    """What the header of the file at `source` says; None if it is no weight file by its name nor its content.

    A file whose name promises weights, and that cannot be parsed, has `faults`. No bytes make it raise, and none of
    the tensors' own bytes are read. A Git LFS pointer is no weight file.
    """
    with _opened(path, source) as file:
        return inspect_source(file)


def inspect_bytes(path: ArchivePath, size: int, read_at: Callable[[int, memoryview], None]) -> Weights | None:
    """As `inspect`, of `size` bytes that lie in no file of their own: `read_at` fills a buffer from an offset."""
    with io.BufferedReader(FileAt(size, read_at), WINDOW) as stream:
        return inspect_source(WeightFile(path, stream, size))


def tensor_digests(path: ArchivePath, source: str | os.PathLike[str], told: Callable[[int], None] = untold) -> Digested:
    """The file's digest, and its tensors with theirs; the file's bytes are read once, behind its header.

    What has no tensors that we can place (no weight file, a compressed one) has the file's digest all the same.
    """
    weights = inspect(path, source)
    with Path(source).open("rb", buffering=0) as file:
        return digest(file, weights.tensors if weights else (), told)


def content(path: ArchivePath, file: BinaryIO, size: int) -> Content | None:
    """What an open file of `size` bytes is by its bytes, whatever it is called; None if they are no weights'.

    Its position is anywhere afterwards.
    """
    return content_of(WeightFile(path, file, size), _by_content)


def content_of_bytes(path: ArchivePath, size: int, read_at: Callable[[int, memoryview], None]) -> Content | None:
    """As `content`, of bytes as `inspect_bytes` reads them."""
    with io.BufferedReader(FileAt(size, read_at), WINDOW) as stream:
        return content_of(WeightFile(path, stream, size), _by_content)


@contextmanager
def _opened(path: ArchivePath, source: str | os.PathLike[str]) -> Iterator[WeightFile]:
    with Path(source).open("rb") as file:
        yield WeightFile(path, file, file.seek(0, 2))


def inspect_source(source: WeightFile) -> Weights | None:
    """As `inspect`, wherever the bytes lie."""
    if is_lfs_pointer(source):
        return None
    by_content = _by_content(source)
    if by_content:
        return _read(by_content, source)
    by_name = _by_name(source.path)
    if by_name is None:
        return _read_packed(source)
    fault = impostor(source)
    if fault:
        return Weights(format=by_name.name, faults=(fault,))
    return _read(by_name, source)


def _read_packed(source: WeightFile) -> Weights | None:
    """Of a compressed or packed file no more than its format, and what a pickle at its start would import."""
    found = content_of(source, _by_content) if may_be_weights(source.head) else None
    if found is None:
        return None
    facts = _compressed_facts(source) if is_compressed(source.head) else None
    weights = Weights(format=found.format, imports=facts.imports if facts else (), unread=PACKED)
    return replace(weights, kind=kind_of(source.path, weights))


def _compressed_facts(source: WeightFile) -> Weights | None:
    # only a compressed file is worth the import
    from hatch_oaml.weights._packed import beginning, unpacked  # noqa: PLC0415

    start = beginning(source.path, unpacked(source, LARGEST_READ))
    recognized = _by_content(start)
    return _read(recognized, start) if recognized else None


def _by_content(source: WeightFile) -> WeightFormat | None:
    if is_of_downloader(source):
        return None
    return _by_suffix(source) or next((format_ for format_ in weight_formats() if _recognizes(format_, source)), None)


def _by_suffix(source: WeightFile) -> WeightFormat | None:
    """The format that has the file's suffix for a name, if it recognizes the content: then no other need be read."""
    suffix = source.path.rpartition(".")[2].lower()
    if suffix not in _names(tuple(__path__)):
        return None
    named = _format_in(suffix)
    return named if _recognizes(named, source) else None


def _recognizes(format_: WeightFormat, source: WeightFile) -> bool:
    try:
        return format_.recognizes(source)
    except (BrokenError, UnreadError):
        return False


def _by_name(path: ArchivePath) -> WeightFormat | None:
    name = path.rpartition("/")[2].lower()
    return next((format_ for format_ in weight_formats() if Patterns(format_.names).match(name)), None)


def _read(format_: WeightFormat, source: WeightFile) -> Weights:
    try:
        weights = format_.read(source)
    except BrokenError as error:
        weights = Weights(format=format_.name, faults=(error.fault,))
    except UnreadError as error:
        weights = Weights(format=format_.name, unread=error.reason)
    return replace(weights, kind=kind_of(source.path, weights))
