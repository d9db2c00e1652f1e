"""Every command on a page does what the page says; where one answers something else, `python -m docs.transcripts PAGE` writes it anew."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from docs.transcripts import Command, steps
from tests.docs.pages import DOCS
from tests.docs.running import pages, told_otherwise

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.skipif(os.name == "nt", reason="the pages' commands are a POSIX shell's")


@pytest.mark.end_to_end
@pytest.mark.parametrize("name", pages(isolated=False))
def test_every_command_does_what_the_page_says(name: str, tmp_path: Path) -> None:
    assert [] == told_otherwise(name, tmp_path, {})


def test_there_are_such_pages_in_both_languages() -> None:
    found = pages(isolated=False)

    assert {"en/tutorials/recipient.md", "zh/tutorials/recipient.md"} <= set(found)


def test_no_page_with_a_command_is_left_out() -> None:
    """Those that ask a registry are run beside one of their own, among the end-to-end tests."""
    with_commands = {
        file.relative_to(DOCS).as_posix()
        for file in DOCS.rglob("*.md")
        if any(isinstance(step, Command) for step in steps(file.read_text(encoding="utf-8")))
    }

    run = {*pages(isolated=True), *pages(isolated=False), "en/registries.md", "zh/registries.md"}

    assert with_commands == run
