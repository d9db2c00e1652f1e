"""The files of a folder as they lie on disk, links to files followed."""

from __future__ import annotations

import os
import stat
from pathlib import Path
from typing import TYPE_CHECKING

from hatch_oaml.project.on_disk import unreadable
from hatch_oaml.records.generated import MANIFEST
from hatch_oaml.records.members import FileContent
from hatch_oaml.storage.short_file import short_text
from hatch_oaml.storage.source import whole
from hatch_oaml.values.addresses import below
from hatch_oaml.values.bilingual import Bilingual
from hatch_oaml.values.errors import SourceError
from hatch_oaml.values.frozen import frozen
from hatch_oaml.values.paths import ArchivePath, archive_path

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hatch_oaml.storage.store_path import StorePath

_HISTORY = ".git"
_LONGEST = 256 << 20


@frozen
class FolderFile:
    """A file, or a folder that was not entered: then its `path` ends in `/`. `path` begins at the folder that was walked.

    With a `pin`, `source` is the address of an object in a store.
    """

    path: str
    source: str
    size: int
    executable: bool = False
    pin: str | None = None

    @property
    def is_folder(self) -> bool:
        return self.path.endswith("/")


def walk(root: str, above: str = "") -> Iterator[FolderFile]:
    """The files below `root`, each path behind `above`; git's own folder beside a release is not entered.

    :raises SourceError: a folder cannot be read, or something in it is neither a file nor a folder.
    """
    folders = [(above, root)]
    while folders:
        prefix, folder = folders.pop()
        try:
            entries = list(os.scandir(folder))
        except OSError as error:
            raise unreadable(folder, error) from error
        is_top = folder == root or any(entry.name == MANIFEST for entry in entries)
        for entry in entries:
            path = f"{prefix}{entry.name}"
            if not entry.is_dir(follow_symlinks=False):
                yield folder_file(path, entry.path)
            elif entry.name == _HISTORY and is_top:
                yield FolderFile(path=f"{path}/", source=entry.path, size=0)
            else:
                folders.append((f"{path}/", entry.path))


def walk_store(folder: StorePath) -> Iterator[FolderFile]:
    """The objects below a prefix, likewise; of an empty folder that a console shows nothing is told.

    :raises SourceError: the store cannot be asked, or an object has a name that no file can have.
    """
    start = below(folder.address, "")
    history = FolderFile(path=f"{_HISTORY}/", source=below(folder.address, _HISTORY), size=0)
    is_there = False
    for stored in folder.below():
        path = _name_below(start, stored.address)
        if path.startswith(f"{_HISTORY}/"):
            is_there = True
        else:
            yield FolderFile(path=path, source=stored.address, size=stored.size, pin=stored.pin)
    if is_there:
        yield history


def _name_below(start: str, address: str) -> str:
    try:
        return archive_path(address.removeprefix(start))
    except ValueError as error:
        raise SourceError(
            Bilingual(
                en=f"{address}: no file of a release can have this name, which {error}; delete that object, or give it another name",
                zh=f"{address}：发布中的文件不可能有此名称（{error}）；请删除该对象，或将其改名",
            )
        ) from error


def folder_file(path: str, source: str) -> FolderFile:
    """A hub's cache has links to its blobs in place of files: what a link leads to is what whoever loads it gets.

    :raises SourceError: it is gone, or no regular file.
    """
    try:
        status = os.stat(source)
    except OSError as error:
        raise (_no_file(source) if os.path.islink(source) else unreadable(source, error)) from error
    if not stat.S_ISREG(status.st_mode):
        raise _no_file(source)
    return FolderFile(path=path, source=source, size=status.st_size, executable=bool(status.st_mode & stat.S_IXUSR))


def bytes_of(file: FolderFile) -> bytes:
    """All of them.

    :raises ValueError: there are more than any paper of a release has.
    :raises OSError: it cannot be read.
    """
    if file.pin is None:
        return bounded(Path(file.source))
    if file.size > _LONGEST:
        raise ValueError("no object of such a length is ours")
    return whole(ArchivePath(file.path), FileContent(source=file.source, size=file.size, pin=file.pin))


def bounded(path: Path) -> bytes:
    """As `bytes_of`, of what may be no file; of what is no text the beginning alone."""
    if not path.is_file() or path.stat().st_size > _LONGEST:
        raise ValueError("no file of such a length is ours")
    return short_text(path, _LONGEST)


def _no_file(source: str) -> SourceError:
    return SourceError(
        Bilingual(
            en=f"{source}: a link to something else than a file, a device or a pipe, which no archive of hatch-oaml holds;"
            " put the file there, or delete it",
            zh=f"{source}：是指向非文件的链接、设备文件或管道，hatch-oaml 的归档中不会有；请将所需文件放在此处，或将其删除",
        )
    )
