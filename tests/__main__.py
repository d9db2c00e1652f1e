"""The tests: `python3 tests` sets up what they need and runs them; what follows on the line goes to pytest."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "fixtures"))

from environment import ready  # noqa: E402

if __name__ == "__main__":
    python = ready("test")
    chosen = sys.argv[1:] or ["-n", "auto", "-m", "not end_to_end and not huge"]
    sys.exit(subprocess.run([str(python), "-m", "pytest", *chosen], cwd=ROOT, check=False).returncode)
