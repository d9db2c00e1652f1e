"""What a command reads it never writes over, whatever name its output has."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from hatch_oaml.archives import format_of
from hatch_oaml.records.generated import MANIFEST
from hatch_oaml.reports import is_report
from hatch_oaml.storage.opening import whole_of
from hatch_oaml.storage.os_errors import cannot_write
from hatch_oaml.storage.short_file import short_file
from hatch_oaml.storage.store_path import StorePath
from hatch_oaml.storage.volume_files import CHECKSUMS, volumes_of
from hatch_oaml.values.bilingual import Bilingual
from hatch_oaml.values.errors import UsageError
from hatch_oaml.values.wheel_names import FOLDER

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    Identity = tuple[int, int]

_ON_THIS_MACHINE = "file://"
_BEGINNING = 1 << 20
"""Bytes by which an earlier report is known."""

_NO_TEXT = b"\0"


def refuse_what_is_read(
    outputs: Iterable[Path],
    named: Sequence[Path],
    found: Iterable[Path] = (),
    is_earlier: Callable[[bytes], bool] = is_report,
) -> None:
    """Nothing is asked where nothing lies at the places of `outputs`.

    :param named: what the call names: files, archives with all of their volumes, and folders with all that lies in them.
    :param found: files that are read beside.
    :param is_earlier: whether bytes are what an earlier call wrote: in a folder that is read, those alone may be replaced.
    :raises UsageError: something that is read would be lost, or a finished archive, or a file that is no text.
    """
    written = _standing_at(outputs)
    if not written:
        return
    sources = [_local(source) for source in named]
    _refuse_one_of(written, (file for source in sources for file in _volumes(source)))
    kept = {identity: path for identity, path in written.items() if not is_earlier(_beginning(path))}
    for path in kept.values():
        if _is_never_replaced(path):
            raise _own_file(path)
    if kept:
        _refuse_one_of(
            kept, (file for files in (map(_files_below, sources), [found]) for below in files for file in below)
        )


def _standing_at(outputs: Iterable[Path]) -> dict[Identity, Path]:
    found = ((_identity(path), path) for path in outputs if os.path.isfile(path))
    return {identity: path for identity, path in found if identity is not None}


def _refuse_one_of(written: Mapping[Identity, Path], files: Iterable[Path]) -> None:
    for file in files:
        identity = _identity(file)
        if identity is not None and identity in written:
            raise _own_file(written[identity])


def _is_never_replaced(path: Path) -> bool:
    """An archive, what no report and no record can be, and a file of an unpacked release."""
    if format_of(path) is not None or _NO_TEXT in _beginning(path):
        return True
    return any(os.path.isfile(folder / MANIFEST) for folder in path.resolve().parents)


def _beginning(path: Path) -> bytes:
    try:
        return short_file(path, _BEGINNING)
    except OSError as error:
        raise cannot_write(path, error) from error


def _identity(path: Path) -> Identity | None:
    """Whatever link or second name leads to it."""
    try:
        status = os.stat(path)
    except OSError:
        return None
    return status.st_dev, status.st_ino


def _local(source: Path) -> Path:
    """`source`, or what a `file:` address names; of other stores no file is here."""
    return Path(source.address.removeprefix(_ON_THIS_MACHINE)) if isinstance(source, StorePath) else source


def _volumes(source: Path) -> list[Path]:
    """The file at `source`, with all volumes that it is one of."""
    whole = whole_of(source)
    return [source, *volumes_of(whole), whole.with_name(CHECKSUMS)]


def _files_below(folder: Path) -> Iterator[Path]:
    """Of a wheel's metadata too what lies beside them, which is the wheel."""
    top = folder.absolute().parent if folder.name.endswith(FOLDER) else folder
    return (Path(above, name) for above, _, names in os.walk(top) for name in names)


def _own_file(path: Path) -> UsageError:
    return UsageError(
        Bilingual(
            en=f"{path}: is a file of the release itself, or of what is read here; name another place with `--output`",
            zh=f"{path}：是发布自身的文件，或此处所读取的文件；请以 `--output` 指定其他位置",
        )
    )
