"""A release archive that is written into a store, by whom the environment names; its signature beside it."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from hatch_oaml.packing.signature_beside import bundle_over
from hatch_oaml.parts.cut import cut_for
from hatch_oaml.parts.faults import not_as_sent
from hatch_oaml.parts.reading_back import reads_back
from hatch_oaml.parts.stored_archive import refuse_existing, uploaded
from hatch_oaml.parts.writing import write_parts
from hatch_oaml.signing.place import SUFFIX
from hatch_oaml.storage.draft import undisturbed

if TYPE_CHECKING:
    from collections.abc import Iterator
    from concurrent.futures import Executor
    from pathlib import Path

    from hatch_oaml.archives import ArchiveFormat, Layout
    from hatch_oaml.packing.assembly import Assembly
    from hatch_oaml.parts.stored_archive import StoredArchive
    from hatch_oaml.records.listing import Written
    from hatch_oaml.records.members import Digests, Progress
    from hatch_oaml.signing.signer import Signer
    from hatch_oaml.stores import Store


class InAStore:
    """The archive at `address`; `notes_in` is where uploads that were begun are noted."""

    def __init__(
        self,
        store: Store,
        address: str,
        form: ArchiveFormat,
        executor: Executor,
        notes_in: Path,
        volume_size: int | None = None,
        signer: Signer | None = None,
    ) -> None:
        """:raises ValueError: archives of that format cannot be made in parts; a fault of the caller."""
        if form.layout is None:
            raise ValueError(form.name)
        self._layout: Layout = form.layout
        self._store = store
        self._address = address
        self._form = form
        self._executor = executor
        self._notes_in = notes_in
        self._volume_size = volume_size
        self._signer = signer
        self._signature: bytes | None = None
        self._digests: Digests = {}

    @contextmanager
    def opening(self, assembly: Assembly, written: Written) -> Iterator[StoredArchive]:
        """:raises WriteError: as `uploaded` does, and if something is at the address, or is not there as it was sent."""
        cut = cut_for(self._form.capacity(assembly.members), self._store.part_limits, self._volume_size)
        for ending in sorted({"", SUFFIX, *cut.endings}):
            refuse_existing(self._store, f"{self._address}{ending}")
        with uploaded(self._store, self._address, cut, self._notes_in) as archive:
            yield archive
            archive.finish()
            entries, _ = self._layout(assembly.members, epoch=written.epoch)
            if not reads_back(archive.read_at, list(entries), self._digests, assembly.legal):
                raise not_as_sent(self._address)
            if self._signature is not None:
                self._put_beside(self._signature)

    def write(self, place: StoredArchive, assembly: Assembly, written: Written, progress: Progress) -> Digests:
        entries, end = self._layout(assembly.members, epoch=written.epoch)
        self._digests = write_parts(place, entries, end, self._executor, progress)
        return self._digests

    def sign(self, _place: StoredArchive, root: str, digests: Digests) -> None:
        if self._signer is not None:
            self._signature = bundle_over(self._signer, root, digests)

    def _put_beside(self, data: bytes) -> None:
        address = f"{self._address}{SUFFIX}"
        upload, stored = None, None
        try:
            with undisturbed():
                upload = self._store.begin(address)
            tokens = {1: self._store.put_part(address, upload, 1, data)}
            with undisturbed():
                stored = self._store.finish(address, upload, tokens)
        except BaseException:
            if stored is not None:
                self._store.delete(stored)
            elif upload is not None:
                self._store.abort(address, upload)
            raise
