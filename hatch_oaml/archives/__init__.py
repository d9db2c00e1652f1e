"""Every archive format, found by its file."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from hatch_oaml.archives._contract import AnybodysReading, ArchiveFormat, Layout, Located, Reading
from hatch_oaml.archives._digesting import digests_of, hashing
from hatch_oaml.values.families import members

if TYPE_CHECKING:
    from pathlib import Path

__all__ = [
    "AnybodysReading",
    "ArchiveFormat",
    "Layout",
    "Located",
    "Reading",
    "archive_formats",
    "digests_of",
    "format_of",
    "hashing",
    "read_anybodys",
]


@cache
def archive_formats() -> dict[str, ArchiveFormat]:
    """Every format by its name, in alphabetical order."""
    found: list[ArchiveFormat] = members(__name__, __path__, "FORMAT")
    return {form.name: form for form in sorted(found, key=lambda form: form.name)}


def format_of(path: Path) -> ArchiveFormat | None:
    """The format that the name of an archive, or of a volume of one, tells of; None if it tells of none."""
    name = path.stem if path.suffix[1:].isdecimal() else path.name
    fitting = [form for form in archive_formats().values() if name.endswith(form.suffix)]
    return max(fitting, key=lambda form: len(form.suffix), default=None)


def read_anybodys(path: Path) -> AnybodysReading:
    """The tar, plain or compressed with gzip or Zstandard, the ZIP file or the wheel at `path`, whoever wrote it and whatever its
    name; links in it are told of, and not followed.

    :raises SourceError: it is none of these, is damaged or cut short, or is unsafe to unpack.
    """
    # only who compares reads what others wrote, and what decompresses that takes as long to import as all formats
    from hatch_oaml.archives import _anybodys  # noqa: PLC0415

    return _anybodys.read_anybodys(path)
