"""The release as a folder that one uploads to a hub: the files themselves, and what git does with them."""

from __future__ import annotations

from contextlib import closing, contextmanager
from functools import partial
from typing import TYPE_CHECKING

from hatch_oaml.packing.form import refuse_other_than_written
from hatch_oaml.records.checksums import below
from hatch_oaml.records.generated import CHECKSUMS, MANIFEST
from hatch_oaml.records.git_attributes import GIT_ATTRIBUTES, render_git_attributes
from hatch_oaml.records.manifest import parse_manifest
from hatch_oaml.records.members import FileContent
from hatch_oaml.signing.place import IN_FOLDER
from hatch_oaml.signing.statement import statement_of
from hatch_oaml.storage.clone import cloned
from hatch_oaml.storage.copy import copy
from hatch_oaml.storage.entries import Entry
from hatch_oaml.storage.folder_draft import drafted_folder, remove_folder
from hatch_oaml.storage.folder_output import FolderOutput
from hatch_oaml.storage.own_folder import foreign_in, refuse_foreign
from hatch_oaml.values.paths import ArchivePath

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from hatch_oaml.packing.assembly import Assembly
    from hatch_oaml.records.listing import Written
    from hatch_oaml.records.members import Digests, Member, Progress
    from hatch_oaml.signing.signer import Signer

FOLDER_SUFFIX = ".oaml"
"""Of its name; that of an archive goes on behind it."""

_BESIDE = (GIT_ATTRIBUTES, IN_FOLDER)
_SHARED_FROM = 1 << 17
"""Bytes of a file from which on it is worth asking whether its bytes can be shared."""


def remove_release_folder(folder: Path) -> None:
    """One that a build wrote; what else has its name stays.

    :raises OSError: the file system refuses.
    """
    if foreign_in(folder, _BESIDE) is None:
        remove_folder(folder)


class ReleaseFolder:
    """A `Form`: the members, below the archive's one folder, are the files of the folder `target`."""

    def __init__(self, target: Path, signer: Signer | None) -> None:
        self._target = target
        self._signer = signer

    @contextmanager
    def opening(self, assembly: Assembly, written: Written) -> Iterator[FolderOutput]:
        files = [(_in_folder(written, member), member.content.size) for member in assembly.members]
        executable = {_in_folder(written, member) for member in assembly.members if member.executable}
        refuse = partial(refuse_foreign, beside=_BESIDE)
        with (
            drafted_folder(self._target, refuse, capacity=sum(size for _, size in files)) as draft,
            closing(FolderOutput(str(draft), files)) as output,
        ):
            yield output
            output.finish(executable, written.epoch)

    def write(self, place: FolderOutput, assembly: Assembly, written: Written, progress: Progress) -> Digests:
        places = {member.path: _in_folder(written, member) for member in assembly.members}
        shared = {member.path: content for member in assembly.members if (content := _shared(member, place, places))}
        place.pass_over(places[path] for path in shared)
        entries = [Entry(member.path, shared.get(member.path, member.content), b"") for member in assembly.members]
        digests = copy(place, entries, progress).digests
        found = [ArchivePath(f"{written.root}/{path}") for path in place.paths()]
        refuse_other_than_written(found, lambda path: place.blocks(places[path]), assembly, digests)
        if ArchivePath(f"{written.root}/{GIT_ATTRIBUTES}") not in digests:
            place.add(ArchivePath(GIT_ATTRIBUTES), _git_attributes(place))
        return digests

    def sign(self, place: FolderOutput, root: str, digests: Digests) -> None:
        if self._signer is not None:
            statement = statement_of(root, {below(root, path): digest for path, digest in digests.items()})
            place.add(ArchivePath(IN_FOLDER), self._signer.bundle(statement))


def _in_folder(written: Written, member: Member) -> ArchivePath:
    return ArchivePath(below(written.root, member.path))


def _shared(member: Member, place: FolderOutput, places: Mapping[ArchivePath, ArchivePath]) -> FileContent | None:
    """Where its bytes lie now, if they need not be written: they are read, and hashed, all the same."""
    content = member.content
    target = place.place(places[member.path])
    if not isinstance(content, FileContent) or content.size < _SHARED_FROM or not cloned(member.path, content, target):
        return None
    return FileContent(source=target, size=content.size, expected=content.expected)


def _git_attributes(place: FolderOutput) -> bytes:
    manifest = parse_manifest(b"".join(place.blocks(ArchivePath(MANIFEST))))
    return render_git_attributes(manifest, place.size(ArchivePath(CHECKSUMS)))
