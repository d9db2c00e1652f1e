"""What a base's own pyproject.toml says of it, where it was made with us."""

from __future__ import annotations

from dataclasses import field
from typing import TYPE_CHECKING

from hatch_oaml.records.config import parse_config
from hatch_oaml.values.errors import ConfigurationError
from hatch_oaml.values.frozen import frozen
from hatch_oaml.values.toml_tables import parse_toml

if TYPE_CHECKING:
    from hatch_oaml.records.config import Config


@frozen
class ProjectTable:
    """Texts are empty, and the table the defaults, where the file says nothing, or nothing that we know."""

    name: str = ""
    version: str = ""
    license: str = ""
    config: Config = field(default_factory=lambda: parse_config({}))


def project_table(pyproject: bytes | None) -> ProjectTable:
    """Of a file that is not ours to correct: what cannot be read in it is passed over."""
    if pyproject is None:
        return ProjectTable()
    try:
        values = parse_toml(pyproject, "pyproject.toml")
    except ConfigurationError:
        return ProjectTable()
    project = values.get("project")
    told = project if isinstance(project, dict) else {}
    name, version, license_id = (_text(told.get(key)) for key in ("name", "version", "license"))
    return ProjectTable(name=name, version=version, license=license_id, config=_config(values))


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""


def _config(values: dict[str, object]) -> Config:
    tool = values.get("tool")
    options = tool.get("oaml") if isinstance(tool, dict) else None
    try:
        return parse_config(options if isinstance(options, dict) else {})
    except ConfigurationError:
        return parse_config({})
