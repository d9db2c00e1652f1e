"""Where parts go, as a worker is told: what it needs to put one there, and no more."""

from __future__ import annotations

import os
from typing import TypedDict

from hatch_oaml.storage.os_errors import as_write_error


class Destination(TypedDict):
    """Of plain values: `file` is a draft on a file system that all share."""

    file: str


def put(destination: Destination, offset: int, data: memoryview) -> str:
    """The part that begins at `offset` is there, whoever looks from wherever; a second time it is the same.

    Answers what finishing asks for.

    :raises WriteError: it cannot be put there.
    """
    return _put_into_file(destination["file"], offset, data)


def _put_into_file(path: str, offset: int, data: memoryview) -> str:
    with as_write_error(path):
        descriptor = os.open(path, os.O_WRONLY | getattr(os, "O_BINARY", 0))
        try:
            os.lseek(descriptor, offset, os.SEEK_SET)
            while data:
                data = data[os.write(descriptor, data) :]
            os.fsync(descriptor)  # else another machine may not see it yet
        finally:
            os.close(descriptor)
    return ""
