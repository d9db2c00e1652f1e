"""A wheel: a ZIP whose last member, RECORD, tells the digest of each other."""

from __future__ import annotations

import base64
import csv
import io
from typing import TYPE_CHECKING

from hatch_oaml.archives._contract import ArchiveFormat
from hatch_oaml.archives._zip import write_zip, zip_size
from hatch_oaml.archives._zip_reading import ZipReading
from hatch_oaml.records.members import LateContent, Member
from hatch_oaml.storage.damage import deviates_at
from hatch_oaml.storage.output import storage_of
from hatch_oaml.values.digests import UNKNOWN, sha256_of
from hatch_oaml.values.paths import ArchivePath, archive_path

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import BinaryIO

    from hatch_oaml.records.members import Digests, Progress
    from hatch_oaml.storage.output import Storage
    from hatch_oaml.values.bilingual import Bilingual
    from hatch_oaml.values.digests import Sha256


def _write(file: BinaryIO | Storage, members: Sequence[Member], *, epoch: int, progress: Progress) -> Digests:
    """A RECORD among `members` is replaced by the true one."""
    return write_zip(storage_of(file), with_record(members), epoch=epoch, progress=progress)


def _capacity(members: Sequence[Member]) -> int:
    return zip_size(with_record(members))


def with_record(members: Sequence[Member]) -> list[Member]:
    """The members, `.dist-info` last, as the wheel's specification recommends, and RECORD behind all others.

    :raises ValueError: unless exactly one `.dist-info` is among them; a fault of the caller.
    """
    folders = {member.path.partition("/")[0] for member in members if _is_metadata(member)}
    if len(folders) != 1:
        raise ValueError(f"a wheel has one .dist-info folder, not {sorted(folders)}")
    record = archive_path(f"{folders.pop()}/RECORD")
    listed = sorted((member for member in members if member.path != record), key=_is_metadata)
    size = len(_record(record, [(member.path, UNKNOWN, member.content.size) for member in listed]))

    def render(digests: Digests) -> bytes:
        return _record(record, [(member.path, digests[member.path], member.content.size) for member in listed])

    return [*listed, Member(path=record, content=LateContent(size=size, render=render))]


def _is_metadata(member: Member) -> bool:
    folder, _, rest = member.path.partition("/")
    return bool(rest) and folder.endswith(".dist-info")


def _record(record: str, rows: Sequence[tuple[ArchivePath, Sha256, int]]) -> bytes:
    text = io.StringIO()
    table = csv.writer(text, lineterminator="\n")
    table.writerows((path, f"sha256={_base64(digest)}", size) for path, digest, size in rows)
    table.writerow((record, "", ""))
    return text.getvalue().encode()


def _base64(digest: Sha256) -> str:
    return base64.urlsafe_b64encode(bytes.fromhex(digest)).rstrip(b"=").decode()


class _Reading(ZipReading):
    def deviation(self, digests: Digests, /, *, epoch: int) -> Bilingual | None:
        rows = [(member.path, digests[member.path], member.size) for member in self.members[:-1]]
        last = self.members[-1].path if self.members else ""
        if not last.endswith(".dist-info/RECORD") or sha256_of(_record(last, rows)) != digests[ArchivePath(last)]:
            return deviates_at(self.name, self.members[-1].offset if self.members else 0)
        return super().deviation(digests, epoch=epoch)


FORMAT = ArchiveFormat(name="wheel", target="wheel", suffix=".whl", write=_write, parse=_Reading, capacity=_capacity)
