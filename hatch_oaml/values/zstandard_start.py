"""The first bytes of what a Zstandard stream holds, by the standard library or by `zstandard`."""

from __future__ import annotations

import sys
from contextlib import suppress


def zstandard_start(packed: bytes, at_most: int) -> bytes:
    """`at_most` bytes or less, even of a stream that is cut; none of what is no stream."""
    if sys.version_info >= (3, 14):
        from compression import zstd  # noqa: PLC0415  # Python's own, from 3.14 on

        with suppress(zstd.ZstdError):
            return zstd.ZstdDecompressor().decompress(packed, at_most)
        return b""
    import zstandard  # noqa: PLC0415  # for these files alone

    with suppress(zstandard.ZstdError):
        reader = zstandard.ZstdDecompressor(max_window_size=1 << 26).stream_reader(packed)
        return reader.read(at_most)
    return b""
