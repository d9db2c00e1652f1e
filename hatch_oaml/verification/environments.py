"""Each release in an environment into which others are installed too: found by its metadata, or by its manifest alone."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from hatch_oaml.records.generated import MANIFEST
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
    if isinstance(folder, StorePath) or (folder / MANIFEST).exists():
        return None
    infos = [name for name in sorted(_names(folder)) if name.endswith(FOLDER) and (folder / name).is_dir()]
    if len(infos) < 2 and folder.absolute().name not in _ENVIRONMENTS:  # one alone is a wheel unpacked
        return None
    manifests = {info: next(manifests_in(folder / info), None) for info in infos}
    told = {path for path in manifests.values() if path is not None}
    ours = tuple(folder / info for info, path in manifests.items() if path is not None)
    return (*ours, *(folder / found for found in _untold(folder, told)))


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
