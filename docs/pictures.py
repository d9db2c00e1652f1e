"""The pictures of the terminal in `docs/screenshots`, made anew: `python -m docs.pictures`."""

from __future__ import annotations

import io
import re
import shutil
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from rich.cells import cell_len
from rich.console import Console
from rich.text import Text

from docs.terminal import at_terminal
from docs.transcripts import LOCALES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from rich.segment import Segment
    from rich.style import Style

ROOT = Path(__file__).resolve().parent.parent
COLUMNS = 80
CELL, LINE, BAR, MARGIN = 8.4, 19, 36, 16
BACKGROUND, FOREGROUND = "#0d1117", "#e6edf3"
COLORS = {1: "#ff7b72", 2: "#56d364", 3: "#e3b341", 4: "#79c0ff", 6: "#76e3ea"}
"""By the terminal's numbers: red, green, yellow, blue, cyan."""
FONTS = "ui-monospace, Menlo, Consolas, 'DejaVu Sans Mono', 'Noto Sans Mono CJK SC', 'PingFang SC', monospace"
_WIDE = r"[\u2e80-\uffef]"
SAMPLES = {"lawful": "projects/merge-of-two", "refused": "altered-notice/faulty"}


def on_terminal(command: Sequence[str], folder: Path, language: str) -> str:
    """What the command writes to a terminal of 80 columns, colors and all."""
    environment = {"LANG": LOCALES[language], "LC_ALL": "", "TERM": "xterm-256color", "PYTHONUTF8": "1"}
    return at_terminal(command, folder, COLUMNS, environment)


def drawn(shown: str, title: str) -> str:
    """As an SVG that fetches nothing: its fonts are the reader's, and each word has the width of its cells."""
    console = Console(width=COLUMNS, file=io.StringIO(), color_system="standard", force_terminal=True)
    lines = console.render_lines(Text.from_ansi(shown.rstrip("\n")), pad=False)
    words = [part for row, line in enumerate(lines) for part in _line(line, BAR + (row + 1) * LINE)]
    width, height = round(COLUMNS * CELL + 2 * MARGIN), BAR + (len(lines) + 1) * LINE
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" role="img">\n<title>{escape(title)}</title>\n'
        f'<rect width="100%" height="100%" rx="8" fill="{BACKGROUND}"/>\n'
        f'<g font-family="{FONTS}" font-size="14" fill="{FOREGROUND}">\n'
        f'<text x="{MARGIN}" y="24" fill="#8b949e">{escape(title)}</text>\n' + "\n".join(words) + "\n</g>\n</svg>\n"
    )


def _line(segments: Iterable[Segment], y: int) -> Iterator[str]:
    column = 0
    for segment in segments:
        look = _look(segment.style)
        for part in re.findall(rf" +|{_WIDE}+|(?:(?!{_WIDE})[^ ])+", segment.text):
            cells = cell_len(part)
            if part.strip():
                place = f'x="{MARGIN + column * CELL:.1f}" y="{y}" textLength="{cells * CELL:.1f}"'
                yield f"<text {place}{look}>{escape(part)}</text>"
            column += cells


def _look(style: Style | None) -> str:
    color = style.color.number if style and style.color else None
    fill = f' fill="{COLORS[color]}"' if color in COLORS else ""
    return fill + (' font-weight="bold"' if style and style.bold else "")


def main(target: Path) -> None:
    target.mkdir(parents=True, exist_ok=True)
    command = [str(Path(sys.executable).with_name("hatch-oaml")), "check"]
    for name, sample in SAMPLES.items():
        with tempfile.TemporaryDirectory() as folder:
            project = Path(folder, "project")
            shutil.copytree(ROOT / "fixtures" / sample, project)
            for language in LOCALES:
                svg = drawn(on_terminal(command, project, language), "$ hatch-oaml check")
                (target / f"terminal-{name}-{language}.svg").write_text(svg, encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "docs" / "screenshots")
