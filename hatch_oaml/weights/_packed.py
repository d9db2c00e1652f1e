"""What compressed and packed files hold, as far as their beginning tells."""

from __future__ import annotations

import bz2
import gzip
import lzma
import tarfile
import zlib
from contextlib import suppress
from typing import TYPE_CHECKING

from hatch_oaml.weights._contract import BZIP2, GZIP, XZ

if TYPE_CHECKING:
    from typing import BinaryIO

_UNPACKED = 1 << 18
"""So many bytes of a compressed file are looked at, unpacked: a header's beginning, or the first entries of a tar."""
_MOST_ENTRIES = 1000


def unpacked(file: BinaryIO, head: bytes) -> bytes | None:
    """The first bytes of what a compressed file holds; None if it is none."""
    file.seek(0)
    with suppress(OSError, EOFError, zlib.error, lzma.LZMAError):
        if head.startswith(GZIP):
            return gzip.GzipFile(fileobj=file).read(_UNPACKED)
        if head.startswith(BZIP2):
            return bz2.BZ2File(file).read(_UNPACKED)
        if head.startswith(XZ):
            return lzma.LZMAFile(file).read(_UNPACKED)  # the caller's file, which it closes
    return None


def tar_names(file: BinaryIO) -> list[str]:
    file.seek(0)
    names = []
    with suppress(tarfile.TarError, OSError, EOFError), tarfile.open(fileobj=file, mode="r:") as packed:
        for entry in packed:
            names.append(entry.name)
            if len(names) >= _MOST_ENTRIES:
                break
    return names
