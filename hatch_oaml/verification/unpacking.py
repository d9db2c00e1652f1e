"""What the members of a finished archive are, by their names and bytes."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, replace
from io import BytesIO
from typing import TYPE_CHECKING, TypeVar

from hatch_oaml import notices
from hatch_oaml.archives import digests_of
from hatch_oaml.project.file_facts import WHOLE, is_long_record, text_file
from hatch_oaml.project.on_disk import OnDisk
from hatch_oaml.project.sampling import fingerprint
from hatch_oaml.records.inventory import ReleaseFile
from hatch_oaml.records.lfs_pointers import POINTER_SIZE, parse_pointer
from hatch_oaml.statements import statements_of_header
from hatch_oaml.values.digests import BLOCK
from hatch_oaml.values.errors import SourceError
from hatch_oaml.values.many import column
from hatch_oaml.values.weight_names import is_weight_name
from hatch_oaml.verification.member_weights import (
    content_at_the_ends,
    content_in_place,
    weights_at_the_ends,
    weights_in_place,
)
from hatch_oaml.verification.opening import read_list, read_small
from hatch_oaml.weights import LARGEST_INDEX, content, digest_tensors, inspect_index, is_index, may_be_weights

_Found = TypeVar("_Found")

if TYPE_CHECKING:
    from collections.abc import Callable

    from hatch_oaml.archives import Reading
    from hatch_oaml.project.named import Named
    from hatch_oaml.project.sampling import Fingerprinting
    from hatch_oaml.records.members import Digests, Progress, StoredMember
    from hatch_oaml.values.paths import ArchivePath
    from hatch_oaml.values.roles import Kind
    from hatch_oaml.weights import Content

    Read = Callable[[Reading, StoredMember, ArchivePath], _Found | None]


def read_once(reading: Reading, progress: Progress) -> HashedArchive:
    """Every member hashed, side by side, each byte read once.

    :raises SourceError: the archive is damaged.
    """
    return HashedArchive(reading, digests_of(reading, progress))


@dataclass(frozen=True, slots=True)
class HashedArchive:
    """An archive whose members have been hashed, or are being hashed: then a digest is waited for where it is asked."""

    reading: Reading
    digests: Digests

    def small(self, path: str | None) -> bytes | None:
        """All bytes of the small member at `path`, or of a list of all files; None where there is none."""
        return read_list(self.reading, self.member(path)) if path in self.digests else None

    def member(self, path: str | None) -> StoredMember:
        """The one at `path`, which is there; looked for anew each time, since few are asked for."""
        members = self.reading.members
        return members[next(at for at, found in enumerate(column(members, "path")) if found == path)]

    def release_file(
        self, member: StoredMember, release: ArchivePath, named: Named, sample: Fingerprinting = fingerprint
    ) -> ReleaseFile:
        """The facts of a release file, as `project.file_facts.read_file` has them from a tree.

        :param named: what its name and the settings in the manifest say of it; weights by their bytes are the Model all the
            same.
        :param sample: as there.
        """
        if named.role == "model":
            return self._model_file(member, release, named.kind)
        start = self._text(member, named.kind)
        found = self._content(member, release, start) if may_be_weights(start) else None
        if found is not None and not named.may_be(found.certainty):
            return replace(self._model_file(member, release, "weights"), declared=named.declared)
        on_disk = OnDisk(size=member.size, executable=member.executable)
        read = text_file(release, named.role, named.kind, start, self.digests[member.path], on_disk, sample)
        return replace(read, declared=named.declared) if found is not None or is_weight_name(release) else read

    def with_tensor_digests(self, member: StoredMember, file: ReleaseFile) -> ReleaseFile:
        """`file`, a model file's tensors digested: its bytes are read once more."""
        facts = file.weights
        if facts is None or not facts.tensors:
            return file
        return replace(file, weights=replace(facts, tensors=digest_tensors(self.reading.blocks(member), facts.tensors)))

    def _model_file(self, member: StoredMember, release: ArchivePath, kind: Kind) -> ReleaseFile:
        pointer = parse_pointer(read_small(self.reading, member)) if member.size < POINTER_SIZE else None
        header = None if pointer else self._read(weights_in_place, weights_at_the_ends, member, release)
        found = notices.extract_metadata(release, header.metadata) if header else ()
        index = self._first(member, LARGEST_INDEX + 1) if is_index(release) else None
        return ReleaseFile(
            path=release,
            source="",
            role="model",
            kind=header.kind if header and header.kind != "weights" else kind,
            size=member.size,
            sha256=self.digests[member.path],
            executable=member.executable,
            pointer=pointer,
            weights=header,
            shards=None if index is None else inspect_index(release, index),
            notices=found,
            statements=statements_of_header(header.metadata) if header else (),
        )

    def _content(self, member: StoredMember, release: ArchivePath, start: bytes) -> Content | None:
        if len(start) == member.size:
            return content(release, BytesIO(start), len(start))
        return self._read(content_in_place, content_at_the_ends, member, release)

    def _read(
        self, in_place: Read[_Found], at_the_ends: Read[_Found], member: StoredMember, release: ArchivePath
    ) -> _Found | None:
        if self.reading.side_by_side:
            with suppress(
                SourceError
            ):  # a ZIP member that somebody deflated: each block was read already, and is whole
                return in_place(self.reading, member, release)
        return at_the_ends(self.reading, member, release)

    def _text(self, member: StoredMember, kind: Kind) -> bytes:
        """As far as it is looked at: of a long record of ours its beginning."""
        data = BytesIO()
        for block in self.reading.blocks(member):
            is_beginning = data.tell() < BLOCK
            data.write(block[: WHOLE - data.tell()])
            if is_beginning and data.tell() >= BLOCK and is_long_record(kind, data.getvalue()):
                break
            if data.tell() == WHOLE:
                break
        return data.getvalue()

    def _first(self, member: StoredMember, at_most: int) -> bytes:
        data = BytesIO()  # which gives its bytes away without a second copy
        for block in self.reading.blocks(member):
            data.write(block[: at_most - data.tell()])
            if data.tell() == at_most:
                break
        return data.getvalue()
