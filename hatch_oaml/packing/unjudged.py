"""What lies in an archive of Hatchling's and was not judged yet: another hook brought it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from hatch_oaml.project.target_files import read_added
from hatch_oaml.records.generated import is_generated_or_by_hatchling
from hatch_oaml.records.members import BytesContent, FileContent
from hatch_oaml.values.digests import sha256_of, sha256_of_name
from hatch_oaml.values.paths import ArchivePath, file_name, prefix_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator
    from pathlib import Path

    from hatch_oaml.records.inventory import ReleaseFile
    from hatch_oaml.records.listing import Written
    from hatch_oaml.records.members import Member
    from hatch_oaml.records.target_files import TargetFiles
    from hatch_oaml.release import Release
    from hatch_oaml.values.digests import Sha256


def with_unjudged(
    release: Release,
    written: Written,
    members: Iterable[Member],
    placed: Collection[ArchivePath],
    spool: Path,
) -> Release:
    """`release`, its target's files being those that the archive holds.

    :param members: of the archive that Hatchling wrote.
    :param placed: where the release's own files lie in it.
    :param spool: a folder for temporary files.
    """
    known = release.files_of(written.target)
    found = tuple(_unjudged(release, known, written, members, placed, spool))
    if not found:
        return release
    others = tuple(files for files in release.targets if files.target != known.target)
    paths = {file.path for file in found}
    kept = (file for file in known.added if file.path not in paths)
    return replace(release, targets=(*others, replace(known, added=(*kept, *found))))


def _unjudged(
    release: Release,
    known: TargetFiles,
    written: Written,
    members: Iterable[Member],
    placed: Collection[ArchivePath],
    spool: Path,
) -> Iterator[ReleaseFile]:
    above = prefix_of(written.root)
    copies = {(file_name(file.path), file.sha256) for file in release.inventory}
    sources = {(file_name(file.path), file.source) for file in release.inventory}
    judged = {file.path: file.sha256 for file in known.added}
    for member in members:
        path = ArchivePath(member.path.removeprefix(above))
        if member.path in placed or (path in judged and judged[path] in {None, _digest(member)}):
            continue
        if is_generated_or_by_hatchling(path, known.target, release.project.import_name):
            continue
        if isinstance(member.content, FileContent) and (file_name(path), member.content.source) in sources:
            continue
        if (file_name(path), _digest(member)) not in copies:
            yield from read_added(release.config, path, _source(member, spool), release.project.folder)


def _digest(member: Member) -> Sha256 | None:
    if isinstance(member.content, BytesContent):
        return sha256_of(member.content.data)
    return member.content.expected if isinstance(member.content, FileContent) else None


def _source(member: Member, spool: Path) -> str:
    if isinstance(member.content, FileContent):
        return member.content.source
    target = spool / sha256_of_name(f"unjudged {member.path}")
    target.write_bytes(member.content.data if isinstance(member.content, BytesContent) else b"")
    return str(target)
