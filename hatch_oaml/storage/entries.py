"""A member as it lies in an archive, with what its format puts around it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from hatch_oaml.records.members import BytesContent, FileContent, LateContent
from hatch_oaml.values.digests import BLOCK
from hatch_oaml.values.errors import ChangedWhileReadingError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from hatch_oaml.records.members import Digests
    from hatch_oaml.values.digests import Sha256
    from hatch_oaml.values.paths import ArchivePath


class Entry(NamedTuple):
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
    return b"".join(rendered_blocks(entry, digests))


def rendered_blocks(entry: Entry, digests: Digests) -> Iterator[bytes]:
    """`rendered`, in blocks that are worth to be written; raises what that raises."""
    if not isinstance(entry.content, LateContent):
        raise TypeError(entry)
    foretold, size = entry.content.size, 0
    for block in _gathered(entry.content.pieces(digests)):
        size += len(block)
        if size > foretold:
            break
        yield block
    if size != foretold:
        raise ValueError(f"{entry.path}: {size} bytes rendered, {foretold} foretold")


def _gathered(pieces: Iterable[bytes]) -> Iterator[bytes]:
    gathered: list[bytes] = []
    size = 0
    for piece in pieces:
        gathered.append(piece)
        size += len(piece)
        if size >= BLOCK:
            yield b"".join(gathered)
            gathered, size = [], 0
    yield b"".join(gathered)


def as_expected(entry: Entry, digest: Sha256) -> Sha256:
    """An equal one: the very one that was expected, since of very many members two of each take much room.

    :raises ChangedWhileReadingError: another digest was expected.
    """
    expected = entry.content.expected if isinstance(entry.content, FileContent) else None
    if expected is None:
        return digest
    if expected != digest:
        raise ChangedWhileReadingError(entry.path)
    return expected


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
