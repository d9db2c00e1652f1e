"""Zstandard frames (RFC 8878), each of them decompressed without the others."""

from __future__ import annotations

import struct
import sys

from hatch_oaml.storage.crc32 import crc32
from hatch_oaml.values.digests import Sha256
from hatch_oaml.values.frozen import frozen

FRAME = 1 << 22
"""Content bytes of a frame: large enough to lose nothing to cutting, small enough for many to be in memory."""

LEVEL = 1
"""Weights shrink by a fifth at best, at any level: reference/performance.md has the measurements."""

MAGIC = b"\x28\xb5\x2f\xfd"
_SKIPPABLE = 0x184D2A5A
_NOTE = struct.Struct("<II4s32sBI3BI")
_CRC = struct.Struct("<I")
_SIGNATURE = b"OAML"
NOTE_SIZE = _NOTE.size

_RAW_BLOCK = 1 << 17
_RAW_HEAD = struct.Struct("<4sBI")
_SINGLE_SEGMENT_OF_FOUR_BYTE_SIZE = 0b10_1_00000

if sys.version_info >= (3, 14):
    from compression import zstd

    LIBRARY: str = zstd.zstd_version
    FAULTS: tuple[type[Exception], ...] = (zstd.ZstdError, EOFError)
    _OPTIONS = {
        zstd.CompressionParameter.compression_level: LEVEL,
        zstd.CompressionParameter.checksum_flag: 1,
        zstd.CompressionParameter.content_size_flag: 1,
    }

    def compressed(data: bytes | memoryview) -> bytes:
        """One frame, with the size and a checksum of its content."""
        return zstd.compress(data, options=_OPTIONS)

    def decompressed(frame: bytes, size: int) -> bytes:
        """:raises FAULTS: if the frame is damaged, or holds other than `size` bytes."""
        decompressor = zstd.ZstdDecompressor()
        data = decompressor.decompress(frame, max_length=size + 1)
        if len(data) != size or not decompressor.eof or decompressor.unused_data:
            raise EOFError(size)
        return data

else:
    import zstandard

    LIBRARY = ".".join(map(str, zstandard.ZSTD_VERSION))
    FAULTS = (zstandard.ZstdError, EOFError)

    def compressed(data: bytes | memoryview) -> bytes:
        """One frame, with the size and a checksum of its content."""
        return zstandard.ZstdCompressor(level=LEVEL, write_checksum=True, write_content_size=True).compress(data)

    def decompressed(frame: bytes, size: int) -> bytes:
        """:raises FAULTS: if the frame is damaged, or holds other than `size` bytes."""
        data = zstandard.ZstdDecompressor().decompress(frame, max_output_size=size)
        if len(data) != size:
            raise EOFError(size)
        return data


def raw_frames(data: bytes) -> bytes:
    """Frames that store, so that their size is known before their content is: section 3.1.1.2.2."""
    return b"".join(_raw_frame(data[start : start + FRAME]) for start in range(0, len(data), FRAME))


def _raw_frame(data: bytes) -> bytes:
    pieces = [raw_head(len(data))]
    for start in range(0, len(data), _RAW_BLOCK):
        piece = data[start : start + _RAW_BLOCK]
        is_last = start + _RAW_BLOCK >= len(data)
        pieces += ((len(piece) << 3 | is_last).to_bytes(3, "little"), piece)
    return b"".join(pieces)


def raw_head(size: int) -> bytes:
    return _RAW_HEAD.pack(MAGIC, _SINGLE_SEGMENT_OF_FOUR_BYTE_SIZE, size)


def raw_frames_size(size: int) -> int:
    return size + _RAW_HEAD.size * -(-size // FRAME) + 3 * -(-size // _RAW_BLOCK)


def most_compressed_size(size: int) -> int:
    """The most that the frames take which hold `size` bytes: blocks that do not shrink are stored."""
    frames = -(-size // FRAME)
    return size + 3 * -(-size // _RAW_BLOCK) + frames * (18 + 4 + 3)


@frozen
class EndNote:
    """What stands behind the frames: the digest of their content, and what their bytes depend on beside it.

    `frame` is the content bytes of a full one, `library` the version of Zstandard that compressed them.
    """

    digest: Sha256
    level: int = LEVEL
    frame: int = FRAME
    library: str = LIBRARY


def end_note(note: EndNote, crc: int) -> bytes:
    """A frame that every decompressor skips (section 3.1.2), with the CRC-32 of all before at its end.

    :param crc: of the frames.
    """
    library = map(int, note.library.split("."))
    values = (bytes.fromhex(note.digest), note.level, note.frame, *library)
    head = _NOTE.pack(_SKIPPABLE, NOTE_SIZE - 8, _SIGNATURE, *values, 0)[: -_CRC.size]
    return head + _CRC.pack(crc32(head, crc))


def parse_end_note(data: bytes) -> EndNote | None:
    """None if `data` is no such frame; its CRC is not asked."""
    magic, size, signature, digest, level, frame, *library, _ = _NOTE.unpack(data)
    if (magic, size, signature) != (_SKIPPABLE, NOTE_SIZE - 8, _SIGNATURE):
        return None
    return EndNote(digest=Sha256(digest.hex()), level=level, frame=frame, library=".".join(map(str, library)))
