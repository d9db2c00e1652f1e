"""Where the signature of an archive lies: beside a file, and within a folder."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hatch_oaml.storage.opening import is_layout, whole_of
from hatch_oaml.storage.short_file import short_file, short_file_or_pipe
from hatch_oaml.storage.store_path import StorePath
from hatch_oaml.values.bilingual import Bilingual
from hatch_oaml.values.errors import SourceError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

SUFFIX = ".sig"
IN_FOLDER = "model.sig"
_LEAST, _OF_A_FILE, _OF_A_NAME = 8 << 20, 512, 4
"""Bytes that a signature may have in any case, for each file, and for each byte of its path: a statement is JSON, in base64."""

_TOO_LONG = "longer than any signature of these files 超过这些文件的任何签名的长度"


def place_of(archive: Path) -> Path:
    """Where one is written: `NAME.sig` beside an archive, its volumes or an image layout, `model.sig` in any other folder."""
    if archive.is_dir() and not is_layout(archive):
        return archive / IN_FOLDER
    whole = whole_of(archive)
    return whole.with_name(f"{whole.name}{SUFFIX}")


def signature_beside(archive: Path, paths: Iterable[str], place: Path | None = None) -> tuple[Path, bytes | None]:
    """Where it is looked for, and its bytes; None where nothing lies.

    :param paths: of the files that it may be over: one over more is longer than any signature of theirs, and is not read.
    :param place: elsewhere than at its usual places.
    :raises SourceError: it cannot be read, or is that long.
    """
    read = short_file_or_pipe if place else short_file
    longest = _LEAST + sum(_OF_A_FILE + _OF_A_NAME * len(path.encode(errors="replace")) for path in paths)
    for candidate in (place,) if place else _usual(archive):
        data = _bytes(candidate, read, longest)
        if data is not None:
            return candidate, data
    return place or place_of(archive), None


def _usual(archive: Path) -> list[Path]:
    whole = archive.absolute()
    beside = [whole.with_name(f"{whole.name}{SUFFIX}")] if archive.is_dir() and whole.name else []
    return [place_of(archive), *beside]


def _bytes(path: Path, read: Callable[[Path, int], bytes], longest: int) -> bytes | None:
    if isinstance(path, StorePath):
        return _bytes_in_store(path, longest)
    try:
        if path.is_file() and path.stat().st_size > longest:
            raise _unreadable(path, _TOO_LONG)
        data = read(path, longest)
    except FileNotFoundError:
        return None
    except OSError as error:
        raise _unreadable(path, error.strerror or type(error).__name__) from error
    if len(data) > longest:
        raise _unreadable(path, _TOO_LONG)
    return data


def _bytes_in_store(path: StorePath, longest: int) -> bytes | None:
    stored = path.stored()
    if stored is None:
        return None
    if stored.size > longest:
        raise _unreadable(path, _TOO_LONG)
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
