"""Chromium, driven from outside: what a reader sees of a page, and what axe-core finds wrong with it."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

PUPPETEER, AXE = "24.10.0", "4.10.3"
CHROMIUM = next(
    (path for name in ("chromium", "chromium-browser", "google-chrome") if (path := shutil.which(name))), None
)
SCRIPT = Path(__file__).with_name("browser.mjs")


class Browser:
    """The packages that drive it lie in `folder`."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        command = ("npm", "install", "--silent", "--no-audit", "--no-fund", "--prefix", folder)
        subprocess.run([*command, f"puppeteer-core@{PUPPETEER}", f"axe-core@{AXE}"], check=True)

    def look(self, *jobs: dict[str, Any]) -> list[dict[str, Any]]:
        """What is seen in each job: `url`, and what `browser.mjs` takes beside it."""
        file = self._folder / "jobs.json"
        asked = {"modules": str(self._folder / "node_modules"), "chromium": CHROMIUM, "jobs": jobs}
        file.write_text(json.dumps(asked), encoding="utf-8")
        done = subprocess.run(["node", SCRIPT, file], capture_output=True, encoding="utf-8", check=False)
        assert 0 == done.returncode, done.stderr
        seen: list[dict[str, Any]] = json.loads(done.stdout)
        return seen
