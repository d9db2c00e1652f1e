"""A member of an archive that was compressed in one piece: read once, and then asked as often as is wanted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hatch_oaml.values.digests import RunningSha256

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from hatch_oaml.archives import Reading
    from hatch_oaml.records.members import Digests, Progress, StoredMember
    from hatch_oaml.values.bilingual import Bilingual

_HEAD = 16 << 20
_TAIL = 1 << 20
"""Bytes of what is larger that are held: texts are read as far as that, and the headers of weights stand at the ends."""


class OnePass:
    """A `Reading` of this member alone; what was not held is zeros."""

    side_by_side = False
    tells_modes = False

    def __init__(self, reading: Reading, member: StoredMember, progress: Progress) -> None:
        """:raises SourceError: the archive is damaged."""
        self.members: Sequence[StoredMember] = (member,)
        running = RunningSha256()
        self._head, self._tail = bytearray(), bytearray()
        for block in reading.blocks(member):
            running.update(block)
            self._head += block[: _HEAD - len(self._head)]
            self._tail = (self._tail + block)[-_TAIL:]
            progress(member.path, len(block))
        self.digests: Digests = {member.path: running.digest()}

    def blocks(self, member: StoredMember) -> Iterator[memoryview]:
        yield memoryview(self._head)
        gap = member.size - len(self._head) - len(self._tail)
        nothing = bytes(min(max(gap, 0), _TAIL))
        while gap > 0:
            yield memoryview(nothing)[:gap]
            gap -= len(nothing)
        if member.size > len(self._head):
            yield memoryview(self._tail)[-(member.size - len(self._head)) :]

    def deviation(self, _digests: Digests, /, *, epoch: int) -> Bilingual | None:  # noqa: ARG002  # the protocol's
        return None

    def close(self) -> None:
        pass
