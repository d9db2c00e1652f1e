"""What Hatchling says of a project: its name, its version, its authors, as Hatchling reads them."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any, cast

from hatchling.builders.wheel import WheelBuilder

from hatch_oaml.project.hatchling_selection import as_posix
from hatch_oaml.project.import_name import import_name
from hatch_oaml.project.plain_fields import is_plainly_right
from hatch_oaml.records.project import Author, Project

if TYPE_CHECKING:
    from hatchling.metadata.core import ProjectMetadata


def project_of(metadata: ProjectMetadata[Any]) -> Project:
    """:raises Exception: Hatchling's own errors about the `project` table, which its doors show."""
    builder = WheelBuilder(metadata.root, metadata.plugin_manager, None, metadata)
    normalized = builder.normalize_file_name_component(metadata.core.name)
    return Project(
        root=os.path.realpath(metadata.root),
        name=normalized,
        version=metadata.version,
        import_name=import_name(builder, normalized),
        license_expression=metadata.core.license_expression,
        license_files=tuple(as_posix(path) for path in metadata.core.license_files),
        classifiers=tuple(metadata.core.classifiers),
        authors=_authors(metadata) if "authors" in metadata.core.config else (),
        readme=_readme(metadata.core.config.get("readme")),
    )


def _readme(written: object) -> str:
    """Hatchling, asked for its path, reads the file."""
    path = written.get("file") if isinstance(written, dict) else written
    return os.path.normpath(path).replace(os.sep, "/") if isinstance(path, str) else ""


def _authors(metadata: ProjectMetadata[Any]) -> tuple[Author, ...]:
    """Hatchling, asked for them, loads a parser of addresses, which takes long."""
    core = metadata.core
    written = core.config["authors"] if is_plainly_right(core.config, "authors") else core.authors
    authors = cast("list[dict[str, str]]", written)
    return tuple(Author(name=author.get("name", ""), email=author.get("email", "")) for author in authors)
