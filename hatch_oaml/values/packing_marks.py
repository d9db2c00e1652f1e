"""How files that are compressed or packed begin: one list for weights and for notices."""

from __future__ import annotations

from typing import Final

GZIP: Final = b"\x1f\x8b\x08"
BZIP2: Final = b"BZh"
XZ: Final = b"\xfd7zXZ\0"
ZSTANDARD: Final = b"\x28\xb5\x2f\xfd"
LZ4: Final = b"\x04\x22\x4d\x18"
ZIP: Final = b"PK\3\4"
SEVEN_ZIP: Final = b"7z\xbc\xaf\x27\x1c"
RAR: Final = b"Rar!\x1a\x07"

ZSTANDARDS: Final = (ZSTANDARD, *(bytes([byte, 0x2A, 0x4D, 0x18]) for byte in range(0x50, 0x60)))
"""With a frame, or with one that readers pass over, as parallel compressors write before each (RFC 8878, 3.1.2)."""
_ANY: Final = (GZIP, XZ, *ZSTANDARDS, LZ4, ZIP, SEVEN_ZIP, RAR)
_TAR: Final = slice(257, 262)
_FIRST_BLOCK: Final = slice(4, 10)


def is_tar(data: bytes) -> bool:
    return data[_TAR] == b"ustar"


def is_packed(data: bytes) -> bool:
    """Does `data` begin as a compressed file does, or an archive?"""
    if data.startswith(BZIP2):
        return data[_FIRST_BLOCK] == b"1AY&SY"  # three letters alone may begin a text
    return data.startswith(_ANY) or is_tar(data)
