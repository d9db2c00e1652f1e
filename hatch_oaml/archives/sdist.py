"""A source distribution: the tar in a gzip that stores, for weights do not shrink."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hatch_oaml.archives._contract import ArchiveFormat
from hatch_oaml.archives._gzip import StoredOutput, stored_size
from hatch_oaml.archives._gzip_reading import StoredBytes, inflated
from hatch_oaml.archives._tar import tar_size, write_tar
from hatch_oaml.archives._tar_reading import TarReading
from hatch_oaml.storage.damage import deviates_at
from hatch_oaml.storage.output import storage_of

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import BinaryIO

    from hatch_oaml.records.members import Digests, Member, Progress
    from hatch_oaml.storage.bytes_at import SizedBytesAt
    from hatch_oaml.storage.output import Storage
    from hatch_oaml.values.bilingual import Bilingual


def _write(file: BinaryIO | Storage, members: Sequence[Member], *, epoch: int, progress: Progress) -> Digests:
    output = StoredOutput(storage_of(file), epoch=epoch)
    digests = write_tar(output, members, epoch=epoch, progress=progress)
    output.finish()
    return digests


def _capacity(members: Sequence[Member]) -> int:
    return stored_size(tar_size(members))


class _Reading(TarReading):
    def __init__(self, source: SizedBytesAt) -> None:
        self._content = inflated(source)
        super().__init__(self._content)

    def deviation(self, digests: Digests, /, *, epoch: int) -> Bilingual | None:
        if not isinstance(self._content, StoredBytes):
            return deviates_at(self._content.name, 0)
        offset = self._content.deviation(epoch=epoch)
        if offset is not None:
            return deviates_at(self._content.name, offset)
        return super().deviation(digests, epoch=epoch)


FORMAT = ArchiveFormat(name="sdist", target="sdist", suffix=".tar.gz", write=_write, parse=_Reading, capacity=_capacity)
