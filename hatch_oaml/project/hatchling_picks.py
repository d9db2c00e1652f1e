"""What Hatchling would do with single files, re-enacted: it answers for whole trees alone, and a release asks of each weight."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

from hatchling.builders.constants import EXCLUDED_DIRECTORIES
from hatchling.builders.sdist import SdistBuilder
from hatchling.builders.wheel import WheelBuilder, WheelBuilderConfig

from hatch_oaml.project.hatchling_wheel import as_all_data

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from hatchling.builders.config import BuilderConfig
    from hatchling.metadata.core import ProjectMetadata


def targets_that_pick(metadata: ProjectMetadata[Any], paths: list[str]) -> Iterator[tuple[str, str]]:
    """Each of the release paths `paths` that Hatchling alone would put into a wheel or an sdist, with that target."""
    for builder_class in (WheelBuilder, SdistBuilder):
        builder = builder_class(metadata.root, metadata.plugin_manager, None, metadata)
        with as_all_data(builder.config):
            picked = [path for path in paths if _picks(builder.config, path.replace("/", os.sep))]
        yield from ((path, builder.PLUGIN_NAME) for path in picked)


def _picks(config: BuilderConfig, path: str) -> bool:
    return _forces(config, path) or _shares(config, path) or _selects(config, path)


def _forces(config: BuilderConfig, path: str) -> bool:
    """Whatever the patterns say: as a file of the project, or as one that `force-include` brings in from elsewhere."""
    source = os.path.join(config.root, path)
    return any(
        _is_at_or_below(source, forced)
        or (_is_at_or_below(path, target) and os.path.isfile(forced + path[len(target) :]))
        for forced, target in config.force_include.items()
    )


def _is_at_or_below(path: str, folder: str) -> bool:
    return path == folder or path.startswith(folder + os.sep)


def _selects(config: BuilderConfig, path: str) -> bool:
    if config.only_include:
        return _names(config, config.only_include, path)
    folder = os.path.dirname(path)
    if any(
        config.directory_is_excluded(os.path.basename(parent), os.path.dirname(parent)) for parent in _parents(folder)
    ):
        return False
    return config.include_path(path, is_package=_is_package(config, folder))


def _shares(config: BuilderConfig, path: str) -> bool:
    """Beside the packages of a wheel: for the environment's folders, or its metadata."""
    if not isinstance(config, WheelBuilderConfig):
        return False
    if any(os.path.normpath(sbom) == path for sbom in config.sbom_files):
        return True
    return any(
        _names(config, named, path) for named in (config.shared_data, config.shared_scripts, config.extra_metadata)
    )


def left_out_of_shared(metadata: ProjectMetadata[Any], paths: list[str]) -> Iterator[tuple[str, str]]:
    """Each of the release paths `paths` in a folder that a wheel was told to share, but for `exclude`; with the option."""
    config = WheelBuilder(metadata.root, metadata.plugin_manager, None, metadata).config
    options = {
        "shared-data": config.shared_data,
        "shared-scripts": config.shared_scripts,
        "extra-metadata": config.extra_metadata,
    }
    for option, named in options.items():
        folders = tuple(os.path.join(source, "") for source in named)
        with as_all_data(config):
            lost = [path for path in paths if _is_left_out(config, named, folders, path.replace("/", os.sep))]
        yield from ((path, option) for path in lost)


def _is_left_out(config: BuilderConfig, named: Mapping[str, str], folders: tuple[str, ...], path: str) -> bool:
    return os.path.join(config.root, path).startswith(folders) and not _names(config, named, path)


def _names(config: BuilderConfig, named: Mapping[str, str], path: str) -> bool:
    """Of a folder in `named`, Hatchling takes what no pattern leaves out of where it goes; a file it takes as it is."""
    whole = os.path.join(config.root, path)
    for source, target in named.items():
        if whole == source:
            return True
        folder, name = os.path.split(os.path.relpath(whole, source))
        if not whole.startswith(source + os.sep) or not EXCLUDED_DIRECTORIES.isdisjoint(folder.split(os.sep)):
            continue
        target_path = os.path.join(target, folder, name)
        if config.include_path(target_path, explicit=True, is_package=_is_package(config, os.path.dirname(path))):
            return True
    return False


def _is_package(config: BuilderConfig, folder: str) -> bool:
    return os.path.isfile(os.path.join(config.root, folder, "__init__.py"))


def _parents(folder: str) -> list[str]:
    parts = folder.split(os.sep) if folder else []
    return [os.sep.join(parts[: count + 1]) for count in range(len(parts))]
