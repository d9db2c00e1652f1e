"""The tensors of weight files in an archive digested while its members are: each byte is read once for both."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from typing import TYPE_CHECKING

from hatch_oaml.weights import TensorHash

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from hatch_oaml.archives import Reading
    from hatch_oaml.records.members import Digests, StoredMember
    from hatch_oaml.records.tensors import Weights
    from hatch_oaml.values.bilingual import Bilingual
    from hatch_oaml.values.paths import ArchivePath


class TensorReading:
    """An archive whose blocks, as they go by, are hashed tensor by tensor too: in a thread of its own."""

    def __init__(self, reading: Reading, headers: Mapping[ArchivePath, Weights]) -> None:
        self.members = reading.members
        self.side_by_side = reading.side_by_side
        self.tells_modes = reading.tells_modes
        self._reading = reading
        self._headers = headers
        self._hashed: dict[ArchivePath, TensorHash] = {}

    def blocks(self, member: StoredMember) -> Iterator[memoryview]:
        header = self._headers.get(member.path)
        if header is None or not header.tensors:
            yield from self._reading.blocks(member)
            return
        hashed = TensorHash(header.tensors)
        with ThreadPoolExecutor(max_workers=1) as pool:
            for block in self._reading.blocks(member):
                pending = pool.submit(hashed.update, block)
                yield block
                pending.result()  # the buffer is about to be filled again
        self._hashed[member.path] = hashed

    def headers_with_digests(self) -> Mapping[ArchivePath, Weights]:
        """Those of the members that were read to their end."""
        return {path: replace(self._headers[path], tensors=hashed.tensors()) for path, hashed in self._hashed.items()}

    def deviation(self, digests: Digests, /, *, epoch: int) -> Bilingual | None:
        return self._reading.deviation(digests, epoch=epoch)

    def close(self) -> None:
        self._reading.close()
