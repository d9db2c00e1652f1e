"""Only members that can be unpacked safely are told of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hatch_oaml.records.members import StoredMember
from hatch_oaml.storage.damage import unsafe
from hatch_oaml.values.many import Many
from hatch_oaml.values.paths import ArchivePath, archive_path

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_LONGEST = 4096
"""Characters: Linux opens paths of less than so many bytes, and others shorter ones."""


def safe_path(archive: str, name: str) -> ArchivePath:
    """:raises SourceError: if unpacking it could write outside of the folder chosen for it."""
    if len(name) > _LONGEST:
        raise unsafe(
            archive,
            name,
            f"whose name has {len(name):,} characters, more than any system opens",
            f"的名称长达 {len(name):,} 个字符，任何系统都无法打开",
        )
    try:
        return archive_path(name)
    except ValueError as error:
        raise unsafe(archive, name, f"whose name {error}", "的名称不安全（绝对路径、`..` 或空的部分）") from error


def consistent(archive: str, members: Iterable[StoredMember]) -> Many[StoredMember]:
    """:raises SourceError: if two members want the same name, or one is a folder of another's."""
    paths: dict[str, None] = {}
    found = Many(StoredMember, _each_once(archive, members, paths))
    for folder in dict.fromkeys(path.rpartition("/")[0] for path in paths):
        while folder and folder not in paths:
            folder = folder.rpartition("/")[0]  # noqa: PLW2901  # up, until there is no more
        if folder:
            raise unsafe(archive, folder, "and files below it as if it were a folder", "既是文件，又被当作目录使用")
    return found


def _each_once(archive: str, members: Iterable[StoredMember], paths: dict[str, None]) -> Iterator[StoredMember]:
    for member in members:
        if member.path in paths:
            raise unsafe(archive, member.path, "and another file of the same name", "与另一个文件同名")
        paths[member.path] = None
        yield member
