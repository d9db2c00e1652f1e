"""What became of the tensors as a bar of letters: as long a stretch of each as there are tensors of its kind."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from hatch_oaml.comparison.tensor_words import KINDS, facts, names_of
from hatch_oaml.values.log_lines import shown_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hatch_oaml.comparison.tensor_diff import TensorDiff
    from hatch_oaml.comparison.tensor_words import Kind
    from hatch_oaml.values.bilingual import Language

SIGNS: dict[Kind, tuple[str, str]] = {
    "unchanged": ("░", "green"),
    "changed": ("█", "red"),
    "cast": ("▓", "yellow"),
    "requantized": ("▒", "yellow"),
    "companions": ("▪", "yellow"),
    "reshaped": ("◆", "red"),
    "added": ("+", "cyan"),
    "removed": ("-", "magenta"),
    "renamed": ("~", "green"),
    "undecided": ("?", "yellow"),
}
"""Of each of `KINDS` its letter, no two the same, so that the bar is read without colors too."""
_LONGEST = 60
"""Columns of a bar."""


def bar(diff: TensorDiff, columns: int, *, color: bool) -> str:
    """A bar of about `columns`, each kind that there is having one at least; "" where nothing was compared."""
    if diff.not_compared:
        return ""
    groups = [(kind, len(names)) for kind in KINDS if (names := names_of(diff, kind))]
    total = sum(count for _, count in groups)
    length = min(columns, _LONGEST) - len(groups)
    return "".join(_sign(kind, 1 + count * length // total, color=color) for kind, count in groups)


def drawn(diff: TensorDiff, language: Language, columns: int, *, color: bool) -> Iterator[str]:
    """The bar, and below it its letters with what they stand for; the last line tells of the parameters."""
    if line := bar(diff, columns, color=color):
        yield line
    present = [kind for kind in KINDS if names_of(diff, kind)]
    told = [shown_line(fact.said_in(language)) for fact in facts(diff)]
    for index, fact in enumerate(told):
        sign = _sign(present[index], 1, color=color) if index < len(present) else " "
        yield f"{sign} {fact}"


def _sign(kind: Kind, count: int, *, color: bool) -> str:
    letter, of = SIGNS[kind]
    return click.style(letter * count, fg=of) if color else letter * count
