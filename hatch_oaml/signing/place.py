"""Where the signature of an archive lies: beside a file, and within a folder."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hatch_oaml.storage.opening import is_layout, whole_of
from hatch_oaml.storage.short_file import short_file, short_file_or_pipe
from hatch_oaml.storage.store_path import StorePath
from hatch_oaml.values.bilingual import Bilingual
from hatch_oaml.values.errors import SourceError

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

SUFFIX = ".sig"
IN_FOLDER = "model.sig"
_LONGEST = 1 << 30
"""Bytes: more than a statement of a million files takes."""


def place_of(archive: Path) -> Path:
    """Where one is written: `NAME.sig` beside an archive, its volumes or an image layout, `model.sig` in any other folder."""
    if archive.is_dir() and not is_layout(archive):
        return archive / IN_FOLDER
    whole = whole_of(archive)
    return whole.with_name(f"{whole.name}{SUFFIX}")


def signature_beside(archive: Path, place: Path | None = None) -> tuple[Path, bytes | None]:
    """Where it is looked for, and its bytes; None where nothing lies.

    :param place: elsewhere than at its usual places.
    :raises SourceError: it cannot be read.
    """
    read = short_file_or_pipe if place else short_file
    for candidate in (place,) if place else _usual(archive):
        data = _bytes(candidate, read)
        if data is not None:
            return candidate, data
    return place or place_of(archive), None


def _usual(archive: Path) -> list[Path]:
    whole = archive.absolute()
    beside = [whole.with_name(f"{whole.name}{SUFFIX}")] if archive.is_dir() and whole.name else []
    return [place_of(archive), *beside]


def _bytes(path: Path, read: Callable[[Path, int], bytes]) -> bytes | None:
    if isinstance(path, StorePath):
        return _bytes_in_store(path)
    try:
        data = read(path, _LONGEST)
    except FileNotFoundError:
        return None
    except OSError as error:
        raise _unreadable(path, error.strerror or type(error).__name__) from error
    if len(data) > _LONGEST:
        raise _unreadable(path, "longer than any signature 超过任何签名的长度")
    return data


def _bytes_in_store(path: StorePath) -> bytes | None:
    stored = path.stored()
    if stored is None:
        return None
    if stored.size > _LONGEST:
        raise _unreadable(path, "longer than any signature 超过任何签名的长度")
    data = bytearray(stored.size)
    path.store.read_range(stored.address, stored.pin, 0, memoryview(data))
    return bytes(data)


def _unreadable(path: Path, reason: str) -> SourceError:
    return SourceError(
        Bilingual(
            en=f"{path}: the signature cannot be read ({reason}); mend the file or its rights, or fetch it again",
            zh=f"{path}：签名无法读取（{reason}）；请修复该文件或其权限，或重新获取",
        )
    )
