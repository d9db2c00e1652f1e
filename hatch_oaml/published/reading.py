"""Whatever somebody points to, read as a tree."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hatch_oaml.published.anybodys_archives import tree_of_anybodys
from hatch_oaml.published.folders import tree_in_folder
from hatch_oaml.published.our_archives import tree_of_ours
from hatch_oaml.recording.installed import only_package_of
from hatch_oaml.storage.opening import is_layout
from hatch_oaml.storage.store_path import StorePath

if TYPE_CHECKING:
    from pathlib import Path

    from hatch_oaml.project.model_digests import Digesting
    from hatch_oaml.published.trees import Tree
    from hatch_oaml.records.members import Progress


def tree_at(source: Path, progress: Progress, *, tensors: bool = False, digesting: Digesting | None = None) -> Tree:
    """The tree at `source`: a folder, or an archive of anybody's.

    :param tensors: whether the tensors of the model files are wanted too.
    :param digesting: by whom files in a folder are digested, if not by this process alone.
    :raises SourceError: it cannot be read, holds no file, or no model's folder is meant.
    """
    if isinstance(source, StorePath) and source.is_prefix():
        return tree_in_folder(source, progress, tensors=tensors, digesting=digesting)
    if source.is_dir() and not is_layout(source):
        package = only_package_of(source.absolute())  # an installed wheel may be named by what tells of it
        return tree_in_folder(package or source, progress, tensors=tensors, digesting=digesting)
    ours = tree_of_ours(source, progress, tensors=tensors)
    return ours or tree_of_anybodys(source, progress, tensors=tensors)
