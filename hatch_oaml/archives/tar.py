"""The release archive as a plain PAX tar."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hatch_oaml.archives._contract import ArchiveFormat
from hatch_oaml.archives._tar import tar_end, tar_entries, tar_size, write_tar
from hatch_oaml.archives._tar_reading import TarReading
from hatch_oaml.storage.output import storage_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from typing import BinaryIO

    from hatch_oaml.records.members import Digests, Member, Progress
    from hatch_oaml.storage.entries import Entry
    from hatch_oaml.storage.output import Storage


def _write(file: BinaryIO | Storage, members: Sequence[Member], *, epoch: int, progress: Progress) -> Digests:
    return write_tar(storage_of(file), members, epoch=epoch, progress=progress)


def _layout(members: Sequence[Member], *, epoch: int) -> tuple[Iterator[Entry], bytes]:
    return tar_entries(members, epoch=epoch), tar_end(members)


FORMAT = ArchiveFormat(
    name="tar",
    target="oaml",
    suffix=".tar",
    write=_write,
    parse=TarReading,
    capacity=tar_size,
    layout=_layout,
)
