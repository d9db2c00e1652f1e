"""An archive in a store, read at chosen places: each thread that reads on is given more at once."""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate, pairwise
from threading import Lock, local
from typing import TYPE_CHECKING

from hatch_oaml.storage.far_file import RANGE
from hatch_oaml.storage.volume_files import no_such_volume, numbered
from hatch_oaml.values.bilingual import Bilingual
from hatch_oaml.values.errors import SourceError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hatch_oaml.storage.store_path import StorePath
    from hatch_oaml.stores import Store, StoredObject

_FIRST = 1 << 16
"""Bytes that are fetched where somebody begins to read: most often no more than a head is wanted there."""

_LARGE = 2 << 20
"""Who asks for more knows where it ends, and is given that and no more."""


def bytes_in_store(path: StorePath, whole: StorePath) -> FarBytes:
    """Raises what `objects_of` raises."""
    return FarBytes(whole.name, path.store, objects_of(path, whole))


def objects_of(path: StorePath, whole: StorePath) -> list[StoredObject]:
    """The one at `path`, or the volumes that make `whole`, in their order.

    :param whole: `path` itself, or what the volume there is one of.
    :raises SourceError: there is no such object, or the store cannot be asked.
    """
    stored = path.stored() if path == whole else None
    if stored is not None:
        return [stored]
    volumes = _volumes(whole)
    if not volumes:
        raise SourceError(
            Bilingual(
                en=f"{path}: there is no such object; check the spelling",
                zh=f"{path}：没有这样的对象；请检查拼写",
            )
        )
    return volumes


def _volumes(whole: StorePath) -> list[StoredObject]:
    """In order, up to the first that is missing; each is asked for, since nobody says how many there are.

    :raises SourceError: there is another behind that.
    """
    found = []
    for volume, following in pairwise(numbered(whole)):
        stored = volume.stored()
        if stored is None:
            if following.exists():
                raise no_such_volume(str(volume))
            break
        found.append(stored)
    return found


class FarBytes:
    """One object, or the volumes that make one archive, as they stand when this is made: that one changes later is told by
    whoever reads.
    """

    side_by_side = True
    at_once = RANGE
    are_bare = True

    def __init__(self, name: str, store: Store, objects: Sequence[StoredObject]) -> None:
        self.name = name
        self._store = store
        self._objects = objects
        self._starts = [0, *accumulate(stored.size for stored in objects)]
        self.size = self._starts.pop()
        self._of_thread = local()
        self._lock = Lock()
        self._whole: _Window | None = None

    def read_at(self, offset: int, buffer: memoryview) -> int:
        wanted = min(len(buffer), max(0, self.size - offset))
        if len(buffer) > _LARGE and self.size > RANGE:
            self._read(offset, buffer[:wanted])  # it knows what it wants
            return wanted
        filled = 0
        while filled < wanted:
            block = self._block_at(offset + filled, wanted - filled)
            buffer[filled : filled + len(block)] = block
            filled += len(block)
        return filled

    def _block_at(self, offset: int, at_most: int) -> memoryview:
        window = self._small() or self._last()
        if not window.start <= offset < window.end:
            size = min(2 * len(window.data), RANGE) if offset == window.end else _FIRST
            window = self._window(offset, min(max(size, min(at_most, RANGE)), self.size - offset))
            self._of_thread.window = window
        return window.data[offset - window.start :][:at_most]

    def _last(self) -> _Window:
        window: _Window = getattr(self._of_thread, "window", _NOTHING)
        return window

    def _small(self) -> _Window | None:
        """All of an archive that is no larger than a range: it is fetched once, for all threads."""
        if self.size > RANGE:
            return None
        with self._lock:
            self._whole = self._whole or self._window(0, self.size)
        return self._whole

    def _window(self, offset: int, size: int) -> _Window:
        data = memoryview(bytearray(size))
        self._read(offset, data)
        return _Window(offset, data)

    def _read(self, offset: int, buffer: memoryview) -> None:
        """Fills the whole buffer, from as many objects as it takes."""
        number = bisect_right(self._starts, offset) - 1
        while buffer:
            stored, inside = self._objects[number], offset - self._starts[number]
            piece = buffer[: stored.size - inside]
            self._store.read_range(stored.address, stored.pin, inside, piece)
            buffer, offset, number = buffer[len(piece) :], offset + len(piece), number + 1

    def close(self) -> None:
        """Nothing is open."""


class _Window:
    """What a thread fetched last."""

    def __init__(self, start: int, data: memoryview) -> None:
        self.start = start
        self.end = start + len(data)
        self.data = data


_NOTHING = _Window(-1, memoryview(b""))
