"""Every command on a page that builds in isolation does what the page says, in an environment that an index filled."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from docs.transcripts import builds_with
from tests.docs.running import pages, told_otherwise

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = [
    pytest.mark.end_to_end,
    pytest.mark.skipif(os.name == "nt", reason="the pages' commands are a POSIX shell's"),
]


@pytest.mark.parametrize("name", pages(isolated=True))
def test_every_command_does_what_the_page_says(name: str, tmp_path: Path, wheelhouse: Path) -> None:
    assert [] == told_otherwise(name, tmp_path, builds_with(wheelhouse))
