"""What a build frontend shows of our progress: both of Hatchling's doors use it."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from hatch_oaml.progress import shown

if TYPE_CHECKING:
    from contextlib import AbstractContextManager

    from hatch_oaml.records.members import Progress


def log_progress(total: int, verbosity: int) -> AbstractContextManager[Progress]:
    """Of `total` bytes; nothing when Hatch was told to be quiet, which makes its `verbosity` negative."""
    is_log = not sys.stderr.isatty() or "CI" in os.environ
    return shown(total, sys.stderr, is_quiet=verbosity < 0, is_log=is_log)
