"""Hatchling's own selection of files, asked for a release."""

from __future__ import annotations

import os
from contextlib import contextmanager
from dataclasses import field
from typing import TYPE_CHECKING, Any

from hatchling.builders.plugin.interface import BuilderInterface
from hatchling.builders.sdist import SdistBuilder
from hatchling.builders.wheel import WheelBuilder

from hatch_oaml.project.hatchling_walk import no_gaps
from hatch_oaml.project.on_disk import unreadable
from hatch_oaml.project.own_archives import own_archives
from hatch_oaml.project.release_folder import ReleaseConfig
from hatch_oaml.values.bilingual import Bilingual
from hatch_oaml.values.errors import SourceError
from hatch_oaml.values.frozen import frozen
from hatch_oaml.values.kept import BELOW_A_ROOT
from hatch_oaml.values.output_folders import DISTRIBUTIONS
from hatch_oaml.values.patterns import Patterns

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from hatchling.builders.config import BuilderConfig
    from hatchling.metadata.core import ProjectMetadata

PLUGIN_NAME = "oaml"

_SELECTING_OPTIONS = (
    *("include", "exclude", "artifacts", "force-include", "only-include", "only-packages", "packages", "sources"),
    *("ignore-vcs", "skip-excluded-dirs"),
)


@frozen
class Selected:
    """A file that Hatchling selects: `path` in the release (or in the archive), `source` on disk."""

    path: str
    source: str = field(metadata=BELOW_A_ROOT)


# Hatchling's generics changed their arity between releases: never subscript them when running.
class ReleaseSelection(BuilderInterface):  # type: ignore[type-arg]
    """The target `oaml` as far as it selects files; its writing is `hatch_oaml.builder`'s."""

    PLUGIN_NAME = PLUGIN_NAME

    @classmethod
    def get_config_class(cls) -> type[BuilderConfig]:
        return ReleaseConfig

    def get_version_api(self) -> dict[str, Callable[..., str]]:
        return {}


def selection_of(metadata: ProjectMetadata[Any]) -> ReleaseSelection:
    return ReleaseSelection(metadata.root, metadata.plugin_manager, None, metadata)


def selected_files(selection: BuilderInterface[Any, Any], build_data: dict[str, Any] | None = None) -> list[Selected]:
    """What `selection` would put into its archive, each file under its path there.

    Files of the project keep their place in the project; those that `force-include` brings in get theirs.

    :raises SourceError: `force-include` names what is not there.
    """
    config = selection.config
    with (
        config.set_build_data(build_data or {"artifacts": [], "force_include": {}}),
        told_if_missing(),
        walked_without_gaps(selection),
    ):
        walked = [
            Selected(path=as_posix(file.relative_path), source=file.path)
            for file in selection.recurse_selected_project_files()
        ]
        forced = [
            Selected(path=as_posix(file.distribution_path), source=file.path)
            for file in selection.recurse_forced_files(config.get_force_include())
        ]
    return walked + forced


@contextmanager
def walked_without_gaps(selection: BuilderInterface[Any, Any]) -> Iterator[None]:
    """While it lasts, Hatchling passes over no folder in silence, enters none that no archive takes anything from, and takes none of
    the project's own finished archives.

    :raises OSError: from within, at a folder that cannot be read.
    """
    outputs = frozenset(f"{folder}/" for folder in output_folders(selection))
    is_ignored = _never_entered(selection.config)
    is_own = own_archives(selection.metadata)
    with no_gaps(selection.root, lambda folder: folder in outputs or is_ignored(folder), is_own):
        yield


def _never_entered(config: BuilderConfig) -> Callable[[str], bool]:
    """Whether a folder's path, with a slash at its end, is one of which version control ignores all.

    Where `artifacts` or a line of the ignore file take something back, nobody can tell without a look inside.
    """
    ignored = () if config.ignore_vcs else tuple(config.load_vcs_exclusion_patterns())
    if config.artifact_spec is not None or any(line.startswith("!") for line in ignored):
        return lambda _folder: False
    return Patterns(ignored).match


@contextmanager
def told_if_missing() -> Iterator[None]:
    """:raises SourceError: instead of Hatchling's own error, and of one of the disk, about a file that `force-include` and its kin name."""
    try:
        yield
    except FileNotFoundError as error:
        if error.errno is not None:  # not Hatchling's own word
            raise unreadable(error.filename or "", error) from error
        raise SourceError(
            Bilingual(
                en=f"pyproject.toml: {error}; correct `force-include`",
                zh=f"pyproject.toml：`force-include` 所列的文件不存在，请更正：{error}",
            )
        ) from error
    except OSError as error:
        raise unreadable(error.filename or "", error) from error


def placed_files(builder: BuilderInterface[Any, Any], build_data: dict[str, Any]) -> dict[str, str]:
    """What `builder` put into its archive by selection: path in the archive → source on disk.

    :raises SourceError: `force-include` names what is not there.
    """
    with builder.config.set_build_data(build_data), told_if_missing():
        return {as_posix(file.distribution_path): file.path for file in builder.recurse_included_files()}


def selects_otherwise(builder: BuilderInterface[Any, Any]) -> bool:
    """May `builder` select files of the project that the target `oaml` does not?

    Where neither has an option of its own that selects, both do as `[tool.hatch.build]` says.
    """
    tables = (builder.config.target_config, selection_of(builder.metadata).config.target_config)
    return any(option in table for table in tables for option in _SELECTING_OPTIONS)


def as_posix(path: str) -> str:
    return path.replace(os.sep, "/")


def ignored_by_version_control(selection: BuilderInterface[Any, Any]) -> Patterns:
    config = selection.config
    return Patterns(() if config.ignore_vcs else tuple(config.load_vcs_exclusion_patterns()))


def output_folders(selection: BuilderInterface[Any, Any]) -> tuple[str, ...]:
    """Release paths of the folders that builds write into: nothing in them is ever released again."""
    metadata = selection.metadata
    builders = (
        builder_class(metadata.root, metadata.plugin_manager, None, metadata)
        for builder_class in (ReleaseSelection, WheelBuilder, SdistBuilder)
    )
    folders = {os.path.abspath(builder.config.directory) for builder in builders}
    folders.add(os.path.join(selection.root, DISTRIBUTIONS))
    location = os.environ.get("HATCH_BUILD_LOCATION")
    if location:
        folders.add(selection.config.normalize_build_directory(location))
    below = (os.path.relpath(folder, selection.root) for folder in folders)
    return tuple(sorted(as_posix(path) for path in below if not path.startswith(os.pardir) and path != os.curdir))
