"""What would unpack to more than the archive itself, and is refused anyway, is not unpacked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hatch_oaml.records.generated import CHECKSUMS, MANIFEST, MODIFICATIONS_PAGE
from hatch_oaml.storage.damage import unsafe
from hatch_oaml.values.frozen import frozen
from hatch_oaml.values.many import column
from hatch_oaml.values.wheel_names import is_metadata, is_own_bill

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hatch_oaml.archives import Reading
    from hatch_oaml.records.manifest import Manifest
    from hatch_oaml.records.members import StoredMember

_SMALL = 1 << 20
"""Bytes: what unpacks to no more is named as any other extra file is."""


@frozen
class Source:
    """The archive's file: its name, for messages, and its size in bytes."""

    name: str
    size: int


def refuse_bomb(reading: Reading, place: str, manifest: Manifest, source: Source) -> None:
    """:raises SourceError: what the manifest does not list takes more bytes than the whole archive."""
    extra = list(_extra(reading, place, manifest))
    size = sum(member.size for member in extra)
    if size > max(_SMALL, source.size):
        raise unsafe(
            source.name,
            max(extra, key=lambda member: member.size).path,
            f"which the manifest does not list, and which with others of its kind unpacks to {size:,} bytes, more than the"
            " archive is",
            f"未列于清单，且此类文件解压后共 {size:,} 字节，超过归档本身的大小",
        )


def _extra(reading: Reading, place: str, manifest: Manifest) -> Iterator[StoredMember]:
    """What only the metadata of a wheel lists is among these: there is little of it."""
    above = place.removesuffix(MANIFEST)
    listed = {place, f"{above}{CHECKSUMS}", f"{above}{MODIFICATIONS_PAGE}", *column(manifest.files, "path")}
    members = reading.members
    for at, path in enumerate(column(members, "path")):
        if path in listed or is_own_bill(path, manifest.project.import_name):
            continue
        member = members[at]
        if not (is_metadata(path) and member.size <= _SMALL):
            yield member
