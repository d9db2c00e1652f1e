"""The `pyproject.toml` of an sdist, from which a receiver builds: it says of the release what the manifest says."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from packaging.licenses import InvalidLicenseExpression, canonicalize_license_expression
from packaging.utils import canonicalize_name
from packaging.version import InvalidVersion, Version

from hatch_oaml.rendering.contradictions import Contradiction
from hatch_oaml.values.errors import ConfigurationError
from hatch_oaml.values.toml_tables import parse_toml

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hatch_oaml.release import Release

NAME = "pyproject.toml"


def contradictions_of_project(release: Release, table: bytes) -> Iterator[Contradiction]:
    """Where `table` says other than the manifest; what is dynamic it does not say."""
    try:
        values: dict[str, Any] = parse_toml(table, NAME)
    except ConfigurationError:
        yield Contradiction(NAME, NAME, None, release.project.name)
        return
    project, tool = (_table(values.get(key)) for key in ("project", "tool"))
    settings = _table(tool.get("oaml"))
    if settings != release.config.values:
        yield Contradiction(NAME, "settings", release.config.values, settings)
    for key, said, true in (
        ("name", canonicalize_name, canonicalize_name(release.project.name)),
        ("version", _version, release.project.version),
        ("license", _license, release.project.license_expression),
    ):
        stated = project.get(key, None if key in _names(project.get("dynamic")) else "")
        if isinstance(stated, str) and said(stated) != true:
            yield Contradiction(NAME, f"project.{key}", true, stated)
    authors = [{"name": author.name, "email": author.email} for author in release.project.authors]
    if "authors" not in _names(project.get("dynamic")) and _authors(project.get("authors", [])) != authors:
        yield Contradiction(NAME, "publisher", authors, project.get("authors"))


def _table(value: object) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}


def _names(value: object) -> list[object]:
    return value if isinstance(value, list) else []


def _authors(value: object) -> list[dict[str, object]]:
    return [{key: author.get(key, "") for key in ("name", "email")} for author in map(_table, _names(value))]


def _version(text: str) -> str:
    try:
        return str(Version(text))
    except InvalidVersion:
        return text


def _license(text: str) -> str:
    try:
        return canonicalize_license_expression(text)
    except InvalidLicenseExpression:
        return text
