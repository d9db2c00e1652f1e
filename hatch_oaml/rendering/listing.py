"""The members of an archive as its manifest lists them."""

from __future__ import annotations

from heapq import merge
from typing import TYPE_CHECKING

from hatch_oaml.project.classification import complementary_kind
from hatch_oaml.records.generated import BILL_OF_MATERIALS, GENERATED, MODIFICATIONS_PAGE
from hatch_oaml.records.listing import Listed
from hatch_oaml.values.many import Many
from hatch_oaml.values.paths import ArchivePath, file_name, sort_key
from hatch_oaml.values.wheel_names import (
    METADATA,
    RECORD,
    WHEEL,
    is_license_copy,
    is_metadata,
    license_copy,
    metadata_folder_of,
    own_bill,
)

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from hatch_oaml.records.inventory import ReleaseFile
    from hatch_oaml.values.roles import Kind, Role


def list_members(
    members: Iterable[tuple[ArchivePath, int, bool]],
    files: Mapping[ArchivePath, ReleaseFile],
    unlisted: Collection[str] = frozenset(),
) -> Sequence[Listed]:
    """All members but those that are `unlisted`; of a Model, legal texts and a wheel's metadata none is executable.

    :param members: the path, the size in bytes, and whether it was executable where it lay, of each.
    :param files: member → the file of the release that it is.
    """
    told = sorted(
        ((path, size, executable) for path, size, executable in members if path not in unlisted),
        key=lambda one: sort_key(one[0]),
    )
    return Many(Listed, (_listed(path, size, executable, files.get(path)) for path, size, executable in told))


def told_otherwise(
    paths: Iterable[str], import_name: str, files: Mapping[ArchivePath, ReleaseFile]
) -> frozenset[ArchivePath]:
    """What of a wheel's metadata no manifest needs to list: it can be made again, or is held against the release itself.

    :param files: as in `list_members`.
    """
    folder = metadata_folder_of(paths)
    if folder is None:
        return frozenset()
    legal = (file.path for file in files.values() if file.role == "legal" and not is_metadata(file.path))
    return frozenset(
        {
            *(ArchivePath(f"{folder}/{name}") for name in (METADATA, WHEEL, RECORD)),
            *(license_copy(folder, path) for path in (*legal, MODIFICATIONS_PAGE)),
            own_bill(folder, import_name),
        }
    )


def with_listed(listed: Iterable[Listed], more: Iterable[Listed]) -> Sequence[Listed]:
    """Both, in their order.

    :param listed: in order already.
    """
    return Many(Listed, merge(listed, sorted(more, key=_order), key=_order))


def _order(item: Listed) -> str:
    return sort_key(item.path)


def _listed(path: ArchivePath, size: int, executable: bool, file: ReleaseFile | None) -> Listed:  # noqa: FBT001  # a fact
    role, kind = _what_it_is(path, file)
    release = file.path if file and not is_license_copy(path) else None
    may_run = role == "complementary" and not is_metadata(path)
    return Listed(path=path, release=release, role=role, kind=kind, size=size, executable=executable and may_run)


def _what_it_is(path: ArchivePath, file: ReleaseFile | None) -> tuple[Role, Kind]:
    if is_license_copy(path):
        return "legal", "license"  # of whatever file, which is judged where it lies
    if file:
        return file.role, file.kind
    name = file_name(path)
    if name in GENERATED:
        return "legal", "bill-of-materials" if name == BILL_OF_MATERIALS else "modifications"
    return "complementary", complementary_kind(path)
