"""Builds the site into the folder named: `en/` and `zh/`, and a page that leads to the reader's."""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from compose import compose
from contents import LANGUAGES

if TYPE_CHECKING:
    from hatch_oaml.values.bilingual import Language

HERE = Path(__file__).resolve().parent


def build(target: Path) -> int:
    """The worst status of Sphinx: whatever it warns of is an error."""
    statuses = []
    for language in LANGUAGES:
        shutil.rmtree(target / language, ignore_errors=True)
        with tempfile.TemporaryDirectory() as folder:
            sources = Path(folder, language)
            compose(language, sources)
            statuses.append(_sphinx(language, sources, target / language))
    shutil.copy(HERE / "index.html", target / "index.html")
    return max(statuses)


def _sphinx(language: Language, sources: Path, target: Path) -> int:
    spoken = ("-D", f"language={LANGUAGES[language].sphinx}", "-A", f"other={LANGUAGES[language].other}")
    strictly = ("--fail-on-warning", "--keep-going", "--quiet", "--nitpicky", "-b", "html")
    places = ("-c", str(HERE), "-d", str(sources.parent / "doctrees"), str(sources), str(target))
    command = [sys.executable, "-m", "sphinx", *strictly, *spoken, *places]
    return subprocess.run(command, check=False).returncode


if __name__ == "__main__":
    sys.exit(build(Path(sys.argv[1]).absolute()))
