"""Each release in an environment into which others are installed too: found by its metadata, or by its manifest alone."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from hatch_oaml.archives import format_of
from hatch_oaml.records.generated import MANIFEST
from hatch_oaml.storage.opening import is_layout, whole_of
from hatch_oaml.storage.store_path import StorePath
from hatch_oaml.values.wheel_names import FOLDER
from hatch_oaml.verification.folder_layout import manifest_at, manifests_in

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

_ENVIRONMENTS = frozenset({"site-packages", "dist-packages"})


def installed_releases(folder: Path) -> tuple[Path, ...] | None:
    """The `.dist-info` of each wheel of ours, and the folder of each manifest that none of these tells of; None for a folder
    that is no environment.
    """
    if isinstance(folder, StorePath) or os.path.exists(folder / MANIFEST):
        return None
    infos = [name for name in sorted(_names(folder)) if name.endswith(FOLDER) and os.path.isdir(folder / name)]
    if len(infos) < 2 and folder.absolute().name not in _ENVIRONMENTS:  # one alone is a wheel unpacked
        return None
    manifests = {info: next(manifests_in(folder / info), None) for info in infos}
    told = {path for path in manifests.values() if path is not None}
    ours = tuple(folder / info for info, path in manifests.items() if path is not None)
    return (*ours, *(folder / found for found in _untold(folder, told)))


def lying_below(folder: Path) -> tuple[str, ...]:
    """The releases and archives in a folder that is none itself, nor the one that a release was unpacked into."""
    names = [] if isinstance(folder, StorePath) else sorted(_names(folder))
    is_one = folder.name.endswith(FOLDER) or any(name == MANIFEST or name.endswith(FOLDER) for name in names)
    if is_one or not names or is_layout(folder):
        return ()
    archives = sorted({whole_of(folder / name).name for name in names if format_of(folder / name) is not None})
    releases = [path.removesuffix(f"/{MANIFEST}") for path in _manifests_below(folder)]
    is_unpacked = len(releases) == 1 and "/" not in releases[0]
    if is_unpacked and not archives:
        return ()
    others = [name for name in names if whole_of(folder / name).name not in archives and not _is_beside(folder, name)]
    return tuple(sorted({*releases, *archives})) if releases or not others else ()


def _is_beside(folder: Path, name: str) -> bool:
    return name.startswith((".", "SHA256SUMS")) or name.endswith(".sig") or os.path.isdir(folder / name)


def _untold(folder: Path, told: set[str]) -> Iterator[str]:
    """The folders of manifests that belong to no release whose manifest is `told` of."""
    others = [path for path in _manifests_below(folder) if path not in told]
    if not others:
        return
    listed = {file.path for path in told if (manifest := manifest_at(folder / path)) for file in manifest.files}
    yield from (path.removesuffix(f"/{MANIFEST}") for path in others if path not in listed)


def _manifests_below(folder: Path) -> Iterable[str]:
    """The topmost of each folder; links are not followed."""
    found = []
    for above, folders, files in os.walk(folder):
        if MANIFEST in files and above != str(folder):
            found.append(os.path.relpath(os.path.join(above, MANIFEST), folder).replace(os.sep, "/"))
            folders.clear()
    return sorted(found)


def _names(folder: Path) -> list[str]:
    try:
        return os.listdir(folder)
    except OSError:
        return []
