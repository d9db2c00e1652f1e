"""A small file of a project written whole, or not at all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hatch_oaml.storage.draft import drafted
from hatch_oaml.storage.os_errors import as_write_error

if TYPE_CHECKING:
    from pathlib import Path


def write_file(target: Path, data: bytes) -> None:
    """With the folders above it.

    :raises WriteError: the system refuses one of them, or the file.
    """
    with as_write_error(target):
        target.parent.mkdir(parents=True, exist_ok=True)
    with drafted(target.absolute()) as file:
        file.write(data)
