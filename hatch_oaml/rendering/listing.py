"""The members of an archive as its manifest lists them."""

from __future__ import annotations

from heapq import merge
from typing import TYPE_CHECKING

from hatch_oaml.project.classification import complementary_kind
from hatch_oaml.records.generated import BILL_OF_MATERIALS, GENERATED
from hatch_oaml.records.listing import Listed
from hatch_oaml.values.many import Many
from hatch_oaml.values.paths import file_name, sort_key
from hatch_oaml.values.wheel_names import is_metadata

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from hatch_oaml.records.inventory import ReleaseFile
    from hatch_oaml.values.paths import ArchivePath
    from hatch_oaml.values.roles import Kind


def list_members(
    members: Iterable[tuple[ArchivePath, int, bool]], files: Mapping[ArchivePath, ReleaseFile]
) -> Sequence[Listed]:
    """All members but a wheel's `.dist-info`, which its RECORD lists.

    :param members: the path, the size in bytes, and whether it is executable, of each.
    :param files: member → the file of the release that it is.
    """
    told = sorted(
        ((path, size, executable) for path, size, executable in members if not is_metadata(path)),
        key=lambda one: sort_key(one[0]),
    )
    return Many(Listed, (_listed(path, size, executable, files.get(path)) for path, size, executable in told))


def with_listed(listed: Iterable[Listed], more: Iterable[Listed]) -> Sequence[Listed]:
    """Both, in their order.

    :param listed: in order already.
    """
    return Many(Listed, merge(listed, sorted(more, key=_order), key=_order))


def _order(item: Listed) -> str:
    return sort_key(item.path)


def _listed(path: ArchivePath, size: int, executable: bool, file: ReleaseFile | None) -> Listed:  # noqa: FBT001  # a fact
    if file:
        return Listed(path=path, release=file.path, role=file.role, kind=file.kind, size=size, executable=executable)
    name = file_name(path)
    if name in GENERATED:
        ours: Kind = "bill-of-materials" if name == BILL_OF_MATERIALS else "modifications"
        return Listed(path=path, release=None, role="legal", kind=ours, size=size, executable=executable)
    kind = complementary_kind(path)
    return Listed(path=path, release=None, role="complementary", kind=kind, size=size, executable=executable)
