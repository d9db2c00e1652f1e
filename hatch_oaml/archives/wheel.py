"""A wheel: a ZIP whose last member, RECORD, tells the digest of each other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hatch_oaml.archives._contract import ArchiveFormat
from hatch_oaml.archives._zip import write_zip, zip_size
from hatch_oaml.archives._zip_reading import ZipReading
from hatch_oaml.records.members import LateContent, Member
from hatch_oaml.records.wheel_record import render_record
from hatch_oaml.storage.damage import deviates_at
from hatch_oaml.storage.output import storage_of
from hatch_oaml.values.digests import UNKNOWN, sha256_of
from hatch_oaml.values.paths import ArchivePath
from hatch_oaml.values.wheel_names import is_metadata, is_record, record_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from typing import BinaryIO

    from hatch_oaml.records.members import Digests, Progress
    from hatch_oaml.storage.output import Storage
    from hatch_oaml.values.bilingual import Bilingual


def _write(file: BinaryIO | Storage, members: Sequence[Member], *, epoch: int, progress: Progress) -> Digests:
    """A RECORD among `members` is replaced by the true one."""
    return write_zip(storage_of(file), with_record(members), epoch=epoch, progress=progress)


def _capacity(members: Sequence[Member]) -> int:
    return zip_size(with_record(members))


def with_record(members: Sequence[Member]) -> list[Member]:
    """The members, `.dist-info` last, as the wheel's specification recommends, and RECORD behind all others.

    :raises ValueError: unless exactly one `.dist-info` is among them; a fault of the caller.
    """
    folders = {member.path.partition("/")[0] for member in members if is_metadata(member.path)}
    if len(folders) != 1:
        raise ValueError(f"a wheel has one .dist-info folder, not {sorted(folders)}")
    record = record_of(folders.pop())
    listed = sorted(
        (member for member in members if member.path != record), key=lambda member: is_metadata(member.path)
    )
    size = len(render_record(record, [(member.path, UNKNOWN, member.content.size) for member in listed]))

    def pieces(digests: Digests) -> Iterator[bytes]:
        yield render_record(record, [(member.path, digests[member.path], member.content.size) for member in listed])

    return [*listed, Member(path=record, content=LateContent(size=size, pieces=pieces))]


class _Reading(ZipReading):
    def deviation(self, digests: Digests, /, *, epoch: int) -> Bilingual | None:
        rows = [(member.path, digests[member.path], member.size) for member in self.members[:-1]]
        last = self.members[-1].path if self.members else ""
        if not is_record(last) or sha256_of(render_record(last, rows)) != digests[ArchivePath(last)]:
            return deviates_at(self.name, self.members[-1].offset if self.members else 0)
        return super().deviation(digests, epoch=epoch)


FORMAT = ArchiveFormat(name="wheel", target="wheel", suffix=".whl", write=_write, parse=_Reading, capacity=_capacity)
