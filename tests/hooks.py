"""Projects with a build hook of their own, in `hatch_build.py`, beside ours."""

from __future__ import annotations

from textwrap import indent
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

_OURS = "[tool.hatch.build.hooks.oaml]\n"
_OTHER = "[tool.hatch.build.hooks.custom]\n"
_START = """import os, sys, time
from pathlib import Path
from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class Other(BuildHookInterface):
"""


def add_hook_behind(project: Path, *, initialize: str = "pass", finalize: str = "pass") -> None:
    """One that Hatchling calls after ours."""
    _add(project, f"{_OURS}\n{_OTHER}", initialize, finalize)


def add_hook_before(project: Path, *, initialize: str = "pass", finalize: str = "pass") -> None:
    """One that Hatchling calls before ours."""
    _add(project, f"{_OTHER}\n{_OURS}", initialize, finalize)


def _add(project: Path, tables: str, initialize: str, finalize: str) -> None:
    text = (
        f"{_START}    def initialize(self, version, build_data):\n{indent(initialize, ' ' * 8)}\n\n"
        f"    def finalize(self, version, build_data, artifact):\n{indent(finalize, ' ' * 8)}\n"
    )
    (project / "hatch_build.py").write_text(text, encoding="utf-8")
    before = (project / "pyproject.toml").read_text(encoding="utf-8")
    assert _OURS in before
    (project / "pyproject.toml").write_text(before.replace(_OURS, tables), encoding="utf-8")
