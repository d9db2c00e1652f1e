"""Which fields of the `project` table are so written that nobody refuses them: Hatchling loads much to judge them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from hatch_oaml.values.expressions import expression

if TYPE_CHECKING:
    from collections.abc import Mapping

_ADDRESS = expression(r"[a-z0-9]+(?:[._+-][a-z0-9]+)*@[a-z0-9]+(?:[.-][a-z0-9]+)*", re.IGNORECASE | re.ASCII)
_NAME = expression(r"[\w .,'()&-]+")
_VERSIONS = expression(r"(?:[<>]=?|!=) ?[0-9]+(?:\.[0-9]+)*(?:, ?(?:[<>]=?|!=) ?[0-9]+(?:\.[0-9]+)*)*")


def is_plainly_right(project: Mapping[str, Any], field: str) -> bool:
    """Is it left out, or so written as most write it, which nobody refuses?"""
    if field not in project:
        return True
    dynamic = project.get("dynamic", [])
    if not isinstance(dynamic, list) or field in dynamic:
        return False
    value = project[field]
    if field == "requires-python":
        return isinstance(value, str) and _VERSIONS.fullmatch(value) is not None
    return field in {"authors", "maintainers"} and isinstance(value, list) and all(map(_is_plain_person, value))


def _is_plain_person(person: object) -> bool:
    if not isinstance(person, dict):
        return False
    name, address = person.get("name", ""), person.get("email", "")
    if not isinstance(name, str) or not isinstance(address, str) or (name and not _NAME.fullmatch(name)):
        return False
    return _ADDRESS.fullmatch(address) is not None if address else bool(name)
