"""The pictures of the page in `docs/screenshots`, made anew: `python -m tests.end_to_end.screenshots [FOLDER]`."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from tests.building import project_in
from tests.end_to_end.browser import Browser
from tests.finished import built
from tests.showcase import showcase
from tests.test_cli import run

ROOT = Path(__file__).parent.parent.parent


def main(target: Path) -> None:
    target.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        refused, lawful = folder / "refused.html", folder / "lawful.html"
        run("check", "--root", showcase(folder / "refused"), "--output", f"html={refused}")
        run("verify", built(project_in(folder / "lawful"))["tar"], "--output", f"html={lawful}")
        looks = (
            ("page-refused", refused, "en", 1280, "light", [0, 1500]),
            ("page-notices", refused, "en", 1280, "light", "#notices"),
            ("page-tensors", refused, "en", 1280, "dark", "#tensors"),
            ("page-both", lawful, "both", 1280, "light", [0, 1500]),
            ("page-narrow", refused, "zh", 390, "light", [0, 1600]),
            ("page-narrow-dark", lawful, "zh", 390, "dark", [0, 1600]),
        )
        Browser(folder).look(
            *(
                {
                    "url": page.as_uri(),
                    "click": f"label[for=show-{language}]",
                    "width": width,
                    "scheme": scheme,
                    "clip": clip,
                    "screenshot": str(target / f"{look}.webp"),
                }
                for look, page, language, width, scheme, clip in looks
            )
        )


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "docs" / "screenshots")
