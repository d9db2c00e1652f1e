"""Where parts go, as a worker is told: what it needs to put one there, and no more."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, TypedDict

from hatch_oaml import stores
from hatch_oaml.storage.os_errors import as_write_error
from hatch_oaml.values.addresses import scheme_of

if TYPE_CHECKING:
    from typing_extensions import NotRequired


class Destination(TypedDict):
    """Of plain values.

    Either `file` is a draft on a file system that all share; or `uploads` are begun in a store, each by its object's address
    and its own name, and take `parts_each` parts of `part_size` bytes one after the other.
    """

    file: NotRequired[str]
    uploads: NotRequired[list[tuple[str, str]]]
    parts_each: NotRequired[int]
    part_size: int


def put(destination: Destination, offset: int, data: bytearray | memoryview) -> str:
    """The part that begins at `offset` is there, whoever looks from wherever; a second time it is the same.

    Answers what finishing asks for.

    :raises WriteError: it cannot be put there.
    """
    if "file" in destination:
        _put_into_file(destination["file"], offset, memoryview(data))
        return ""
    upload, number = divmod(offset // destination["part_size"], destination["parts_each"])
    address, name = destination["uploads"][upload]
    return stores.connected(scheme_of(address)).put_part(
        address, name, number + 1, data if isinstance(data, bytearray) else bytes(data)
    )


def _put_into_file(path: str, offset: int, data: memoryview) -> None:
    with as_write_error(path):
        descriptor = os.open(path, os.O_WRONLY | getattr(os, "O_BINARY", 0))
        try:
            os.lseek(descriptor, offset, os.SEEK_SET)
            while data:
                data = data[os.write(descriptor, data) :]
            os.fsync(descriptor)  # else another machine may not see it yet
        finally:
            os.close(descriptor)
