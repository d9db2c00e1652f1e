"""The members of an archive: what is written, and what stands in a finished one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from hatch_oaml.values.frozen import frozen

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from hatch_oaml.values.digests import Sha256
    from hatch_oaml.values.paths import ArchivePath

    Digests = Mapping[ArchivePath, Sha256]


@frozen
class FileContent:
    """Bytes that lie in a file on disk: of `size` bytes, and with the digest `expected` if it is known.

    A writer reads each byte once, hashes it on the way, and raises `ChangedWhileReadingError` if the file no longer
    has this size, this digest, or the `mtime_ns` that it had when it was judged (where that was noted).
    With a `pin` they lie in a store, at the address `source`, and it is the pin that tells whether they changed.
    """

    source: str
    size: int
    expected: Sha256 | None = None
    mtime_ns: int | None = None
    pin: str | None = None


@frozen
class BytesContent:
    """Bytes at hand: small ones."""

    data: bytes

    @property
    def size(self) -> int:
        return len(self.data)


@frozen
class LateContent:
    """Bytes of a known size that tell of the other members' digests.

    `pieces` is called once all members that come before it in the sequence, and every `FileContent`, are written: it answers
    the bytes bit by bit, since of very many members there is very much to tell.
    """

    size: int
    pieces: Callable[[Digests], Iterable[bytes]]

    def render(self, digests: Digests) -> bytes:
        """All of them at once."""
        return b"".join(self.pieces(digests))


@frozen
class Member:
    """One file of an archive; `path` is the whole name in the archive, its root folder included."""

    path: ArchivePath
    content: FileContent | BytesContent | LateContent
    executable: bool = False


class Progress(Protocol):
    """Is told of bytes as they pass; may be called from several threads."""

    def __call__(self, path: str, count: int, /) -> None: ...


@frozen
class StoredMember:
    """One file in a finished archive; `offset` is where its bytes begin, as its format counts."""

    path: ArchivePath
    size: int
    executable: bool
    offset: int
