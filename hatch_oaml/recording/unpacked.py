"""The folder of a release of ours, unpacked or installed: its files under the paths that they have in the release."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from hatch_oaml.project.on_disk import require_file
from hatch_oaml.records.config import parse_config
from hatch_oaml.records.generated import MANIFEST
from hatch_oaml.records.manifest import parse_manifest
from hatch_oaml.storage.short_file import short_text
from hatch_oaml.values.errors import OamlError
from hatch_oaml.values.frozen import frozen
from hatch_oaml.values.wheel_names import is_own_folder

if TYPE_CHECKING:
    from collections.abc import Mapping

    from hatch_oaml.records.config import Config
    from hatch_oaml.records.manifest import Manifest
    from hatch_oaml.values.digests import Sha256
    from hatch_oaml.values.paths import ArchivePath

_LONGEST = 1 << 30
"""Bytes: more than the manifest of a million files takes."""

_DEEPEST = 3
"""So many folders can an import name have above its manifest: those of a namespace."""


@frozen
class UnpackedFile:
    """A file by its path in the release, with where it lies now."""

    path: ArchivePath
    source: str
    sha256: Sha256


@frozen
class Unpacked:
    """All files that the manifest lists, each of its size; whether they are the same bytes is still to be seen."""

    manifest: Manifest
    config: Config
    files: tuple[UnpackedFile, ...]

    @property
    def digests(self) -> Mapping[ArchivePath, Sha256]:
        """As the manifest has them."""
        return {file.path: file.sha256 for file in self.files}


def unpacked_release(folder: Path) -> Unpacked | None:
    """None where `folder` holds no release of ours, or one that somebody changed."""
    place = _place_of_manifest(folder)
    if place is None:
        return None
    try:
        manifest = parse_manifest(short_text(place / MANIFEST, _LONGEST))
        config = parse_config(manifest.settings)
    except (OSError, ValueError, OamlError):
        return None
    # the members of a wheel lie below no folder of the archive's own, and its manifest in the package
    top = manifest.root or (manifest.project.import_name if manifest.target == "wheel" else "")
    files = tuple(
        UnpackedFile(path=listed.release, source=_source(place, top, listed.path), sha256=listed.sha256)
        for listed in manifest.files
        if listed.release is not None
    )
    sizes = {listed.release: listed.size for listed in manifest.files}
    if not all(_is_of_size(file.source, sizes[file.path]) for file in files):
        return None
    return Unpacked(manifest=manifest, config=config, files=files)


def _place_of_manifest(folder: Path) -> Path | None:
    """The folder that holds the manifest: `folder`, or the one in it that was unpacked there."""
    if os.path.isfile(folder / MANIFEST):
        return folder
    level = [folder]
    for _ in range(_DEEPEST):
        level = [below for above in level for below in _folders(above)]
        found = [below for below in level if os.path.isfile(below / MANIFEST)]
        if found:
            return found[0] if len(found) == 1 and _is_alone(folder, found[0]) else None
    return None


def _is_alone(folder: Path, found: Path) -> bool:
    """Is nothing there but the release, and the metadata of its wheel?"""
    top = found.relative_to(folder).parts[0]
    return all(
        entry.name == top or is_own_folder(entry.name) or entry.name.startswith((".", "__"))
        for entry in list(os.scandir(folder))
    )


def _folders(folder: Path) -> list[Path]:
    try:
        return sorted(Path(entry.path) for entry in list(os.scandir(folder)) if entry.is_dir(follow_symlinks=False))
    except OSError:
        return []


def _source(place: Path, top: str, path: str) -> str:
    """Where the member called `path` was unpacked, whatever the folder `top` that holds the manifest is called now."""
    if top and path.startswith(f"{top}/"):
        return str(place / path[len(top) + 1 :])
    return str((place.parents[top.count("/")] if top else place) / path)


def _is_of_size(source: str, size: int) -> bool:
    try:
        return require_file(source).st_size == size
    except OamlError:
        return False
