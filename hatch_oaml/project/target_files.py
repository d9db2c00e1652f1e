"""What Hatchling brings into one target's archive beside the release, foreseen or found: judged like the rest."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any, NamedTuple

from hatchling.builders.sdist import SdistBuilder
from hatchling.builders.wheel import WheelBuilder

from hatch_oaml.project.classification import is_build_only, named
from hatch_oaml.project.hatchling_selection import placed_files, selects_otherwise
from hatch_oaml.project.hatchling_wheel import files_beside_packages, wheel_has_packages
from hatch_oaml.project.own_archives import own_archives
from hatch_oaml.project.recalled_facts import read_anew
from hatch_oaml.project.wheel_layout import bill_in_the_way, in_the_way_of_metadata, wheel_layout
from hatch_oaml.records.generated import is_generated_or_by_hatchling
from hatch_oaml.records.target_files import TargetFiles
from hatch_oaml.terms.parts import folders_above
from hatch_oaml.values.paths import ArchivePath, file_name
from hatch_oaml.values.wheel_names import is_own_bill, is_written_by_builders

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from hatchling.builders.plugin.interface import BuilderInterface
    from hatchling.metadata.core import ProjectMetadata

    from hatch_oaml.records.config import Config
    from hatch_oaml.records.inventory import Inventory, ReleaseFile
    from hatch_oaml.records.project import Project

BUILDERS = {"wheel": WheelBuilder, "sdist": SdistBuilder}


class Gathered(NamedTuple):
    """A release as far as it is known when its targets are looked at."""

    metadata: ProjectMetadata[Any]
    project: Project
    config: Config
    inventory: Inventory


def foreseen(gathered: Gathered, target: str) -> TargetFiles:
    """What `target` will bring in by the project's own tables; other hooks may add to it.

    :param target: one of `BUILDERS`.
    :raises SourceError: a file cannot be read, or no wheel can hold the release.
    """
    metadata, project, _, inventory = gathered
    builder = BUILDERS[target](metadata.root, metadata.plugin_manager, None, metadata)
    placed = _placed(builder, metadata)
    replaced: frozenset[ArchivePath] = frozenset()
    members: Iterable[str] = inventory.by_path
    if isinstance(builder, WheelBuilder):
        layout = wheel_layout(metadata, project, inventory, placed)
        replaced, members = layout.replaced, layout.member_paths.values()
        beside = files_beside_packages(builder)
        if in_the_way := _first_in_the_way(placed, beside):
            raise in_the_way_of_metadata(in_the_way)
        placed = {**placed, **beside}
        if in_the_way := next((path for path in placed if is_own_bill(path, project.import_name)), None):
            raise bill_in_the_way(in_the_way)
    own = placed.keys() & members  # the release's files are written over what Hatchling put at their paths
    brought = {
        path: source
        for path, source in placed.items()
        if path not in own and not is_generated_or_by_hatchling(path, target, project.import_name)
    }
    return TargetFiles(target=target, added=_added(gathered, brought), replaced=replaced)


def _first_in_the_way(placed: Iterable[str], beside: Iterable[str]) -> str | None:
    """Of `placed` the first path at which, or below which as if it were a folder, the wheel has another file already."""
    taken = set(beside)
    taken.update(folder for path in beside for folder in folders_above(path))
    return next((path for path in placed if path in taken or is_written_by_builders(path)), None)


def _placed(builder: BuilderInterface[Any, Any], metadata: ProjectMetadata[Any]) -> Mapping[str, str]:
    if isinstance(builder, WheelBuilder) and not wheel_has_packages(builder.config):
        return {}  # all data
    if isinstance(builder, SdistBuilder) and not selects_otherwise(builder):
        return {}  # what the release has, and Hatchling's own
    build_data = {"artifacts": [], "force_include": {}, **builder.get_default_build_data()}
    is_own_archive = own_archives(metadata)
    return {path: source for path, source in placed_files(builder, build_data).items() if not is_own_archive(path)}


def _added(gathered: Gathered, placed: Mapping[str, str]) -> tuple[ReleaseFile, ...]:
    """Those of `placed` (path in the archive → source on disk) that are no copies of the release's files, read."""
    if not placed:
        return ()
    sources = {os.path.normpath(source) for source in placed.values()}
    normal = ((os.path.normpath(file.source), file.path) for file in gathered.inventory)
    known = {source: file_name(path) for source, path in normal if source in sources}
    return tuple(
        file
        for path, source in sorted(placed.items())
        if known.get(os.path.normpath(source)) != file_name(path)
        for file in read_added(gathered.config, path, source, gathered.metadata.root)
    )


def read_added(config: Config, path: str, source: str, root: str) -> Iterable[ReleaseFile]:
    """The file at `path` of an archive, that somebody brought; what only a build needs counts if it holds weights.

    :raises SourceError: it cannot be read.
    """
    file = read_anew(ArchivePath(path), source, named(path, config), root)
    if file.role == "model" or not is_build_only(path):
        yield file
