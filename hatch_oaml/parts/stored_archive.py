"""An archive that comes into being in a store: uploads in equal parts, which are seen together at the end, or never."""

from __future__ import annotations

from contextlib import ExitStack, contextmanager, suppress
from typing import TYPE_CHECKING

from hatch_oaml.parts.faults import exists, not_as_sent
from hatch_oaml.parts.own_uploads import noted, sweep
from hatch_oaml.storage.draft import terminable, undisturbed
from hatch_oaml.values.errors import SourceError, WriteError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from hatch_oaml.parts.cut import Cut
    from hatch_oaml.parts.destination import Destination
    from hatch_oaml.stores import Store, StoredObject


@contextmanager
def uploaded(store: Store, address: str, cut: Cut, notes_in: Path) -> Iterator[StoredArchive]:
    """What begins as nothing, and is to be finished within.

    Whatever ends this early, Ctrl-C and SIGTERM included, leaves nothing: uploads are aborted, and objects that were finished
    are deleted. What a killed build of one's own left of the same archive is aborted first.

    :raises WriteError: the store refuses.
    """
    with terminable(), noted(notes_in, address) as notes:
        sweep(notes_in, address, store)
        archive = StoredArchive(store, address, cut)
        try:
            for each in archive.addresses:
                notes.begun(*archive.begin(each))
            yield archive
        except BaseException:
            archive.discard()
            notes.all_over()
            raise
        notes.all_over()


def refuse_existing(store: Store, address: str) -> None:
    """Before hours of work; whoever comes to the address meanwhile has it.

    :raises WriteError: something is there.
    """
    with suppress(SourceError):
        store.stat(address)
        raise exists(address)


class StoredArchive:
    """One object at `address`, or volumes `.001`, `.002`, … of it."""

    def __init__(self, store: Store, address: str, cut: Cut) -> None:
        self.part_size = cut.part_size
        self.addresses = [f"{address}{ending}" for ending in cut.endings]
        self._address = address
        self._store = store
        self._cut = cut
        self._tokens: dict[int, str] = {}
        self._uploads: dict[str, str] = {}
        self._finished: dict[str, StoredObject] = {}

    def begin(self, address: str) -> tuple[str, str]:
        """The address itself, and how the store calls its upload."""
        with undisturbed():  # or the store would keep an upload that nobody knows of
            self._uploads[address] = self._store.begin(address)
        return address, self._uploads[address]

    def destination(self) -> Destination:
        return {
            "uploads": list(self._uploads.items()),
            "parts_each": self._cut.parts_each,
            "part_size": self.part_size,
        }

    def take(self, tokens: Mapping[int, str]) -> None:
        self._tokens |= tokens

    def arrived(self) -> int:
        """Of a store that does not answer now, nothing; whether it works at all, the parts themselves tell."""
        with suppress(WriteError):
            return sum(sum(self._store.parts(*upload).values()) for upload in self._uploads.items())
        return 0

    def finish(self) -> None:
        """The first volume comes last: without it no reader takes the others for an archive.

        :raises WriteError: the store refuses, or an object has one of the addresses already.
        """
        each = self._cut.parts_each
        for number, address in reversed(list(enumerate(self.addresses))):
            own = range(number * each, (number + 1) * each)
            tokens = {part - own.start + 1: token for part, token in self._tokens.items() if part in own}
            with undisturbed():  # or it would have an object that nobody deletes
                self._finished[address] = self._store.finish(address, self._uploads[address], tokens)
            del self._uploads[address]
        if self._cut.size != sum(stored.size for stored in self._finished.values()):
            raise not_as_sent(self._address)

    def read_at(self, offset: int, buffer: memoryview) -> None:
        """Fills the buffer from what was finished.

        :raises SourceError: it cannot be read.
        """
        while buffer:
            number, begin = divmod(offset, self.part_size * self._cut.parts_each)
            stored = self._finished[self.addresses[number]]
            count = min(len(buffer), stored.size - begin)
            self._store.read_range(stored.address, stored.pin, begin, buffer[:count])
            offset, buffer = offset + count, buffer[count:]

    def discard(self) -> None:
        """:raises WriteError: the store refuses, and something is left."""
        with ExitStack() as each:  # the next too where one cannot be removed
            for address, upload in self._uploads.items():
                each.callback(self._store.abort, address, upload)
            for stored in self._finished.values():
                each.callback(self._store.delete, stored)
