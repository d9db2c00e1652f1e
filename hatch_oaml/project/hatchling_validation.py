"""Has Hatchling judge a project's tables before anything else does: what it would refuse to build is told as it tells it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from hatchling.builders.sdist import SdistBuilder
from hatchling.builders.wheel import WheelBuilder, WheelBuilderConfig

from hatch_oaml.project.hatchling_selection import ReleaseSelection
from hatch_oaml.project.hatchling_wheel import wheel_has_packages
from hatch_oaml.project.plain_fields import is_plainly_right

if TYPE_CHECKING:
    from hatchling.metadata.core import ProjectMetadata

_SELECTING = (
    *("hook_config", "directory", "ignore_vcs", "only_packages", "skip_excluded_dirs", "packages", "sources"),
    *("include_spec", "exclude_spec", "artifact_spec", "only_include", "force_include"),
)
_NEEDED_BY = {
    "authors": ("authors", "authors_data"),
    "maintainers": ("maintainers", "maintainers_data"),
    "dependencies": ("dependencies", "dependencies_complex"),
    "optional-dependencies": ("optional_dependencies", "optional_dependencies_complex"),
    "requires-python": ("requires_python", "python_constraint"),
}
"""Fields whose reading alone loads a fifth of what a check loads, and what of Hatchling's asks for each.

Where there is no such field, there is nothing to refuse: Hatchling takes it for an empty one.
"""


def validate_fields(metadata: ProjectMetadata[Any]) -> None:
    """Has Hatchling read all of the `project` table, as its own `validate_fields` does.

    :raises Exception: Hatchling's own for a mistake in the table: TypeError, ValueError or OSError.
    """
    _ = metadata.version
    core = metadata.core
    right = {name for field, names in _NEEDED_BY.items() if is_plainly_right(core.config, field) for name in names}
    for name in dir(core):
        if name not in right:
            getattr(core, name)


def validate_options(metadata: ProjectMetadata[Any]) -> None:
    """Has Hatchling read now what selects files: by itself it reads an option when it first needs it.

    :raises TypeError: Hatchling's own, which names the option; or ValueError.
    """
    for builder_class in (ReleaseSelection, WheelBuilder, SdistBuilder):
        config = builder_class(metadata.root, metadata.plugin_manager, None, metadata).config
        if isinstance(config, WheelBuilderConfig) and not wheel_has_packages(config):
            continue  # a model repository without Python code
        for option in _SELECTING:
            getattr(config, option)
