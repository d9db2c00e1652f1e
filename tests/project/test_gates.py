"""Whether the gate stands in a project's builds is known from its tables."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
import tomli_w
from hatchling.metadata.core import ProjectMetadata
from hatchling.plugin.manager import PluginManager

from hatch_oaml.project.gates import inactive_gates
from hatch_oaml.records.build_facts import InactiveGate

if TYPE_CHECKING:
    from pathlib import Path

BOTH = [InactiveGate(reason="missing", target="sdist"), InactiveGate(reason="missing", target="wheel")]
OFF = [InactiveGate(reason="off", target="sdist"), InactiveGate(reason="off", target="wheel")]
ON: dict[str, Any] = {"oaml": {}}


def found(root: Path, build: dict[str, Any], requires: list[str]) -> list[InactiveGate]:
    tables = {
        "build-system": {"requires": requires},
        "project": {"name": "pkg", "version": "1.0"},
        "tool": {"hatch": {"build": build}},
    }
    (root / "pyproject.toml").write_text(tomli_w.dumps(tables), encoding="utf-8")
    return list(inactive_gates(ProjectMetadata(str(root), PluginManager())))


@pytest.mark.parametrize(
    ("build", "expected"),
    [
        ({"hooks": ON}, []),
        ({"hooks": {"oaml": {"enable-by-default": True}}}, []),
        ({"targets": {"wheel": {"hooks": ON}, "sdist": {"hooks": ON}}}, []),
        ({}, BOTH),
        ({"hooks": {"vcs": {}}}, BOTH),
        ({"hooks": {"oaml": {"enable-by-default": False}}}, OFF),
        ({"targets": {"wheel": {"hooks": ON}}}, BOTH[:1]),
        ({"targets": {"sdist": {"hooks": ON}}}, BOTH[1:]),
        ({"hooks": ON, "targets": {"wheel": {"hooks": {"oaml": {"enable-by-default": False}}}}}, OFF[1:]),
    ],
)
def test_a_hook_that_is_missing_or_off_is_found(
    tmp_path: Path, build: dict[str, Any], expected: list[InactiveGate]
) -> None:
    assert expected == found(tmp_path, build, ["hatchling", "hatch-oaml"])


@pytest.mark.parametrize(
    ("requires", "expected"),
    [
        (["hatchling", "hatch-oaml"], []),
        (["hatchling", "Hatch_OAML[pdf]>=1; python_version > '3'"], []),
        (["hatchling", "hatch-oaml @ {root:uri}/../hatch-oaml"], []),
        (["hatchling"], [InactiveGate(reason="not required")]),
        (["hatchling", "hatch-oaml-more"], [InactiveGate(reason="not required")]),
    ],
)
def test_a_plugin_that_no_isolated_build_installs_is_found(
    tmp_path: Path, requires: list[str], expected: list[InactiveGate]
) -> None:
    assert expected == found(tmp_path, {"hooks": ON}, requires)
