"""What Hatchling makes of a wheel: where files go in it, what it gets beside its packages, and whether it finds any."""

from __future__ import annotations

import os
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from hatchling.builders.wheel import WheelBuilder, WheelBuilderConfig

from hatch_oaml.project.hatchling_selection import as_posix, told_if_missing
from hatch_oaml.project.hatchling_walk import no_gaps
from hatch_oaml.project.import_name import selected_packages
from hatch_oaml.records.generated import BILL_OF_MATERIALS
from hatch_oaml.values.wheel_names import BILLS, data_folder, metadata_folder

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from hatchling.builders.config import BuilderConfig
    from hatchling.metadata.core import ProjectMetadata

    from hatch_oaml.records.project import Project

SELECTS_NOTHING = "/.hatch-oaml-selects-nothing"
"""As an artifact of a wheel it tells Hatchling that a model repository without Python code is meant to have no package."""


def wheel_paths(metadata: ProjectMetadata[Any], project: Project) -> Callable[[str], str]:
    """Where a release file goes in a wheel, by its path: into Hatchling's packages, or below the project's import name."""
    builder = WheelBuilder(metadata.root, metadata.plugin_manager, None, metadata)
    packages = tuple(f"{package}/" for package in selected_packages(builder))

    def wheel_path(path: str) -> str:
        if not path.startswith(packages):
            return f"{project.import_name}/{path}"
        return as_posix(builder.config.get_distribution_path(path.replace("/", os.sep)))

    return wheel_path


def files_beside_packages(builder: WheelBuilder) -> dict[str, str]:
    """What a wheel gets for the environment's folders, or for its metadata: path in the wheel → source on disk.

    :raises SourceError: a file or a folder cannot be read.
    """
    config = builder.config
    data, info = data_folder(builder.artifact_project_id), metadata_folder(builder.artifact_project_id)
    sboms = {
        os.path.join(builder.root, path): os.path.basename(path) for path in config.sbom_files if not _is_old_bill(path)
    }
    licenses = {os.path.join(builder.root, path): path for path in builder.metadata.core.license_files}
    folders = {
        f"{info}/licenses": licenses,
        f"{data}/data": config.shared_data,
        f"{data}/scripts": config.shared_scripts,
        f"{info}/{BILLS}": sboms,
        f"{info}/extra_metadata": config.extra_metadata,
    }
    with as_all_data(config), told_if_missing(), no_gaps(builder.root, lambda _folder: False):
        return {
            f"{folder}/{as_posix(file.distribution_path)}": os.path.normpath(file.path)
            for folder, named in folders.items()
            for file in builder.recurse_explicit_files(named)
        }


def old_bills(builder: WheelBuilder) -> frozenset[str]:
    """Where `sbom-files` puts the bill of materials that an unpacked sdist of ours has: the wheel gets one of its own."""
    info = metadata_folder(builder.artifact_project_id)
    return frozenset(f"{info}/{BILLS}/{BILL_OF_MATERIALS}" for path in builder.config.sbom_files if _is_old_bill(path))


def _is_old_bill(path: str) -> bool:
    return os.path.normpath(path) == BILL_OF_MATERIALS


@contextmanager
def as_all_data(config: BuilderConfig) -> Iterator[None]:
    """As the hook has Hatchling build: a wheel in which it finds no package is meant to have none."""
    has_none = isinstance(config, WheelBuilderConfig) and not wheel_has_packages(config)
    with config.set_build_data({"artifacts": [SELECTS_NOTHING] if has_none else [], "force_include": {}}):
        yield


def wheel_has_packages(config: WheelBuilderConfig) -> bool:
    """Does Hatchling find by itself what to ship in the wheel?"""
    try:
        _ = config.default_file_selection_options
    except ValueError:
        return False
    return True
