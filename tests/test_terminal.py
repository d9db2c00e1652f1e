"""What whoever sits at a terminal sees: the real command, at a terminal of its own."""

from __future__ import annotations

import re
import sys
from typing import TYPE_CHECKING

import click
import pytest

from docs.terminal import at_terminal
from hatch_oaml.values.columns import width_of

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Sample


def seen_by(folder: Path, *arguments: str, columns: int = 80, **environment: str) -> str:
    command = [sys.executable, "-m", "hatch_oaml", *arguments]
    return at_terminal(command, folder, columns, {"TERM": "xterm", **environment})


@pytest.mark.parametrize(("columns", "locale"), [(80, "C.UTF-8"), (48, "zh_CN.UTF-8")])
def test_a_report_has_colors_fits_the_terminal_and_folds_advisories(sample: Sample, columns: int, locale: str) -> None:
    seen = seen_by(sample("dropped-notice", "faulty"), "check", columns=columns, LC_ALL=locale)

    plain = click.unstyle(seen)
    assert "\x1b[31m" in seen
    assert [] == [line for line in plain.splitlines() if width_of(line) > columns and not line.startswith(" " * 8)]
    assert re.search(r"^  2 × inactive-gate ", plain, re.MULTILINE)
    assert "[inactive-gate]" not in plain


def test_each_advisory_is_told_in_full_to_who_asks(sample: Sample) -> None:
    folder = sample("dropped-notice", "faulty")

    assert 2 == seen_by(folder, "check", "--advisories").count("[inactive-gate]")


def test_who_wants_no_color_gets_none(sample: Sample) -> None:
    seen = seen_by(sample("dropped-notice", "faulty"), "check", NO_COLOR="1")

    assert "\x1b" not in seen
    assert "✗ 3.1 2) Retain every notice" in seen
