"""The bytes of a file with keys or certificates, which is short."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hatch_oaml.signing.mistakes import too_long, unreadable
from hatch_oaml.storage.short_file import short_file_or_pipe

if TYPE_CHECKING:
    from pathlib import Path

_LONGEST = 1 << 20


def pem(path: Path) -> bytes:
    """:raises UsageError: it cannot be read, or is too long."""
    try:
        data = short_file_or_pipe(path, _LONGEST)
    except OSError as error:
        raise unreadable(str(path), error.strerror or type(error).__name__) from error
    if len(data) > _LONGEST:
        raise too_long(str(path))
    return data
