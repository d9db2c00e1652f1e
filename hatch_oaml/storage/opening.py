"""An archive's bytes are found where they lie: in one file, or in volumes."""

from __future__ import annotations

import os
from contextlib import closing
from typing import TYPE_CHECKING, TypeVar

from hatch_oaml.records.generated import MANIFEST
from hatch_oaml.records.members import FileContent
from hatch_oaml.storage.bytes_at import FileBytes
from hatch_oaml.storage.damage import as_source_error
from hatch_oaml.storage.store_path import StorePath
from hatch_oaml.storage.volume_files import joined_volumes, missing_volume, no_such_volume, volumes_of
from hatch_oaml.values.expressions import expression

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from hatch_oaml.storage.bytes_at import SizedBytesAt
    from hatch_oaml.storage.volume_files import AnyPath

Read = TypeVar("Read")
LAYOUT, INDEX = "oci-layout", "index.json"
"""By these files at its top a folder is known for an image layout
(https://github.com/opencontainers/image-spec/blob/v1.1.0/image-layout.md)."""

_NUMBER = expression(r"\.\d{3}")


def opened(path: Path, read: Callable[[SizedBytesAt], Read]) -> Read:
    """What `read` makes of the archive at `path`; it takes over the duty to close it.

    :param path: the archive, or any of its volumes.
    :raises SourceError: the archive cannot be opened, or is refused by `read`.
    """
    source = _bytes_of(path)
    try:
        return read(source)
    except BaseException:
        source.close()
        raise


def size_of(path: Path) -> int:
    """Bytes of the archive at `path`, or of all the volumes that the one at `path` belongs to.

    :raises SourceError: it cannot be opened.
    """
    with closing(_bytes_of(path)) as source:
        return source.size


def is_layout(folder: Path) -> bool:
    """Is it an image layout, which holds a release as blobs?"""
    return all(os.path.isfile(folder / name) for name in (LAYOUT, INDEX)) and not os.path.exists(folder / MANIFEST)


def whole_of(path: AnyPath) -> AnyPath:
    """What the volume at `path` is one of, by its name; `path` itself for what is no volume."""
    return path.with_suffix("") if _NUMBER.fullmatch(path.suffix) else path


def files_of(path: Path) -> list[FileContent]:
    """The file of the archive at `path`, or its volumes in their order, each as it stands, for who reads them elsewhere.

    :raises SourceError: one is not there, or cannot be seen.
    """
    whole = whole_of(path)
    if isinstance(path, StorePath):
        # as above
        from hatch_oaml.storage.far_bytes import objects_of  # noqa: PLC0415

        objects = objects_of(path, whole_of(path))
        return [FileContent(source=stored.address, size=stored.size, pin=stored.pin) for stored in objects]
    files = [path] if whole == path and path.exists() else volumes_of(whole)
    return [_standing(file.absolute()) for file in files]


def _standing(file: Path) -> FileContent:
    with as_source_error(file):
        status = file.stat()
    return FileContent(source=str(file), size=status.st_size, mtime_ns=status.st_mtime_ns)


def _bytes_of(path: Path) -> SizedBytesAt:
    if isinstance(path, StorePath):
        # only what lies in a store is fetched by threads, which take long to import
        from hatch_oaml.storage.far_bytes import bytes_in_store  # noqa: PLC0415

        return bytes_in_store(path, whole_of(path))
    whole = whole_of(path)
    if whole == path and path.exists():
        return FileBytes(path)
    missing = missing_volume(whole)
    if missing is not None:
        raise no_such_volume(missing)
    volumes = volumes_of(whole)
    return joined_volumes(volumes) if volumes else FileBytes(path)
