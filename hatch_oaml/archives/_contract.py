"""What every archive format is given, and what it answers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, runtime_checkable

from hatch_oaml.storage.opening import opened
from hatch_oaml.values.frozen import frozen

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path
    from typing import BinaryIO

    from hatch_oaml.records.listing import Target
    from hatch_oaml.records.members import Digests, FileContent, Member, Progress, StoredMember
    from hatch_oaml.storage.bytes_at import SizedBytesAt
    from hatch_oaml.storage.entries import Entry
    from hatch_oaml.storage.output import Storage
    from hatch_oaml.values.bilingual import Bilingual


class Writer(Protocol):
    """Writes `members`, in the order given, into an empty file or volumes; answers the digest of each.

    The bytes depend on the members and `epoch` alone (seconds since 1970, UTC): not on clock, locale, user, umask,
    platform, CPython or zlib.

    :raises ChangedWhileReadingError: a file is not what it was.
    :raises SourceError: a file cannot be read.
    :raises OSError: the archive cannot be written; `drafted` tells that as a `WriteError` with the archive's name.
    """

    def __call__(
        self, file: BinaryIO | Storage, members: Sequence[Member], *, epoch: int, progress: Progress
    ) -> Digests: ...


class Layout(Protocol):
    """Says where every byte of an archive lies before the first of them is there.

    Answers its entries one behind the other, and what follows the last.
    """

    def __call__(self, members: Sequence[Member], *, epoch: int) -> tuple[Iterator[Entry], bytes]: ...


class Reading(Protocol):
    """A finished archive, open to be read; to be left by `close`, or by `with contextlib.closing(…)`.

    Whoever made it: no member has a name that leads out of the folder where it is unpacked, none is a link or a device,
    no name comes twice, and no member yields more bytes than its `size`, nor fewer.
    """

    side_by_side: bool
    """Whether several threads gain from reading members at once; they always may."""
    tells_modes: bool
    """Whether the mode bits of its members are those that were written: of files on a disk they need not be."""

    @property
    def members(self) -> Sequence[StoredMember]:
        """In the order of the archive."""

    def blocks(self, member: StoredMember) -> Iterator[memoryview]:
        """The member's bytes, in a buffer that is used again and again.

        :raises SourceError: the archive is damaged.
        """

    def deviation(self, digests: Digests, /, *, epoch: int) -> Bilingual | None:
        """What stands outside of the members' contents, and is not what our writer of this format puts there.

        With the contents proven by `digests` (of all members), None means that the archive has the very bytes that
        were written.

        :raises SourceError: the archive cannot be read.
        """

    def close(self) -> None: ...


@runtime_checkable
class Located(Protocol):
    """A reading whose members others can read without it."""

    def bare(self, member: StoredMember) -> FileContent | int | None:
        """Where the member's bytes stand as they are: in a file of their own, or from so many bytes on in the archive.

        None where only the reading can make them.
        """


class AnybodysReading(Reading, Protocol):
    """As `Reading`, of what anybody wrote: `links` are the names of those that are no members, since nobody follows them."""

    links: list[str]


@frozen
class ArchiveFormat:
    """One way to write a release down.

    `target` is Hatchling's target whose archives have this format; `capacity` is how many bytes an archive of the members
    takes at most. `parse` takes over the duty to close what it is given, unless it raises `SourceError`: for what is no
    archive of this format, is cut short, or is unsafe to unpack. What else a format's bytes depend on stands in its own
    envelope: nothing in the members tells of the format. With `layout` an archive can be made in parts by several workers;
    it is None where the place or the value of a byte depends on contents that come before it.
    """

    name: str
    target: Target
    suffix: str
    write: Writer
    parse: Callable[[SizedBytesAt], Reading]
    capacity: Callable[[Sequence[Member]], int]
    layout: Layout | None = None

    def read(self, path: Path) -> Reading:
        """The archive at `path`, or the one that the volume at `path` belongs to.

        :raises SourceError: as `parse` does, and if it cannot be opened.
        """
        return opened(path, self.parse)
