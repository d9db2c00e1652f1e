"""What lies in an archive of Hatchling's and was not judged yet: another hook brought it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from hatch_oaml.project.target_files import is_written_by_hatchling, read_added
from hatch_oaml.records.members import BytesContent, FileContent
from hatch_oaml.records.target_files import TargetFiles
from hatch_oaml.values.digests import sha256_of, sha256_of_name

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from hatch_oaml.records.inventory import ReleaseFile
    from hatch_oaml.records.members import Member
    from hatch_oaml.release import Release
    from hatch_oaml.values.digests import Sha256


def with_unjudged(release: Release, target: str, root: str, members: Iterable[Member], spool: Path) -> Release | None:
    """`release`, its target's files being those that the archive holds; None where all of them were judged already.

    :param root: the archive's one folder, "" for a wheel.
    :param members: of the archive that Hatchling wrote.
    :param spool: a folder for temporary files.
    """
    known = next((files for files in release.targets if files.target == target), TargetFiles(target=target))
    found = tuple(_unjudged(release, known, f"{root}/" if root else "", members, spool))
    if not found:
        return None
    others = tuple(files for files in release.targets if files.target != target)
    return replace(release, targets=(*others, replace(known, added=(*known.added, *found))))


def _unjudged(
    release: Release, known: TargetFiles, above: str, members: Iterable[Member], spool: Path
) -> Iterator[ReleaseFile]:
    judged = {(file.path.rpartition("/")[2], file.sha256) for file in (*release.inventory, *known.added)}
    sources = {file.source for file in release.inventory}
    for member in members:
        path = member.path.removeprefix(above)
        if is_written_by_hatchling(path) or (above and path in release.inventory.by_path):
            continue  # below one folder the release's own files are written over Hatchling's
        if isinstance(member.content, FileContent) and member.content.source in sources:
            continue
        if (path.rpartition("/")[2], _digest(member)) not in judged:
            yield from read_added(release.config, path, _source(member, spool), release.project.root)


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
