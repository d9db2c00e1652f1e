"""A model file read: its header, into the facts that a release or a base record keeps of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hatch_oaml import weights
from hatch_oaml.project.on_disk import on_disk_at, unreadable
from hatch_oaml.records.inventory import ReleaseFile
from hatch_oaml.records.lfs_pointers import POINTER_SIZE, parse_pointer
from hatch_oaml.statements import statements_of_header
from hatch_oaml.storage.source import read_object

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from hatch_oaml.project.on_disk import OnDisk
    from hatch_oaml.records.notice import Notice
    from hatch_oaml.records.tensors import Weights
    from hatch_oaml.values.paths import ArchivePath
    from hatch_oaml.values.roles import Kind

_FRAMEWORK = "format"
"""The key that every safetensors file has: it names the framework that wrote it, and holds nobody's words."""


def model_file_at(path: ArchivePath, source: str, kind: Kind, root: str) -> ReleaseFile:
    """The facts of the model file at `source`; its digest stays unknown, since its bytes are read when they are written.

    :param root: the tree's, without a slash at its end.
    :raises SourceError: the file cannot be read.
    """
    try:
        return read_model_file(path, kind, on_disk_at(source, root))
    except OSError as error:
        raise unreadable(source, error) from error


def read_model_file(path: ArchivePath, kind: Kind, on_disk: OnDisk) -> ReleaseFile:
    """The facts of a model file, wherever it lies, by its header.

    :raises OSError: it cannot be read.
    :raises SourceError: likewise, of one in a store.
    """
    pointer = parse_pointer(_start_of(path, on_disk, POINTER_SIZE)) if on_disk.size < POINTER_SIZE else None
    facts = None if pointer else _inspected(path, on_disk)
    shards = None
    if weights.is_index(path):  # where `tool.oaml.roles` calls an index a part of the model
        shards = weights.inspect_index(path, _start_of(path, on_disk, weights.LARGEST_INDEX + 1))
    texts = {key: text for key, text in facts.metadata.items() if key != _FRAMEWORK} if facts else {}
    return ReleaseFile(
        path=path,
        role="model",
        kind=facts.kind if facts and facts.kind != "weights" else kind,
        pointer=pointer,
        weights=facts,
        shards=shards,
        notices=_notices_in(path, texts) if texts else (),
        statements=statements_of_header(texts) if texts else (),
        **on_disk._asdict(),
    )


def _notices_in(path: ArchivePath, texts: Mapping[str, str]) -> tuple[Notice, ...]:
    # most headers hold no words of anybody, and what recognises notices takes long to import
    from hatch_oaml.notices import extract_metadata  # noqa: PLC0415

    return extract_metadata(path, texts)


def read_at(path: ArchivePath, stored: OnDisk) -> Callable[[int, memoryview], None]:
    """How a file in a store is read from an offset on, in bytes.

    :raises SourceError: when called: it cannot be read, or has changed.
    """
    return read_object(path, stored.source, stored.pin or "")


def _start_of(path: ArchivePath, on_disk: OnDisk, at_most: int) -> bytes:
    if on_disk.pin is not None:
        data = bytearray(min(at_most, on_disk.size))
        read_at(path, on_disk)(0, memoryview(data))
        return bytes(data)
    with open(on_disk.source, "rb") as file:
        return file.read(at_most)


def _inspected(path: ArchivePath, on_disk: OnDisk) -> Weights | None:
    if on_disk.pin is not None:
        return weights.inspect_bytes(path, on_disk.size, read_at(path, on_disk))
    return weights.inspect(path, on_disk.source)
