"""A member as it lies in an archive, with what its format puts around it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from hatch_oaml.records.members import BytesContent, FileContent, LateContent

if TYPE_CHECKING:
    from collections.abc import Callable

    from hatch_oaml.records.members import Digests
    from hatch_oaml.values.digests import Sha256
    from hatch_oaml.values.paths import ArchivePath


@dataclass(frozen=True, slots=True)
class Entry:
    """A member as it lies in an archive: `head`, its content, then `tail` zero bytes.

    Where `crc_at` is given, the content's CRC-32 is put into the head at that place, little-endian. Where `head_for` is
    given, what it answers for the content's digest takes the place of the head, which is as long.
    """

    path: ArchivePath
    content: FileContent | BytesContent | LateContent
    head: bytes
    tail: int = 0
    crc_at: int | None = None
    head_for: Callable[[Sha256], bytes] | None = None

    @property
    def size(self) -> int:
        return len(self.head) + self.content.size + self.tail


def rendered(entry: Entry, digests: Digests) -> bytes:
    """:raises ValueError: if it is not of the size that was foretold; a fault of the caller."""
    if not isinstance(entry.content, LateContent):
        raise TypeError(entry)
    data = entry.content.render(digests)
    if len(data) != entry.content.size:
        raise ValueError(f"{entry.path}: {len(data)} bytes rendered, {entry.content.size} foretold")
    return data


def finished_head(entry: Entry, digest: Sha256, crc: int | None) -> bytes:
    """The head of the entry, once its content is known."""
    if entry.head_for is not None:
        return entry.head_for(digest)
    if crc is None or entry.crc_at is None:
        return entry.head
    return entry.head[: entry.crc_at] + little_endian(crc) + entry.head[entry.crc_at + 4 :]


def little_endian(crc: int) -> bytes:
    """As ZIP writes a CRC-32."""
    return crc.to_bytes(4, "little")
