"""Which bytes go where in an archive of a release."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, overload

from hatch_oaml.packing.late_members import bill_member, checksums_member, manifest_member, page_member
from hatch_oaml.project.wheel_layout import bill_in_the_way
from hatch_oaml.records.generated import BILL_OF_MATERIALS, CHECKSUMS, MANIFEST, MODIFICATIONS_PAGE
from hatch_oaml.records.members import FileContent, LateContent, Member
from hatch_oaml.records.target_files import path_as_shipped
from hatch_oaml.rendering.core_metadata import with_terms
from hatch_oaml.rendering.listing import list_members, told_otherwise, with_listed
from hatch_oaml.values.bilingual import Bilingual
from hatch_oaml.values.errors import ChangedWhileReadingError, SourceError
from hatch_oaml.values.frozen import frozen
from hatch_oaml.values.paths import ArchivePath, prefix_of, sort_key
from hatch_oaml.values.wheel_names import is_metadata, license_copy, member_order, metadata_folder_of, own_bill

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from hatch_oaml.records.inventory import ReleaseFile
    from hatch_oaml.records.listing import Written
    from hatch_oaml.records.members import Digests
    from hatch_oaml.release import Release
    from hatch_oaml.values.digests import Sha256

    _Contents = dict[ArchivePath, Member | ReleaseFile]
    """What lies at each path of an archive: of a file of the release the file itself."""


@frozen
class Assembly:
    """The members of one archive in their final order, and where each release file is among them.

    `legal` are the members that make the archive lawful: they are read back once it is written.
    """

    members: Sequence[Member]
    member_paths: Mapping[ArchivePath, ArchivePath]
    legal: frozenset[ArchivePath]

    def release_digests(self, digests: Digests) -> Mapping[ArchivePath, Sha256]:
        """`digests` of members → digests of release files."""
        return {path: digests[member_path] for path, member_path in self.member_paths.items() if member_path in digests}


def assemble_tree(release: Release, hatchling_members: Iterable[Member], written: Written) -> Assembly:
    """An archive that keeps the release's own paths below its one folder: the sdist and the release archive.

    `hatchling_members` is what Hatchling put there already; release files that it holds keep their place in it.
    """
    member_paths = {file.path: ArchivePath(f"{written.root}/{file.path}") for file in release.inventory}
    shipped = _shipped(release, written)
    brought = {member.path: with_terms(member, shipped) for member in hatchling_members}
    _refuse_other_bytes(release.inventory, member_paths, brought)
    members: _Contents = {**brought, **{member_paths[file.path]: file for file in release.inventory}}
    bill = ArchivePath(f"{written.root}/{BILL_OF_MATERIALS}")
    members.pop(bill, None)
    return _with_generated(release, shipped, written.root, members, member_paths, written, bill)


def assemble_wheel(
    release: Release,
    hatchling_members: Iterable[Member],
    member_paths: Mapping[ArchivePath, ArchivePath],
    written: Written,
) -> Assembly:
    """A wheel: Hatchling's members where they are, every other release file where `member_paths` says.

    :raises SourceError: something that is not in the tree lies where a release file goes.
    """
    shipped = _shipped(release, written)
    brought = {member.path: with_terms(member, shipped) for member in hatchling_members}
    _refuse_other_bytes(release.inventory, member_paths, brought)
    members: _Contents = dict(brought)
    for file in release.inventory:
        member_path = member_paths[file.path]
        if member_path in brought and not _is_from(brought[member_path], file):
            _refuse_collision(file, brought[member_path])
        members[member_path] = file
    metadata = metadata_folder_of(members)
    if metadata is None:
        raise ValueError("Hatchling wrote a wheel without metadata")
    for file in shipped.inventory:
        if file.role == "legal" and not is_metadata(file.path):
            member_path = license_copy(metadata, file.path)
            members.setdefault(member_path, file)
    page = license_copy(metadata, MODIFICATIONS_PAGE)
    members[page] = page_member(page, shipped, member_paths)
    bill = own_bill(metadata, release.project.import_name)
    if bill in members:
        raise bill_in_the_way(bill)
    return _with_generated(release, shipped, release.project.import_name, members, member_paths, written, bill)


def _is_from(member: Member, file: ReleaseFile) -> bool:
    return isinstance(member.content, FileContent) and member.content.source == file.source


class _Members(Sequence[Member]):
    """In the order of `paths`; those of the release's files are made anew whenever they are asked for: of very many, all take
    much room.
    """

    def __init__(self, paths: Sequence[ArchivePath], contents: _Contents, executable: frozenset[ArchivePath]) -> None:
        self._paths = paths
        self._contents = contents
        self._executable = executable

    def __len__(self) -> int:
        return len(self._paths)

    @overload
    def __getitem__(self, at: int) -> Member: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[Member]: ...
    def __getitem__(self, at: int | slice) -> Member | Sequence[Member]:
        if isinstance(at, slice):
            return _Members(self._paths[at], self._contents, self._executable)
        path = self._paths[at]
        return _member(self._contents[path], path, executable=path in self._executable)


def _member(one: Member | ReleaseFile, path: ArchivePath, *, executable: bool) -> Member:
    if isinstance(one, Member):
        return one if one.executable == executable else replace(one, executable=executable)
    content = FileContent(source=one.source, size=one.size, expected=one.sha256, mtime_ns=one.mtime_ns, pin=one.pin)
    return Member(path=path, content=content, executable=executable)


def _refuse_other_bytes(
    files: Iterable[ReleaseFile],
    member_paths: Mapping[ArchivePath, ArchivePath],
    members: Mapping[ArchivePath, Member],
) -> None:
    """What Hatchling packed from the tree must be what was judged."""
    for file in files:
        member = members.get(member_paths[file.path])
        if member is None or not isinstance(member.content, FileContent) or member.content.source != file.source:
            continue
        if None not in {member.content.expected, file.sha256} and member.content.expected != file.sha256:
            raise ChangedWhileReadingError(file.path)


def _refuse_collision(file: ReleaseFile, member: Member) -> None:
    content = member.content
    if isinstance(content, FileContent) and content.expected is not None and content.expected == file.sha256:
        return
    raise SourceError(
        Bilingual(
            en=f"{file.path}: goes to `{member.path}` in the wheel, where another file lies already; rename that one, or"
            " take it out of the wheel",
            zh=f"{file.path}：在 wheel 中应放到 `{member.path}`，但该处已有另一个文件；请将后者改名，或将其移出 wheel",
        )
    )


def _with_generated(
    release: Release,
    shipped: Release,
    folder: str,
    members: _Contents,
    member_paths: Mapping[ArchivePath, ArchivePath],
    written: Written,
    bill: ArchivePath,
) -> Assembly:
    page, manifest, checksums = (ArchivePath(f"{folder}/{name}") for name in (MODIFICATIONS_PAGE, MANIFEST, CHECKSUMS))
    members = {path: one for path, one in members.items() if path not in {manifest, checksums}}
    members[page] = page_member(page, shipped, member_paths)
    files = _files_shipped(release, shipped, member_paths, written)
    unlisted = told_otherwise(members, release.project.import_name, files)
    listed = list_members((_as_listed(one, path) for path, one in members.items()), files, unlisted)
    members[bill] = bill_member(bill, shipped, listed, written)
    listed = with_listed(listed, list_members([_as_listed(members[bill], bill)], {}, unlisted))
    members[manifest] = manifest_member(manifest, shipped, listed, written)
    summed = sorted((path for path in members if path.startswith(f"{folder}/")), key=sort_key)
    members[checksums] = checksums_member(checksums, folder, summed)
    ordered = sorted(members, key=member_order)
    legal = {member_paths[file.path] for file in release.inventory if file.role == "legal"}
    late = {path for path, one in members.items() if isinstance(one, Member) and isinstance(one.content, LateContent)}
    executable = frozenset(file.path for file in listed if file.executable)
    return Assembly(
        members=_Members(ordered, members, executable), member_paths=member_paths, legal=frozenset(legal | late)
    )


def _shipped(release: Release, written: Written) -> Release:
    return release.as_shipped(release.files_of(written.target))


def _files_shipped(
    release: Release, shipped: Release, member_paths: Mapping[ArchivePath, ArchivePath], written: Written
) -> Mapping[ArchivePath, ReleaseFile]:
    """Member → what the archive's receiver is to take it for: a file of the release, or one that this target brings in."""
    above = prefix_of(written.root)
    files = {member_path: release.inventory.by_path[path] for path, member_path in member_paths.items()}
    for added in release.files_of(written.target).added:
        path = path_as_shipped(added.path, written.target, release.inventory.by_path)
        files[ArchivePath(above + added.path)] = shipped.inventory.by_path[path]
    return files


def _as_listed(one: Member | ReleaseFile, path: ArchivePath) -> tuple[ArchivePath, int, bool]:
    return path, one.content.size if isinstance(one, Member) else one.size, one.executable
