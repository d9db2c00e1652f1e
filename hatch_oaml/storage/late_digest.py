"""The digest of a stream some parts of which come late, if little enough follows the first of them to be kept."""

from __future__ import annotations

from concurrent.futures import Future, ThreadPoolExecutor
from typing import TYPE_CHECKING

from hatch_oaml.values.digests import RunningSha256

if TYPE_CHECKING:
    from hatch_oaml.storage.output import Bytes
    from hatch_oaml.values.digests import Sha256

_MOST_KEPT = 1 << 24


class LateDigest:
    """Hashes behind one's back; its methods are for one thread, and it is to be left by `close`."""

    def __init__(self) -> None:
        self._running = RunningSha256()
        self._pool = ThreadPoolExecutor(1)
        self._kept: list[bytes] = []  # what follows the first part that is late
        self._late: list[int] = []  # which of them are
        self._size = 0

    def close(self) -> None:
        self._pool.shutdown(cancel_futures=True)

    def add(self, data: Bytes) -> tuple[Future[None], ...]:
        """The data must stay as it is until what is answered is done."""
        if not self._late:
            return (self._pool.submit(self._running.update, data),)
        self._size += len(data)
        if self._size <= _MOST_KEPT:
            self._kept.append(bytes(data))
        return ()

    def set_aside(self) -> None:
        """The next part is late."""
        self._late.append(len(self._kept))
        self._kept.append(b"")

    def fill(self, number: int, data: bytes) -> None:
        """The late part that was set aside as number such, counted from 0."""
        self._kept[self._late[number]] = data

    def digest(self) -> Sha256 | None:
        """When all is added and filled; None if too much came behind a late part."""
        if self._size > _MOST_KEPT:
            return None
        self._pool.shutdown()
        for data in self._kept:
            self._running.update(data)
        return self._running.digest()
