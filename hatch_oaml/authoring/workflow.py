"""The workflow that judges, builds, signs, verifies, attests and attaches a release from its tag."""

from __future__ import annotations

from hatch_oaml.values.resources import resource

WORKFLOW = ".github/workflows/release.yml"


def workflow_text() -> str:
    """As `docs/workflows/release.yml` has it."""
    return resource(__package__ or "", "release_workflow.yml")
