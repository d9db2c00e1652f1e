"""What pyproject.toml and hatch.toml say already, as far as `hatch-oaml init` asks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hatch_oaml.values.frozen import frozen
from hatch_oaml.values.weight_names import WEIGHT_PATTERNS

if TYPE_CHECKING:
    from collections.abc import Mapping

PYPROJECT, HATCH = "pyproject.toml", "hatch.toml"


@frozen
class HatchBuild:
    """Hatch's build table, where it counts; `values` is None where there is none."""

    file: str
    header: str
    values: object

    @property
    def has_hook(self) -> bool:
        return lookup(self.values, "hooks", "oaml") is not None

    @property
    def excludes_weights(self) -> bool:
        exclude = lookup(self.values, "exclude")
        return isinstance(exclude, list) and any(pattern in WEIGHT_PATTERNS for pattern in exclude)


def build_table(values: Mapping[str, object], hatch: Mapping[str, object] | None) -> HatchBuild:
    if hatch is not None and "build" in hatch:
        return HatchBuild(file=HATCH, header="build", values=hatch["build"])
    return HatchBuild(file=PYPROJECT, header="tool.hatch.build", values=lookup(values, "tool", "hatch", "build"))


def build_options(
    values: Mapping[str, object] | None, hatch: Mapping[str, object] | None, *keys: str
) -> Mapping[str, object]:
    """Hatch's build table, where it counts, or the table that `keys` lead to in it; empty where there is none."""
    table = lookup(build_table(values or {}, hatch).values, *keys)
    return table if isinstance(table, dict) else {}


def lookup(values: object, *keys: str) -> object:
    for key in keys:
        values = values.get(key) if isinstance(values, dict) else None
    return values


def says_original(values: Mapping[str, object] | None) -> bool:
    return lookup(values, "tool", "oaml", "original") is True


def tells_origin(values: Mapping[str, object] | None) -> bool:
    """Does the project say what it is made from, or that it is from nothing?"""
    return says_original(values) or bool(lookup(values, "tool", "oaml", "bases"))
