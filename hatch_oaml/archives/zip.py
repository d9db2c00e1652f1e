"""The release archive as a ZIP file whose members are stored."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hatch_oaml.archives._contract import ArchiveFormat
from hatch_oaml.archives._zip import write_zip, zip_size
from hatch_oaml.archives._zip_reading import ZipReading
from hatch_oaml.storage.output import storage_of

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import BinaryIO

    from hatch_oaml.records.members import Digests, Member, Progress
    from hatch_oaml.storage.output import Storage


def _write(file: BinaryIO | Storage, members: Sequence[Member], *, epoch: int, progress: Progress) -> Digests:
    return write_zip(storage_of(file), members, epoch=epoch, progress=progress)


FORMAT = ArchiveFormat(name="zip", target="oaml", suffix=".zip", write=_write, parse=ZipReading, capacity=zip_size)
