"""A small member of an archive is read as a whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hatch_oaml.values.bilingual import Bilingual
from hatch_oaml.values.errors import SourceError

if TYPE_CHECKING:
    from hatch_oaml.archives._contract import Reading
    from hatch_oaml.records.members import StoredMember


def content_of(reading: Reading, member: StoredMember, *, at_most: int = 1 << 28) -> bytes:
    """:raises SourceError: if the archive is damaged, or the member larger than `at_most` bytes."""
    if member.size > at_most:
        raise SourceError(
            Bilingual(
                en=f"`{member.path}` has {member.size:,} bytes, more than the {at_most:,} that such a file may have",
                zh=f"`{member.path}` 有 {member.size:,} 字节，超过此类文件允许的 {at_most:,} 字节",
            )
        )
    content = bytearray()
    for block in reading.blocks(member):
        content += block
    return bytes(content)
