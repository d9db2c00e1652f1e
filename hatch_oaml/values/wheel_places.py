"""Where a wheel may hold a file of the release: its writer keeps to it, and its receiver derives it again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hatch_oaml.values.paths import file_name

if TYPE_CHECKING:
    from collections.abc import Container

TOP_LEVEL = "_top_level"
"""Below the import name: for files at the top of the project whose names the package has files of its own for."""


def may_lie_at(path: str, release: str, import_name: str, releases: Container[str]) -> bool:
    """May `path` of the wheel be what the project calls `release`?

    Below the import name it may; and, as a package's own file, below folders that `packages` or `sources` left out or
    renamed. The file itself keeps its name, and none is given the place of another, unless that had to give way.

    :param releases: what the files of the release are called that are not below `TOP_LEVEL`.
    """
    if path in {f"{import_name}/{release}", f"{import_name}/{TOP_LEVEL}/{release}"}:
        return True
    if path == release or release.endswith(f"/{path}"):
        return True
    if file_name(path) != file_name(release):
        return False
    return path.removeprefix(f"{import_name}/") not in releases
