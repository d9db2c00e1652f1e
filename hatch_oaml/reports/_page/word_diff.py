"""Two texts side by side, with the words that differ."""

from __future__ import annotations

import re

from hatch_oaml.license.markings import Piece, PieceState
from hatch_oaml.license.runs import changed_runs

_TOKEN = re.compile(r"[A-Za-z0-9\u00c0-\u02ff]+|\s+|.", re.DOTALL)
"""A word of letters that are written together, white space, or one other character."""


def sides(old: str, new: str) -> tuple[tuple[Piece, ...], tuple[Piece, ...]]:
    """`old` with what is gone from it, `new` with what has come into it. Laws: the pieces of each side make its text, and the
    same pieces stand in both.
    """
    before, after = _TOKEN.findall(old), _TOKEN.findall(new)
    left: list[Piece] = []
    right: list[Piece] = []
    position = start = 0
    for run in changed_runs(before, after):
        _put(left, "same", before[position : run.first])
        _put(right, "same", after[start : run.start])
        _put(left, "gone", before[run.first : run.last])
        _put(right, "come", after[run.start : run.end])
        position, start = run.last, run.end
    _put(left, "same", before[position:])
    _put(right, "same", after[start:])
    return tuple(left), tuple(right)


def _put(side: list[Piece], state: PieceState, tokens: list[str]) -> None:
    if tokens:
        side.append(Piece(state=state, text="".join(tokens)))
