"""A release archive on a file system that is written by several workers: the same bytes as by one."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from hatch_oaml.parts.shared_file import SharedFile
from hatch_oaml.parts.writing import write_parts
from hatch_oaml.storage.output import FileStorage, storage_of

if TYPE_CHECKING:
    from collections.abc import Sequence
    from concurrent.futures import Executor
    from typing import BinaryIO

    from hatch_oaml.archives import ArchiveFormat
    from hatch_oaml.records.members import Digests, Member, Progress
    from hatch_oaml.storage.output import Storage


def by_workers(form: ArchiveFormat, executor: Executor) -> ArchiveFormat:
    """The format, written by whom `executor` has; as it was where no parts of it can be made before others."""
    layout = form.layout
    if layout is None:
        return form

    def write(file: BinaryIO | Storage, members: Sequence[Member], *, epoch: int, progress: Progress) -> Digests:
        storage = storage_of(file)
        if not isinstance(storage, FileStorage):
            return form.write(storage, members, epoch=epoch, progress=progress)
        size = form.capacity(members)
        storage.reserve(size)
        entries, end = layout(members, epoch=epoch)
        return write_parts(SharedFile(storage.path, size), entries, end, executor, progress)

    return replace(form, write=write)
