"""The members of an archive, by the standard library's readers."""

from __future__ import annotations

import tarfile
import zipfile
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from hatch_oaml.archives import Reading
    from hatch_oaml.records.members import StoredMember


def members(archive: Path) -> dict[str, bytes]:
    """Name → bytes, in the archive's order; a damaged archive fails the test."""
    if archive.suffix in {".whl", ".zip"}:
        with zipfile.ZipFile(archive) as zipped:
            assert zipped.testzip() is None
            return {name: zipped.read(name) for name in zipped.namelist()}
    held = {}
    with tarfile.open(archive) as packed:
        for info in packed:
            stream = packed.extractfile(info)
            assert stream is not None, info.name
            held[info.name] = stream.read()
    return held


def silent(_path: str, _count: int, /) -> None:
    """A progress that tells nobody."""


def content_of(reading: Reading, member: StoredMember) -> bytes:
    return b"".join(map(bytes, reading.blocks(member)))
