"""A tree in a folder, of whatever making."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hatch_oaml.project.model_digests import digest_model_tensors, hash_files
from hatch_oaml.published.places import is_of_builders
from hatch_oaml.published.trees import Tree, pointed_to
from hatch_oaml.recording.found import found_in
from hatch_oaml.records.inventory import Inventory

if TYPE_CHECKING:
    from pathlib import Path

    from hatch_oaml.project.model_digests import Digesting
    from hatch_oaml.recording.found_facts import Found
    from hatch_oaml.records.members import Progress


def tree_in_folder(folder: Path, progress: Progress, *, tensors: bool, digesting: Digesting | None = None) -> Tree:
    """Each byte read once; files that are Git LFS pointers count as what they point to.

    :raises SourceError: a file cannot be read, there is none, or no model's folder is meant.
    """
    for found in found_in(folder):
        inventory = _digested(found.inventory, progress, digesting, tensors=tensors)
        if found.digests is None or {file.path: file.sha256 for file in inventory} == found.digests:
            return _tree(found, inventory)
    raise AssertionError(folder)  # what is found last is plain


def _digested(inventory: Inventory, progress: Progress, digesting: Digesting | None, *, tensors: bool) -> Inventory:
    inventory = Inventory.of(pointed_to(file) for file in inventory if not is_of_builders(file.path))
    if tensors:
        real = (file for file in inventory if file.sha256 is None)
        inventory = inventory.with_files(digest_model_tensors(real, progress, digesting=digesting))
    return inventory.with_digests(hash_files(inventory, progress, digesting=digesting))


def _tree(found: Found, inventory: Inventory) -> Tree:
    return Tree(
        inventory=inventory,
        head=found.text,
        text=found.text,
        config=found.config,
        name=found.name,
        version=found.version,
        license=found.license,
        promised=found.promised,
        notes=found.notes,
    )
