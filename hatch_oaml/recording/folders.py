"""What a base record is made from: a folder, or a checkout."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hatch_oaml.project.classification import is_build_only, named
from hatch_oaml.project.file_facts import read_file
from hatch_oaml.project.model_digests import digest_model_tensors, hash_files
from hatch_oaml.project.scan import Tree, walk
from hatch_oaml.recording.tensors import with_tensors
from hatch_oaml.records.base_record import BaseFile
from hatch_oaml.records.config import parse_config
from hatch_oaml.records.generated import GENERATED
from hatch_oaml.records.inventory import Inventory
from hatch_oaml.values.bilingual import Bilingual
from hatch_oaml.values.errors import SourceError
from hatch_oaml.values.paths import archive_path
from hatch_oaml.values.patterns import Patterns

if TYPE_CHECKING:
    from pathlib import Path

    from hatch_oaml.records.inventory import ReleaseFile
    from hatch_oaml.records.members import Progress
    from hatch_oaml.values.paths import ArchivePath

_DEFAULTS = parse_config({})


def record_folder(folder: Path, progress: Progress) -> tuple[BaseFile, ...]:
    """What `folder` ships, in the order of paths; files that are Git LFS pointers count as what they point to.

    Left out is what no release holds: the version control's and the build's own files, and what we generate.

    :raises SourceError: a file cannot be read, or there is none.
    """
    return _recorded(_inventory(folder), progress)


def record_tensors(folder: Path, progress: Progress) -> tuple[BaseFile, ...]:
    """As `record_folder`, and each model file with its tensors; Git LFS pointers have none. Each byte is read once."""
    inventory = _inventory(folder)
    models = {file.path: file for file in digest_model_tensors(inventory, progress)}
    files = _recorded(inventory.with_files(models.values()), progress)
    return tuple(
        with_tensors(file, facts) if file.path in models and (facts := models[file.path].weights) else file
        for file in files
    )


def _inventory(folder: Path) -> Inventory:
    root = str(folder.absolute())
    outputs = ("dist",) if (folder / "pyproject.toml").is_file() else ()
    tree = Tree(root=root, outputs=outputs, ignored=Patterns(()))
    inventory = Inventory.of(
        read_file(_record_path(path), source, named(path, _DEFAULTS), root)
        for path, source in walk(tree)
        if not is_build_only(path) and path not in GENERATED
    )
    if not inventory.files:
        raise SourceError(Bilingual(en=f"{folder}: holds no file to record", zh=f"{folder}：没有可供记录的文件"))
    return inventory


def _recorded(inventory: Inventory, progress: Progress) -> tuple[BaseFile, ...]:
    real = Inventory.of(file for file in inventory if file.pointer is None)
    digests = hash_files(real, progress)
    return tuple(_base_file(file) for file in inventory.with_digests(digests))


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
