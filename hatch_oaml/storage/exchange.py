"""Two names of one folder change places in one step, where the system has such a step."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2
"""renameat2(2) of Linux since 3.15: Btrfs, ext4, XFS, tmpfs, overlayfs and others can."""
_RENAME_SWAP = 2
"""renamex_np(2) of macOS: APFS can."""


def exchanged(one: Path, other: Path) -> bool:
    """Each now has the other's name, and at no moment was either free; False where that cannot be, and nothing happened."""
    if sys.platform not in {"linux", "darwin"}:
        return False
    import ctypes  # noqa: PLC0415

    library = ctypes.CDLL(None)
    names = os.fsencode(one), os.fsencode(other)
    try:
        if sys.platform == "linux":
            status = library.renameat2(_AT_FDCWD, names[0], _AT_FDCWD, names[1], ctypes.c_uint(_RENAME_EXCHANGE))
        else:
            status = library.renamex_np(*names, ctypes.c_uint(_RENAME_SWAP))
    except AttributeError:  # a C library without the call
        return False
    return bool(status == 0)
