"""Under which terms the parts of a release are, and who publishes it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from hatch_oaml.license.canonical import canonical_text
from hatch_oaml.license.versions import CURRENT

if TYPE_CHECKING:
    from hatch_oaml.records.project import Author, Project


def license_of_model() -> dict[str, Any]:
    """The whole text: an archive in which the license is another is no release."""
    return {
        "license": {
            "name": CURRENT.name.en,
            "acknowledgement": "declared",
            "text": {"contentType": "text/plain", "content": canonical_text(CURRENT)},
            "licensing": {"altIds": [CURRENT.id, *CURRENT.synonyms]},
        }
    }


def licenses(expression: str) -> list[dict[str, Any]]:
    """:param expression: of SPDX."""
    return [{"expression": expression, "acknowledgement": "declared"}]


def named_license(name: str) -> list[dict[str, Any]]:
    """As somebody called it, who need not have known SPDX."""
    return [{"license": {"name": name, "acknowledgement": "declared"}}]


def supplier(project: Project) -> dict[str, Any] | None:
    """None where nobody is named."""
    if not project.authors:
        return None
    names = ", ".join(author.name for author in project.authors if author.name)
    return ({"name": names} if names else {}) | {"contact": contacts(project)}


def contacts(project: Project) -> list[dict[str, str]]:
    return [_contact(author) for author in project.authors]


def _contact(author: Author) -> dict[str, str]:
    name = {"name": author.name} if author.name else {}
    return name | ({"email": author.email} if "@" in author.email else {})
