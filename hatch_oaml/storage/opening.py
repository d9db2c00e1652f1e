"""An archive's bytes are found where they lie: in one file, or in volumes."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING, TypeVar

from hatch_oaml.records.generated import MANIFEST
from hatch_oaml.storage.bytes_at import FileBytes
from hatch_oaml.storage.store_path import StorePath
from hatch_oaml.storage.volumes import joined_volumes, missing_volume, volumes_of
from hatch_oaml.values.bilingual import Bilingual
from hatch_oaml.values.errors import SourceError
from hatch_oaml.values.expressions import expression

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from hatch_oaml.storage.bytes_at import SizedBytesAt

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
    return all((folder / name).is_file() for name in (LAYOUT, INDEX)) and not (folder / MANIFEST).exists()


def whole_of(path: Path) -> Path:
    """What the volume at `path` is one of, by its name; `path` itself for what is no volume."""
    return path.with_suffix("") if _NUMBER.fullmatch(path.suffix) else path


def _bytes_of(path: Path) -> SizedBytesAt:
    whole = whole_of(path)
    if isinstance(path, StorePath):
        return _bytes_in_store(path, whole)
    if whole == path and path.exists():
        return FileBytes(path)
    missing = missing_volume(whole)
    if missing is not None:
        raise SourceError(
            Bilingual(
                en=f"{missing}: this volume is missing; put it beside the others",
                zh=f"{missing}：缺少此分卷；请将其与其他分卷放在同一目录",
            )
        )
    volumes = volumes_of(whole)
    return joined_volumes(volumes) if volumes else FileBytes(path)


def _bytes_in_store(path: StorePath, whole: Path) -> SizedBytesAt:
    # only what lies in a store is fetched by threads, which take long to import
    from hatch_oaml.storage.far_bytes import FarBytes  # noqa: PLC0415

    if whole != path:
        raise SourceError(
            Bilingual(
                en=f"{path}: volumes are read from a disk alone; fetch all of them, and name the first",
                zh=f"{path}：分卷只能从磁盘读取；请取回全部分卷，并指明第一个",
            )
        )
    return FarBytes(path)
