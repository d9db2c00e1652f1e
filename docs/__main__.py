"""The documentation: `python3 docs` sets up what it needs and builds the site, in both languages, strictly, into `site/`."""

from __future__ import annotations

import argparse
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "fixtures"))

from environment import ready  # noqa: E402


def main() -> int:
    parser = argparse.ArgumentParser(
        "python3 docs", description="Build the documentation, in both languages, strictly."
    )
    parser.add_argument(
        "folder", nargs="?", type=Path, default=ROOT / "site", metavar="FOLDER", help="by default site/"
    )
    folder = parser.parse_args().folder.absolute()
    python = ready("docs", folder=".venv-docs")
    return subprocess.run([str(python), str(ROOT / "docs" / "site" / "build.py"), str(folder)], check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
