"""What lies in a folder, of whatever making: which of its files, what they are, and what their place tells of them."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from hatch_oaml.project.classification import is_build_only, named
from hatch_oaml.project.file_facts import read_file
from hatch_oaml.project.on_disk import unreadable
from hatch_oaml.project.walking import Tree, walk
from hatch_oaml.recording.checkout import checkout_in
from hatch_oaml.recording.found_facts import Found, record_path
from hatch_oaml.recording.hub_cache import snapshot_of
from hatch_oaml.recording.installed import installed_in
from hatch_oaml.recording.place import Place
from hatch_oaml.recording.project_table import project_table
from hatch_oaml.recording.unpacked import unpacked_release
from hatch_oaml.records.config import parse_config
from hatch_oaml.records.generated import GENERATED, MODIFICATIONS_PAGE
from hatch_oaml.records.inventory import Inventory
from hatch_oaml.storage.short_file import short_text
from hatch_oaml.storage.store_path import StorePath
from hatch_oaml.values.bilingual import Bilingual
from hatch_oaml.values.errors import SourceError
from hatch_oaml.values.output_folders import DISTRIBUTIONS, release_folder
from hatch_oaml.values.patterns import Patterns

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hatch_oaml.recording.unpacked import Unpacked

_DEFAULTS = parse_config({})
_LONGEST = 1 << 30


def found_in(folder: Path) -> Iterator[Found]:
    """A release of ours, of which the digests are still to be seen; then, where it is none, what lies there.

    :raises SourceError: as `record_folder`.
    """
    if isinstance(folder, StorePath):
        # threads take long to import, and only what lies in a store is read by them
        from hatch_oaml.recording.found_in_store import found_in_store  # noqa: PLC0415

        yield from found_in_store(folder)
        return
    folder = folder.absolute()
    snapshot = snapshot_of(folder)
    folder = snapshot.folder if snapshot else folder
    unpacked = unpacked_release(folder)
    if unpacked is not None:
        yield _release_found(unpacked, folder, snapshot)
    yield _plain_found(snapshot or installed_in(folder) or checkout_in(folder) or Place(folder=folder))


def _release_found(unpacked: Unpacked, folder: Path, snapshot: Place | None) -> Found:
    manifest = unpacked.manifest
    sources = {str(file.path): file.source for file in unpacked.files}
    return Found(
        inventory=_of_release(unpacked, folder),
        text=lambda path: _read(sources.get(path)),
        config=unpacked.config,
        name=snapshot.name if snapshot else manifest.project.name,
        version=snapshot.version if snapshot else manifest.project.version,
        license=manifest.project.license_expression,
        digests=unpacked.digests,
        promised=manifest.notices,
    )


def _plain_found(place: Place) -> Found:
    inventory = _inventory(place)
    sources = {MODIFICATIONS_PAGE: str(place.folder / MODIFICATIONS_PAGE)}
    sources |= {str(file.path): file.source for file in inventory}
    table = project_table(_read(str(place.folder / "pyproject.toml")))
    return Found(
        inventory=inventory,
        text=lambda path: _read(sources.get(path)),
        config=table.config,
        name=place.name or table.name,
        version=place.version or table.version,
        url=place.url,
        license=place.license or table.license,
        notes=(*place.notes, *_one_folder(inventory)),
    )


def _one_folder(inventory: Inventory) -> Iterator[Bilingual]:
    """Is SOURCE the folder above the model's? Then no path of the record will be one of the derivative's."""
    tops = {file.path.partition("/")[0] for file in inventory}
    if len(tops) == 1 and all("/" in file.path for file in inventory):
        top = tops.pop()
        yield Bilingual(
            en=f"every file lies below `{top}/`: if that is the model's own folder, point to it, so that paths are those of the model",
            zh=f"所有文件都在 `{top}/` 之下：如果它就是模型自身的文件夹，请指向它，使路径与模型中的一致",
        )


def _read(source: str | None) -> bytes | None:
    if source is None:
        return None
    try:
        return short_text(Path(source), _LONGEST) if os.path.isfile(source) else None
    except OSError as error:
        raise unreadable(source, error) from error


def _of_release(unpacked: Unpacked, folder: Path) -> Inventory:
    config = unpacked.config
    return Inventory.of(
        read_file(file.path, file.source, named(file.path, config), str(folder)) for file in unpacked.files
    )


def _inventory(place: Place) -> Inventory:
    root = str(place.folder)
    inventory = Inventory.of(
        read_file(record_path(path), source, named(path, _DEFAULTS), root) for path, source in _sources(place)
    )
    if not inventory.files:
        raise SourceError(
            Bilingual(en=f"{place.folder}: holds no file to record", zh=f"{place.folder}：没有可供记录的文件")
        )
    return inventory


def _sources(place: Place) -> Iterator[tuple[str, str]]:
    outputs = (DISTRIBUTIONS, release_folder(DISTRIBUTIONS)) if os.path.isfile(place.folder / "pyproject.toml") else ()
    tree = Tree(root=str(place.folder), outputs=outputs, ignored=Patterns(()))
    for path, source in walk(tree):
        if path == ".git" or path.endswith("/.git"):
            continue  # of a worktree or a submodule it is a file
        if not is_build_only(path) and path not in GENERATED and not place.leaves_out(path):
            yield path, source
    yield from place.more.items()
