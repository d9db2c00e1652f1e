"""An archive in a store, read at chosen places: each thread that reads on is given more at once."""

from __future__ import annotations

from functools import partial
from threading import Lock, local
from typing import TYPE_CHECKING

from hatch_oaml.storage.far_file import RANGE
from hatch_oaml.values.bilingual import Bilingual
from hatch_oaml.values.errors import SourceError

if TYPE_CHECKING:
    from hatch_oaml.storage.store_path import StorePath

_FIRST = 1 << 16
"""Bytes that are fetched where somebody begins to read: most often no more than a head is wanted there."""

_LARGE = 2 << 20
"""Who asks for more knows where it ends, and is given that and no more."""


class FarBytes:
    """The object as it stands when this is made: that it changes later is told by whoever reads."""

    side_by_side = True
    at_once = RANGE

    def __init__(self, path: StorePath) -> None:
        """:raises SourceError: there is no such object, or the store cannot be asked."""
        stored = path.stored()
        if stored is None:
            raise SourceError(
                Bilingual(
                    en=f"{path}: there is no such object; check the spelling",
                    zh=f"{path}：没有这样的对象；请检查拼写",
                )
            )
        self.name = path.name
        self.size = stored.size
        self._read = partial(path.store.read_range, stored.address, stored.pin)
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

    def close(self) -> None:
        """Nothing is open."""


class _Window:
    """What a thread fetched last."""

    def __init__(self, start: int, data: memoryview) -> None:
        self.start = start
        self.end = start + len(data)
        self.data = data


_NOTHING = _Window(-1, memoryview(b""))
