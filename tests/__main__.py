"""The tests: `python3 tests` sets up what they need and runs them; what follows on the line goes to pytest."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "fixtures"))

from environment import ready  # noqa: E402


def environment(python: Path) -> dict[str, str]:
    """With bytecode that is kept, whatever this environment says: the suite starts hundreds of processes.

    It lies with the virtual environment, so that the tree stays as it is.
    """
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return {"PYTHONPYCACHEPREFIX": str(python.parent.parent / "bytecode"), **kept}


if __name__ == "__main__":
    python = ready("test")
    chosen = sys.argv[1:] or ["-n", "auto", "-m", "not end_to_end and not huge"]
    command = [str(python), "-m", "pytest", *chosen]
    sys.exit(subprocess.run(command, cwd=ROOT, env=environment(python), check=False).returncode)
