"""The members of an archive as its manifest lists them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hatch_oaml.project.classification import complementary_kind
from hatch_oaml.records.generated import BILL_OF_MATERIALS, GENERATED
from hatch_oaml.records.listing import Listed
from hatch_oaml.values.paths import file_name, sort_key
from hatch_oaml.values.wheel_names import is_metadata

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from hatch_oaml.records.inventory import ReleaseFile
    from hatch_oaml.values.paths import ArchivePath
    from hatch_oaml.values.roles import Kind


def list_members(
    members: Iterable[tuple[ArchivePath, int, bool]], files: Mapping[ArchivePath, ReleaseFile]
) -> list[Listed]:
    """All members but a wheel's `.dist-info`, which its RECORD lists.

    :param members: the path, the size in bytes, and whether it is executable, of each.
    :param files: member → the file of the release that it is.
    """
    listed = [
        _listed(path, size, executable, files.get(path)) for path, size, executable in members if not is_metadata(path)
    ]
    return with_listed(listed, ())


def with_listed(listed: Iterable[Listed], more: Iterable[Listed]) -> list[Listed]:
    """Both, in their order."""
    return sorted((*listed, *more), key=lambda item: sort_key(item.path))


def _listed(path: ArchivePath, size: int, executable: bool, file: ReleaseFile | None) -> Listed:  # noqa: FBT001  # a fact
    if file:
        return Listed(path=path, release=file.path, role=file.role, kind=file.kind, size=size, executable=executable)
    name = file_name(path)
    if name in GENERATED:
        ours: Kind = "bill-of-materials" if name == BILL_OF_MATERIALS else "modifications"
        return Listed(path=path, release=None, role="legal", kind=ours, size=size, executable=executable)
    kind = complementary_kind(path)
    return Listed(path=path, release=None, role="complementary", kind=kind, size=size, executable=executable)
