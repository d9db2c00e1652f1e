"""What every kind of store offers, and what it answers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from hatch_oaml.values.frozen import frozen

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping


@frozen
class StoredObject:
    """One object; `pin` proves that it is the same one: its version, or the store's own tag of its content."""

    address: str
    size: int
    pin: str


@frozen
class PartLimits:
    """How large a part but the last one is at `least`, each at `most`, in bytes, and how many there may be."""

    least: int
    most: int
    count: int


class Store(Protocol):
    """Objects by their addresses. All methods may be called from several threads, and none prints.

    All raise `SourceError` where something is to be read, `WriteError` where it is to be written: there is no such object or
    bucket, it is not permitted, the store cannot be reached. Messages name bucket and key only, and no credentials. What a
    store refuses for the moment (HTTP 503) is asked again by its own library.
    """

    writable: bool
    part_limits: PartLimits
    """All 0 where nothing can be written."""

    def list(self, address: str) -> Iterator[StoredObject]:
        """All objects below a prefix, which is taken for a folder: `a` has `a/b`, and neither `a` nor `ab`."""

    def stat(self, address: str) -> StoredObject:
        """The object as it stands."""

    def read_range(self, address: str, pin: str, offset: int, buffer: memoryview) -> None:
        """Fills the whole buffer.

        :raises ChangedWhileReadingError: the object is gone, or is another one than `pin` tells.
        :raises SourceError: it ends before.
        """

    def begin(self, address: str) -> str:
        """An upload in parts, by the name that the store gives it; nothing can be seen of it until it is finished."""

    def put_part(self, address: str, upload: str, number: int, data: bytes | bytearray) -> str:
        """Sends a part, in any order; parts count from 1. A part sent again takes the place of the one before.

        The SHA-256 goes with it, and the store refuses what arrives otherwise. Answers what `finish` needs.
        """

    def parts(self, address: str, upload: str) -> Mapping[int, int]:
        """The sizes of the parts that have arrived, by their numbers."""

    def finish(self, address: str, upload: str, tokens: Mapping[int, str]) -> StoredObject:
        """Makes one object of the parts; `tokens` are what `put_part` answered, by number.

        :raises WriteError: an object has that address already: it stays, and so does the upload.
        """

    def abort(self, address: str, upload: str) -> None:
        """Lets the store forget an upload and its parts; one that is gone already is no error."""

    def unfinished(self, address: str) -> Iterator[str]:
        """The uploads to this very address that were begun, and neither finished nor aborted."""

    def delete(self, stored: StoredObject) -> None:
        """Takes away that version of the object alone; what stands there since is left."""


@frozen
class StoreKind:
    """A member of the family: which schemes it serves, and the extra that `connect`, which is given one of them, needs."""

    name: str
    schemes: tuple[str, ...]
    extra: str
    connect: Callable[[str], Store]
    """:raises ImportError: the extra is not installed."""
