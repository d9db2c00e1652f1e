"""The pictures are there, are told in words too, fetch nothing, and show what the program shows."""

from __future__ import annotations

import re
import shutil
import sys
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from tests.docs.pages import CHINESE, DOCS, ENGLISH, ROOT, names

if sys.platform == "win32":
    pytest.skip("there is no pseudo-terminal", allow_module_level=True)

from docs.pictures import SAMPLES, drawn, on_terminal

TERMINALS = sorted((DOCS / "screenshots").glob("terminal-*.svg"))


def words(svg: str) -> list[str]:
    """What is written in it, below its title; a word in Latin letters beside one in Chinese is one of its own."""
    texts = ET.fromstring(svg).iter("{http://www.w3.org/2000/svg}text")  # noqa: S314  # our own
    return [text.text or "" for text in texts][1:]


@pytest.mark.parametrize("folder", [ENGLISH, CHINESE], ids=["en", "zh"])
def test_every_picture_is_there_and_told_in_words(folder: Path) -> None:
    found = [
        (file.parent / path, said)
        for file in (folder / name for name in names())
        for said, path in re.findall(r"!\[([^\]]*)\]\(([^)]+)\)", file.read_text(encoding="utf-8"))
    ]

    assert len(found) > 5
    assert [] == [path for path, said in found if not path.is_file() or len(said) < 8]


def test_no_picture_lies_there_that_no_page_shows() -> None:
    shown = {
        Path(path).name
        for folder in (ENGLISH, CHINESE)
        for name in names()
        for path in re.findall(r"!\[[^\]]*\]\(([^)]+)\)", (folder / name).read_text(encoding="utf-8"))
    }

    assert {file.name for file in (DOCS / "screenshots").iterdir()} == shown


@pytest.mark.parametrize("file", TERMINALS, ids=lambda file: file.name)
def test_a_picture_of_the_terminal_fetches_nothing(file: Path) -> None:
    text = file.read_text(encoding="utf-8")

    assert [] == re.findall(r"(?:href|url\(|@import|<script|<image)", text)
    assert ["http://www.w3.org/2000/svg"] == re.findall(r"https?://[^\"' )]+", text)


@pytest.mark.parametrize("file", TERMINALS, ids=lambda file: file.name)
def test_a_picture_of_the_terminal_shows_what_it_shows_now(file: Path, tmp_path: Path) -> None:
    """If it does not: `python -m docs.pictures`, in the test environment."""
    _, name, language = file.stem.split("-")
    shutil.copytree(ROOT / "fixtures" / SAMPLES[name], tmp_path / "project")
    command = [str(Path(sys.executable).with_name("hatch-oaml")), "check"]

    now = drawn(on_terminal(command, tmp_path / "project", language), "$ hatch-oaml check")

    assert words(file.read_text(encoding="utf-8")) == words(now)
