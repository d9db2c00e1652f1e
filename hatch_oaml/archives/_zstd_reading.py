"""A stream of Zstandard frames is read at any place, one frame at a time."""

from __future__ import annotations

import os
import threading
from bisect import bisect_right
from collections import deque
from concurrent.futures import Future, ThreadPoolExecutor
from functools import lru_cache
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from hatch_oaml.archives._tar_reading import TarReading
from hatch_oaml.archives._zstd import (
    FAULTS,
    FRAME,
    MAGIC,
    NOTE_SIZE,
    EndNote,
    compressed,
    decompressed,
    end_note,
    parse_end_note,
    raw_head,
)
from hatch_oaml.storage.bytes_at import blocks_at, exactly
from hatch_oaml.storage.crc32 import crc32
from hatch_oaml.storage.damage import damaged_at, deviates_at, truncated, unsupported
from hatch_oaml.values.digests import BLOCK, RunningSha256

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hatch_oaml.records.members import Digests
    from hatch_oaml.storage.bytes_at import SizedBytesAt
    from hatch_oaml.values.bilingual import Bilingual
    from hatch_oaml.values.digests import Sha256

_WORKERS = min(4, os.cpu_count() or 1)
_LEAST_HEAD, _MOST_HEAD = 6, 18
_SIZE_OF_SIZE = (0, 2, 4, 8)
_SIZE_OF_DICTIONARY = (0, 1, 2, 4)
_REPEATED = 1  # the kind of block that holds one byte, to be repeated


class Frame(NamedTuple):
    """Where a frame lies in the file, and its content in the stream."""

    compressed_offset: int
    head: bytes
    compressed_size: int
    offset: int
    size: int


_SMALL = 1 << 16
_MOST_SMALL = 4096
"""Frames of fewer bytes: each costs memory, and a file of a few bytes for each could make millions of them."""


class FrameBytes:
    """The content of a file that is made of frames of at most 4 MiB, each of which tells its size."""

    side_by_side = True
    at_once = BLOCK
    are_bare = False

    def __init__(self, source: SizedBytesAt) -> None:
        self.name = source.name
        self._source = source
        self._end, self._note = _end_and_note(source)
        self._frames = list(self._found())
        self._offsets = [frame.offset for frame in self._frames]
        self._of_thread = threading.local()

    def read_at(self, offset: int, buffer: memoryview) -> int:
        filled = 0
        number = bisect_right(self._offsets, offset) - 1
        for frame in islice(self._frames, max(number, 0), None):
            if filled == len(buffer):
                break
            start = offset + filled - frame.offset
            piece = memoryview(self._content(frame))[start : start + len(buffer) - filled]
            buffer[filled : filled + len(piece)] = piece
            filled += len(piece)
        return filled

    def deviation(self) -> int | None:
        """Where the first byte is that our writer does not put there, contents aside."""
        for frame in self._frames:
            if frame.head not in {_usual_head(frame.size), raw_head(frame.size)}:
                return frame.compressed_offset
        if self._note is None or self._note.digest != self.digest():
            return self._end
        written = end_note(self._note, self._crc())
        return None if exactly(self._source, self._end, NOTE_SIZE) == written else self._end

    def digest(self) -> Sha256:
        """Of the whole content."""
        running = RunningSha256()
        with ThreadPoolExecutor(_WORKERS) as pool:
            ahead: deque[Future[bytes]] = deque()
            for frame in self._frames:
                ahead.append(pool.submit(self._decompressed, frame))
                if len(ahead) > 2 * _WORKERS:
                    running.update(ahead.popleft().result())
            for content in ahead:
                running.update(content.result())
        return running.digest()

    def close(self) -> None:
        self._source.close()

    def _found(self) -> Iterator[Frame]:
        compressed_offset = offset = small = 0
        while compressed_offset < self._end:
            frame = self._frame_at(compressed_offset, offset)
            small += frame.size < _SMALL
            if small > _MOST_SMALL:
                raise unsupported(
                    self.name, "its Zstandard frames are small, and many", "其 Zstandard 帧数量众多而各自过小"
                )
            yield frame
            compressed_offset += frame.compressed_size
            offset += frame.size
        if compressed_offset != self._end:
            raise truncated(self.name, compressed_offset)

    def _frame_at(self, compressed_offset: int, offset: int) -> Frame:
        start = exactly(self._source, compressed_offset, min(_MOST_HEAD, self._source.size - compressed_offset))
        if start[:4] != MAGIC or len(start) < _LEAST_HEAD:
            raise damaged_at(self.name, compressed_offset)
        head, size = _head_and_size(start)
        if size is None or size > FRAME:
            raise unsupported(
                self.name, "its Zstandard frames are of unknown or great size", "Zstandard 帧过大或未注明大小"
            )
        has_checksum = head[4] >> 2 & 1
        end = self._end_of_blocks(compressed_offset + len(head)) + 4 * has_checksum
        return Frame(compressed_offset, head, end - compressed_offset, offset, size)

    def _end_of_blocks(self, compressed_offset: int) -> int:
        is_last = False
        while not is_last:
            mark = int.from_bytes(exactly(self._source, compressed_offset, 3), "little")
            is_last, kind, size = bool(mark & 1), mark >> 1 & 3, mark >> 3
            compressed_offset += 3 + (1 if kind == _REPEATED else size)
        return compressed_offset

    def _content(self, frame: Frame) -> bytes:
        """Decompressed, unless this thread did so last."""
        if getattr(self._of_thread, "frame", None) != frame:
            self._of_thread.content = self._decompressed(frame)
            self._of_thread.frame = frame
        content: bytes = self._of_thread.content
        return content

    def _decompressed(self, frame: Frame) -> bytes:
        data = exactly(self._source, frame.compressed_offset, frame.compressed_size)
        try:
            return decompressed(data, frame.size)
        except FAULTS as error:
            raise damaged_at(self.name, frame.compressed_offset) from error

    def _crc(self) -> int:
        crc = 0
        for block in blocks_at(self._source, 0, self._end):
            crc = crc32(block, crc)
        return crc


def _end_and_note(source: SizedBytesAt) -> tuple[int, EndNote | None]:
    """Where the frames end, and what our note behind them says, if there is one."""
    end = source.size - NOTE_SIZE
    note = parse_end_note(exactly(source, end, NOTE_SIZE)) if end > 0 else None
    return (end if note else source.size), note


@lru_cache(maxsize=8)
def _usual_head(size: int) -> bytes:
    """That of a frame as we compress it: it depends on the size alone."""
    return _head_and_size(compressed(bytes(size)))[0]


def _head_and_size(frame: bytes) -> tuple[bytes, int | None]:
    """The header of a frame, and the size that it tells of the content: section 3.1.1.1."""
    flags = frame[4]
    is_single = flags >> 5 & 1
    start = 6 - is_single + _SIZE_OF_DICTIONARY[flags & 3]
    end = start + (_SIZE_OF_SIZE[flags >> 6] or is_single)
    if start == end:
        return frame[:start], None
    size = int.from_bytes(frame[start:end], "little")
    return frame[:end], size + (256 if end - start == 2 else 0)


class TarZstReading(TarReading):
    """The members of a tar in frames."""

    def __init__(self, source: SizedBytesAt) -> None:
        self._frames = FrameBytes(source)
        super().__init__(self._frames)

    def deviation(self, digests: Digests, /, *, epoch: int) -> Bilingual | None:
        offset = self._frames.deviation()
        if offset is not None:
            return deviates_at(self._frames.name, offset)
        return super().deviation(digests, epoch=epoch)
