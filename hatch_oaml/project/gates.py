"""Whether a build of the project will pass the gate, by its own tables."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from hatchling.metadata.utils import normalize_project_name

from hatch_oaml.project.hatchling_selection import PLUGIN_NAME
from hatch_oaml.records.build_facts import InactiveGate

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from hatchling.metadata.core import ProjectMetadata

_DISTRIBUTION = "hatch-oaml"
_REQUIREMENT = re.compile(r"\s*([A-Za-z0-9][A-Za-z0-9._-]*)")


def inactive_gates(metadata: ProjectMetadata[Any]) -> Iterator[InactiveGate]:
    """Of Hatchling's own targets; the target `oaml` has its gate in the builder."""
    build = metadata.hatch.build_config
    for target in ("sdist", "wheel"):
        tables = (_hook(build.get("targets", {}).get(target, {})), _hook(build))
        table = next((table for table in tables if table is not None), None)
        if table is None:
            yield InactiveGate(reason="missing", target=target)
        elif not table.get("enable-by-default", True):
            yield InactiveGate(reason="off", target=target)
    if _DISTRIBUTION not in required(metadata):
        yield InactiveGate(reason="not required")


def _hook(table: Mapping[str, Any]) -> Mapping[str, Any] | None:
    found: Mapping[str, Any] | None = table.get("hooks", {}).get(PLUGIN_NAME)
    return found


def required(metadata: ProjectMetadata[Any]) -> frozenset[str]:
    """The names in `build-system.requires`, normalized."""
    lines = metadata.config.get("build-system", {}).get("requires", [])
    names = (_REQUIREMENT.match(line) for line in lines if isinstance(line, str))
    return frozenset(normalize_project_name(name[1]) for name in names if name)
