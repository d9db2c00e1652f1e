"""What a base record is made from where a base lies in a folder, of whatever making."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from hatch_oaml.project.classification import is_build_only, named
from hatch_oaml.project.file_facts import read_file
from hatch_oaml.project.model_digests import digest_model_tensors, hash_files
from hatch_oaml.project.on_disk import unreadable
from hatch_oaml.project.scan import Tree, walk
from hatch_oaml.recording.checkout import checkout_in
from hatch_oaml.recording.contents import Contents
from hatch_oaml.recording.hub_cache import snapshot_of
from hatch_oaml.recording.installed import installed_in
from hatch_oaml.recording.place import Place
from hatch_oaml.recording.project_table import project_table
from hatch_oaml.recording.tensors import with_tensors
from hatch_oaml.recording.unpacked import unpacked_release
from hatch_oaml.records.base_file import BaseFile
from hatch_oaml.records.config import parse_config
from hatch_oaml.records.generated import GENERATED
from hatch_oaml.records.inventory import Inventory
from hatch_oaml.values.bilingual import Bilingual
from hatch_oaml.values.errors import SourceError
from hatch_oaml.values.output_folders import DISTRIBUTIONS, release_folder
from hatch_oaml.values.paths import archive_path
from hatch_oaml.values.patterns import Patterns

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from hatch_oaml.recording.unpacked import Unpacked
    from hatch_oaml.records.inventory import ReleaseFile
    from hatch_oaml.records.members import Progress
    from hatch_oaml.values.paths import ArchivePath

    Recorder = Callable[[Inventory, Progress], tuple[BaseFile, ...]]

_DEFAULTS = parse_config({})
_LICENSE_KEYS = ("general.license", "license")
"""GGUF's own key, and what others write into a safetensors header."""


def record_folder(folder: Path, progress: Progress) -> tuple[BaseFile, ...]:
    """What `folder` ships, in the order of paths; files that are Git LFS pointers count as what they point to.

    Left out is what no release holds: the version control's and the build's own files, and what we generate.

    :raises SourceError: a file cannot be read, there is none, or no model's folder is meant.
    """
    return folder_contents(folder, hashed, progress).files


def record_tensors(folder: Path, progress: Progress) -> tuple[BaseFile, ...]:
    """As `record_folder`, and each model file with its tensors; Git LFS pointers have none. Each byte is read once."""
    return folder_contents(folder, hashed_with_tensors, progress).files


def folder_contents(folder: Path, record: Recorder, progress: Progress) -> Contents:
    """The base that lies in `folder`: a hub's cache or snapshot, a release of ours unpacked or installed, an installed
    wheel, a checkout, or plain files.

    :raises SourceError: as `record_folder`.
    """
    folder = folder.absolute()
    snapshot = snapshot_of(folder)
    folder = snapshot.folder if snapshot else folder
    unpacked = unpacked_release(folder)
    if unpacked is not None:
        files = record(_of_release(unpacked, folder), progress)
        if {file.path: file.sha256 for file in files} == unpacked.digests:
            return _release_contents(unpacked, files, snapshot)
    return _plain_contents(
        snapshot or installed_in(folder) or checkout_in(folder) or Place(folder=folder), record, progress
    )


def _release_contents(unpacked: Unpacked, files: tuple[BaseFile, ...], snapshot: Place | None) -> Contents:
    manifest = unpacked.manifest
    sources = {str(file.path): file.source for file in unpacked.files}
    return Contents(
        files=files,
        text=lambda path: _read(sources.get(path)),
        config=unpacked.config,
        name=snapshot.name if snapshot else manifest.project.name,
        version=snapshot.version if snapshot else manifest.project.version,
        license=manifest.project.license_expression,
        promised=manifest.notices,
    )


def _plain_contents(place: Place, record: Recorder, progress: Progress) -> Contents:
    inventory = _inventory(place)
    sources = {str(file.path): file.source for file in inventory}
    table = project_table(_read(str(place.folder / "pyproject.toml")))
    return Contents(
        files=record(inventory, progress),
        text=lambda path: _read(sources.get(path)),
        config=table.config,
        name=place.name or table.name,
        version=place.version or table.version,
        url=place.url,
        license=place.license or table.license,
        header_license=next(_licenses_in_headers(inventory), ""),
        notes=(*place.notes, *_one_folder(inventory)),
    )


def _licenses_in_headers(inventory: Inventory) -> Iterator[str]:
    for file in inventory:
        if file.weights is not None:
            yield from (file.weights.metadata[key] for key in _LICENSE_KEYS if file.weights.metadata.get(key))


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
        return Path(source).read_bytes() if Path(source).is_file() else None
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
        read_file(_record_path(path), source, named(path, _DEFAULTS), root) for path, source in _sources(place)
    )
    if not inventory.files:
        raise SourceError(
            Bilingual(en=f"{place.folder}: holds no file to record", zh=f"{place.folder}：没有可供记录的文件")
        )
    return inventory


def _sources(place: Place) -> Iterator[tuple[str, str]]:
    outputs = (DISTRIBUTIONS, release_folder(DISTRIBUTIONS)) if (place.folder / "pyproject.toml").is_file() else ()
    tree = Tree(root=str(place.folder), outputs=outputs, ignored=Patterns(()))
    for path, source in walk(tree):
        if path == ".git" or path.endswith("/.git"):
            continue  # of a worktree or a submodule it is a file
        if not is_build_only(path) and path not in GENERATED and not place.leaves_out(path):
            yield path, source
    yield from place.more.items()


def hashed(inventory: Inventory, progress: Progress) -> tuple[BaseFile, ...]:
    """As files of a record; what is a Git LFS pointer has its digest already."""
    real = Inventory.of(file for file in inventory if file.pointer is None)
    digests = hash_files(real, progress)
    return tuple(_base_file(file) for file in inventory.with_digests(digests))


def hashed_with_tensors(inventory: Inventory, progress: Progress) -> tuple[BaseFile, ...]:
    """As `hashed`, the model files with their tensors."""
    models = {file.path: file for file in digest_model_tensors(inventory, progress)}
    files = hashed(inventory.with_files(models.values()), progress)
    return tuple(
        with_tensors(file, facts) if file.path in models and (facts := models[file.path].weights) else file
        for file in files
    )


def _record_path(path: str) -> ArchivePath:
    try:
        return archive_path(path)
    except ValueError as error:
        raise SourceError(
            Bilingual(
                en=f"{path}: this name {error}, which no record can hold; rename the file, or leave it out of SOURCE",
                zh=f"{path}：记录无法容纳该文件名；请改名，或将其移出 SOURCE",
            )
        ) from error


def _base_file(file: ReleaseFile) -> BaseFile:
    if file.pointer:
        return BaseFile(path=file.path, size=file.pointer.size, sha256=file.pointer.sha256)
    if file.sha256 is None:  # every file without a pointer has just been hashed
        raise AssertionError(file.path)
    return BaseFile(
        path=file.path, size=file.size, sha256=file.sha256, notices=file.notices, fingerprint=file.fingerprint
    )
