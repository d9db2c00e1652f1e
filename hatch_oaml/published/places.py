"""What the members of an archive of anybody's are as files of a tree, by their names alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hatch_oaml.project.classification import is_build_only
from hatch_oaml.project.walking import lies_in_a_left_out_folder
from hatch_oaml.records.generated import GENERATED, MODIFICATIONS_PAGE
from hatch_oaml.values.frozen import frozen
from hatch_oaml.values.legal_names import is_legal_name
from hatch_oaml.values.paths import ArchivePath
from hatch_oaml.values.wheel_names import LICENSES, METADATA, is_metadata, metadata_folder_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from hatch_oaml.records.members import StoredMember

_SOURCE_METADATA = "PKG-INFO"
_PROJECT = "pyproject.toml"
_EGG = ".egg-info"


@frozen
class Placed:
    """`files` are the members that are content, in the order in which they lie, each with its path in the tree; `metadata` and
    `project` those that tell what the whole is, and `page` a `MODIFICATIONS.md`, where there are such. `top` is the one folder that all is below, "" without one.
    """

    files: tuple[tuple[StoredMember, ArchivePath], ...]
    top: str
    metadata: StoredMember | None
    project: StoredMember | None
    page: StoredMember | None


def placed(members: Sequence[StoredMember]) -> Placed:
    by_path = {member.path: member for member in members}
    wheel = metadata_folder_of(by_path)
    top = "" if wheel else _top(members)
    above = f"{top}/" if top else ""
    metadata = by_path.get(ArchivePath(f"{wheel}/{METADATA}" if wheel else f"{above}{_SOURCE_METADATA}"))
    return Placed(
        files=tuple(_files(members, above)),
        top=top,
        metadata=metadata,
        project=by_path.get(ArchivePath(f"{above}{_PROJECT}")),
        page=by_path.get(ArchivePath(f"{above}{MODIFICATIONS_PAGE}")),
    )


def _top(members: Sequence[StoredMember]) -> str:
    tops = {member.path.partition("/")[0] for member in members}
    return tops.pop() if len(tops) == 1 and all("/" in member.path for member in members) else ""


def _files(members: Sequence[StoredMember], above: str) -> Iterator[tuple[StoredMember, ArchivePath]]:
    own = {member.path.removeprefix(above) for member in members}
    taken: set[str] = set()
    for member in sorted(members, key=lambda member: member.offset):
        path = _legal_text(member.path) if is_metadata(member.path) else member.path.removeprefix(above)
        if path is None or path in taken or (is_metadata(member.path) and path in own):
            continue
        if lies_in_a_left_out_folder(path) or path == ".git" or path.endswith("/.git"):
            continue
        if is_of_builders(path):
            continue
        if not is_build_only(path) and path not in GENERATED:
            taken.add(path)
            yield member, ArchivePath(path)


def is_of_builders(path: str) -> bool:
    """Does it lie in what setuptools writes beside the sources that it packs?"""
    return any(folder.endswith(_EGG) for folder in path.split("/")[:-1])


def _legal_text(path: str) -> str | None:
    """Of a wheel's metadata the legal texts alone are content: they came with the package, and speak of it."""
    below = path.partition("/")[2]
    if below.startswith(f"{LICENSES}/"):
        return below.removeprefix(f"{LICENSES}/")
    return below if is_legal_name(below) and "/" not in below else None
