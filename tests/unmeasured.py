"""A process whose lines no coverage counts: one that may not write, or not much, could not keep what was counted."""

from __future__ import annotations

import os


def unmeasured() -> dict[str, str]:
    """What the environment holds, without what makes a process of ours count its lines."""
    return {name: value for name, value in os.environ.items() if not name.startswith("COVERAGE_")}
