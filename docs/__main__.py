"""The documentation: `python3 docs` sets up what it needs and builds the site, in both languages, strictly, into `site/`."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "fixtures"))

from environment import ready  # noqa: E402

if __name__ == "__main__":
    python = ready("docs", folder=".venv-docs")
    command = [str(python), str(ROOT / "docs" / "site" / "build.py"), *(sys.argv[1:] or [str(ROOT / "site")])]
    sys.exit(subprocess.run(command, check=False).returncode)
