"""What a base record is made from where a base lies in a folder, of whatever making."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hatch_oaml.project.model_digests import digest_model_tensors, hash_files
from hatch_oaml.recording.contents import Contents
from hatch_oaml.recording.found import found_in
from hatch_oaml.recording.tensors import with_tensors
from hatch_oaml.records.base_file import BaseFile
from hatch_oaml.records.inventory import Inventory

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from hatch_oaml.project.model_digests import Digesting
    from hatch_oaml.recording.found_facts import Found
    from hatch_oaml.records.inventory import ReleaseFile
    from hatch_oaml.records.members import Progress

    Recorder = Callable[[Inventory, Progress], tuple[BaseFile, ...]]

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
    for found in found_in(folder):
        files = record(found.inventory, progress)
        if found.digests is None or {file.path: file.sha256 for file in files} == found.digests:
            return _contents(found, files)
    raise AssertionError(folder)  # what is found last is plain


def _contents(found: Found, files: tuple[BaseFile, ...]) -> Contents:
    return Contents(
        files=files,
        text=found.text,
        config=found.config,
        name=found.name,
        version=found.version,
        url=found.url,
        license=found.license,
        header_license=next(licenses_in_headers(found.inventory), "") if found.digests is None else "",
        promised=found.promised,
        notes=found.notes,
    )


def licenses_in_headers(inventory: Inventory) -> Iterator[str]:
    """What the headers of the weights say, in the order of their paths."""
    for file in inventory:
        if file.weights is not None:
            yield from (file.weights.metadata[key] for key in _LICENSE_KEYS if file.weights.metadata.get(key))


def hashed(inventory: Inventory, progress: Progress, digesting: Digesting | None = None) -> tuple[BaseFile, ...]:
    """As files of a record; what is a Git LFS pointer has its digest already."""
    real = Inventory.of(file for file in inventory if file.pointer is None)
    digests = hash_files(real, progress, digesting=digesting)
    return tuple(_base_file(file) for file in inventory.with_digests(digests))


def hashed_with_tensors(
    inventory: Inventory, progress: Progress, digesting: Digesting | None = None
) -> tuple[BaseFile, ...]:
    """As `hashed`, the model files with their tensors."""
    models = {file.path: file for file in digest_model_tensors(inventory, progress, digesting=digesting)}
    files = hashed(inventory.with_files(models.values()), progress, digesting)
    return tuple(
        with_tensors(file, facts) if file.path in models and (facts := models[file.path].weights) else file
        for file in files
    )


def as_base_files(inventory: Inventory, *, tensors: bool) -> tuple[BaseFile, ...]:
    """The files of a record, of an inventory whose digests are all known: with their tensors, where those were digested too."""
    files = ((file, _base_file(file)) for file in inventory)
    return tuple(with_tensors(made, file.weights) if tensors and file.weights else made for file, made in files)


def _base_file(file: ReleaseFile) -> BaseFile:
    if file.pointer:
        return BaseFile(path=file.path, size=file.pointer.size, sha256=file.pointer.sha256)
    if file.sha256 is None:  # every file without a pointer has just been hashed
        raise AssertionError(file.path)
    return BaseFile(
        path=file.path, size=file.size, sha256=file.sha256, notices=file.notices, fingerprint=file.fingerprint
    )
