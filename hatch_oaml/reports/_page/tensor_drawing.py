"""The picture of a model's tensors: a column a layer, a row for each kind of change, a cell the stronger the more of the layer it is."""

from __future__ import annotations

from itertools import groupby
from math import ceil
from typing import TYPE_CHECKING

from hatch_oaml.comparison.tensor_words import KINDS
from hatch_oaml.values.frozen import frozen

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from hatch_oaml.comparison.tensor_words import Kind
    from hatch_oaml.reports._page.tensors import Layer, OfBase
    from hatch_oaml.values.bilingual import Bilingual

WIDTH, GAP = 100, 1.2
"""In percent of the drawing's width: letters keep their size however narrow that is."""
HEAD, LABEL, ROW, FOOT = 0, 24, 24, 20
"""In pixels."""
MOST_COLUMNS = 160
"""More layers share columns: a cell stays wide enough to be seen."""
_OUTSIDE = "—"
LEAST_SHARE = 0.12
"""The opacity of what there is least of: nothing that was touched is invisible."""


@frozen
class Cell:
    """A rectangle of one kind; `label` tells the layer and its share in words."""

    x: float
    y: int
    width: float
    kind: Kind
    opacity: float
    label: str


@frozen
class Mark:
    """A text below the columns."""

    x: float
    text: str
    anchor: str


@frozen
class Legend:
    """The words of a row, at its height."""

    y: int
    kind: Kind
    words: Bilingual
    parameters: int


@frozen
class Drawing:
    """Across in percent, down in pixels."""

    height: int
    cells: tuple[Cell, ...]
    marks: tuple[Mark, ...]
    legends: tuple[Legend, ...]
    columns: int


def drawn(found: OfBase) -> Drawing | None:
    """None where there is nothing to draw."""
    columns = list(_columns(found.layers))
    kinds = [row for row in found.rows if any(row.kind in column.shares for column in columns)]
    if not columns:
        return None
    stacks = len({column.stack for column in columns})
    width = (WIDTH - GAP * (stacks - 1)) / len(columns)
    placed = list(_placed(columns, width))
    rows = {row.kind: HEAD + number * (LABEL + ROW) + LABEL for number, row in enumerate(kinds)}
    return Drawing(
        height=HEAD + len(kinds) * (LABEL + ROW) + FOOT,
        cells=tuple(_cells(placed, rows, width)),
        marks=tuple(_marks(placed, width)),
        legends=tuple(
            Legend(y=rows[row.kind] - 7, kind=row.kind, words=KINDS[row.kind], parameters=row.parameters)
            for row in kinds
        ),
        columns=len(columns),
    )


@frozen
class _Column:
    """One layer, or neighbours of one stack: the share of its parameters that each kind has."""

    stack: str
    first: int | None
    last: int | None
    shares: dict[Kind, float]

    @property
    def name(self) -> str:
        if self.first is None:
            return _OUTSIDE
        return f"{self.stack} {self.first}" if self.first == self.last else f"{self.stack} {self.first}–{self.last}"


def _columns(layers: Sequence[Layer]) -> Iterator[_Column]:
    together = ceil(len(layers) / MOST_COLUMNS)
    for stack, alike in groupby(layers, key=lambda layer: layer.stack):
        every = list(alike)
        for at in range(0, len(every), together):
            part = every[at : at + together]
            total = sum(layer.total for layer in part)
            sums = {kind: sum(layer.parameters.get(kind, 0) for layer in part) for kind in KINDS}
            shares = {kind: size / total for kind, size in sums.items() if size}
            yield _Column(stack=stack, first=part[0].number, last=part[-1].number, shares=shares)


def _placed(columns: Sequence[_Column], width: float) -> Iterator[tuple[float, _Column]]:
    x = 0.0
    before = columns[0].stack
    for column in columns:
        x += GAP if column.stack != before else 0
        before = column.stack
        yield x, column
        x += width


def _cells(placed: Sequence[tuple[float, _Column]], rows: dict[Kind, int], width: float) -> Iterator[Cell]:
    for x, column in placed:
        for kind, share in column.shares.items():
            yield Cell(
                x=round(x, 2),
                y=rows[kind],
                width=round(width * 0.92, 2),
                kind=kind,
                opacity=round(LEAST_SHARE + (1 - LEAST_SHARE) * share, 3),
                label=f"{column.name}: {share:.1%}",
            )


def _marks(placed: Sequence[tuple[float, _Column]], width: float) -> Iterator[Mark]:
    """The first and the last number of each stack, where there is room."""
    for _, alike in groupby(placed, key=lambda one: one[1].stack):
        every = list(alike)
        (start, first), (end, last) = every[0], every[-1]
        if first.first is None:
            yield Mark(x=round(start + width / 2, 2), text=_OUTSIDE, anchor="middle")
            continue
        yield Mark(x=round(start, 2), text=str(first.first), anchor="start")
        if end + width - start > 12:
            yield Mark(x=round(end + width, 2), text=str(last.last), anchor="end")
