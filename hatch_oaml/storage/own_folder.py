"""Whether a release folder still is what a build wrote: only then may another take its place."""

from __future__ import annotations

import os
from contextlib import suppress
from typing import TYPE_CHECKING

from hatch_oaml.records.generated import GENERATED, MANIFEST
from hatch_oaml.records.manifest import parse_manifest
from hatch_oaml.values.bilingual import Bilingual
from hatch_oaml.values.errors import WriteError
from hatch_oaml.values.paths import prefix_of
from hatch_oaml.values.wording import shown_name

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator
    from pathlib import Path

    from hatch_oaml.records.manifest import Manifest

_COARSE = 2
"""Seconds: as well as FAT can tell a time."""

_LONGEST = 256 << 20


def refuse_foreign(folder: Path, beside: Collection[str]) -> None:
    """:param beside: the names at the top that a build puts beside the release.
    :raises WriteError: something is there that no build wrote, or that was changed since.
    :raises OSError: the file system refuses to tell.
    """
    found = foreign_in(folder, beside) if os.path.lexists(folder) else None
    if found is not None:
        shown = shown_name(found)
        raise WriteError(
            Bilingual(
                en=f"{folder}: holds something that no build wrote, or that was changed since (`{shown}`), and is not replaced;"
                " move it elsewhere, or delete it, then build again",
                zh=f"{folder}：其中有并非由构建写出、或在写出之后被改动的内容（`{shown}`），因此不予替换；请将其移走或删除，然后重新构建",
            )
        )


def foreign_in(folder: Path, beside: Collection[str]) -> str | None:
    """The first path of such; None where there is none. Of weights size and time are asked, and no byte is read."""
    manifest = None if folder.is_symlink() else _manifest_in(folder)
    if manifest is None:
        return "."
    above = prefix_of(manifest.root)
    sizes: dict[str, int | None] = {file.path.removeprefix(above): file.size for file in manifest.files}
    sizes |= dict.fromkeys((*GENERATED - sizes.keys(), *beside))
    return next((path for path in _changed(str(folder), sizes, manifest.written.epoch)), None)


def _changed(folder: str, sizes: dict[str, int | None], time: int) -> Iterator[str]:
    folders = [""]
    while folders:
        above = folders.pop()
        for entry in sorted(os.scandir(os.path.join(folder, above)), key=lambda entry: entry.name):
            path = f"{above}{entry.name}"
            if entry.is_dir(follow_symlinks=False):
                folders.append(f"{path}/")
                continue
            status = entry.stat(follow_symlinks=False)
            is_as_written = (
                path in sizes
                and entry.is_file(follow_symlinks=False)
                and sizes[path] in {None, status.st_size}
                and abs(status.st_mtime - time) <= _COARSE
            )
            if not is_as_written:
                yield path


def _manifest_in(folder: Path) -> Manifest | None:
    path = folder / MANIFEST
    with suppress(OSError, ValueError):
        if path.is_file() and path.stat().st_size <= _LONGEST:
            return parse_manifest(path.read_bytes())
    return None
