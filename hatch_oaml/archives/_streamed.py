"""What somebody compressed in one piece is read from the start; going back means to begin anew."""

from __future__ import annotations

import gzip
import sys
import threading
import zlib
from typing import IO, TYPE_CHECKING, cast

from hatch_oaml.archives._zip_reading import AsFile
from hatch_oaml.archives._zstd import FAULTS
from hatch_oaml.storage.damage import damaged, refuse_inflation
from hatch_oaml.values.digests import BLOCK

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Protocol

    from hatch_oaml.storage.bytes_at import SizedBytesAt

    class Stream(Protocol):
        def read(self, size: int, /) -> bytes: ...

    Opener = Callable[[AsFile], Stream]

_WINDOW_LOG = 27
"""What `zstd` itself takes without being told to: 128 MiB."""
_FAULTS = (*FAULTS, zlib.error, OSError, EOFError)


def gunzipped(file: AsFile) -> Stream:
    return gzip.GzipFile(fileobj=file)


if sys.version_info >= (3, 14):
    from compression import zstd

    def unzstd(file: AsFile) -> Stream:
        return zstd.ZstdFile(file, options={zstd.DecompressionParameter.window_log_max: _WINDOW_LOG})

else:
    import zstandard

    def unzstd(file: AsFile) -> Stream:
        reader = zstandard.ZstdDecompressor(max_window_size=1 << _WINDOW_LOG)
        return reader.stream_reader(cast("IO[bytes]", file), read_across_frames=True)


class StreamedBytes:
    """The content of a compressed file, as `opener` decompresses it."""

    side_by_side = False
    at_once = BLOCK
    are_bare = False

    def __init__(self, source: SizedBytesAt, opener: Opener) -> None:
        self.name = source.name
        self._source = source
        self._opener = opener
        self._lock = threading.Lock()
        self._begin()

    def read_at(self, offset: int, buffer: memoryview) -> int:
        with self._lock:
            if offset < self._position:
                self._begin()
            while self._position < offset:
                if not self._next(min(offset - self._position, BLOCK)):
                    return 0
            filled = 0
            while filled < len(buffer) and (data := self._next(min(len(buffer) - filled, BLOCK))):
                buffer[filled : filled + len(data)] = data
                filled += len(data)
            return filled

    def close(self) -> None:
        self._source.close()

    def _begin(self) -> None:
        self._file = AsFile(self._source)
        self._stream = self._opener(self._file)
        self._position = 0

    def _next(self, at_most: int) -> bytes:
        """None only at the end.

        :raises SourceError: what was compressed is damaged, cut short, or made to explode.
        """
        try:
            data = self._stream.read(at_most)
        except _FAULTS as error:
            raise damaged(self.name, f"it cannot be decompressed: {error}", f"无法解压：{error}") from error
        self._position += len(data)
        refuse_inflation(self.name, self._position, self._file.fetched)
        return data
