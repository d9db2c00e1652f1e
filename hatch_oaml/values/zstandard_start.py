"""What a Zstandard stream holds, by the standard library or by `zstandard`."""

from __future__ import annotations

import io
import sys
from contextlib import suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_PIECE = 1 << 18
_LARGEST_WINDOW = 26
"""A power of two: what a frame may ask to be kept in memory."""


def zstandard_start(packed: bytes, at_most: int) -> bytes:
    """`at_most` bytes or less, even of a stream that is cut; none of what is no stream."""
    start = bytearray()
    for piece in zstandard_pieces(io.BytesIO(packed), _PIECE):
        start += piece
        if len(start) >= at_most:
            break
    return bytes(start[:at_most])


def zstandard_pieces(file: io.BytesIO | io.BufferedReader, size: int) -> Iterator[bytes]:
    """Pieces of at most `size` bytes, of one frame behind the other; they end where the file does, or is damaged."""
    if sys.version_info >= (3, 14):
        from compression import zstd  # noqa: PLC0415  # Python's own, from 3.14 on

        options = {zstd.DecompressionParameter.window_log_max: _LARGEST_WINDOW}
        with suppress(zstd.ZstdError), zstd.ZstdFile(file, options=options) as reader:
            while piece := reader.read1(size):
                yield piece
        return
    import zstandard  # noqa: PLC0415  # for these files alone

    engine = zstandard.ZstdDecompressor(max_window_size=1 << _LARGEST_WINDOW)
    with suppress(zstandard.ZstdError), engine.stream_reader(file, read_across_frames=True) as reader:
        while piece := reader.read1(size):
            yield piece
