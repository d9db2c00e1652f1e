"""Which words of the license became which words of a copy."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hatch_oaml.license.runs import Run, changed_runs, longest_rise
from hatch_oaml.license.tokens import Token, tokens_between
from hatch_oaml.values.frozen import frozen

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from hatch_oaml.license.canonical import Segment
    from hatch_oaml.license.folding import Folded

# Of a longer stretch that holds no clause whole, only its first and last characters are compared.
_STRETCH = 100_000


@frozen
class WordChange:
    """The license's tokens from `first` to `last` became what stands in the copy's source from `start` to `end`."""

    first: int
    last: int
    start: int
    end: int


@frozen
class _Gap:
    """A stretch without a whole clause: the license's tokens, and where the copy has its counterpart."""

    first: int
    last: int
    start: int
    end: int


def changes(parts: Sequence[Segment], copy: Folded, offsets: Mapping[Segment, int]) -> Iterator[WordChange]:
    """In the license's order, which is the copy's too. Tokens are counted over all of `parts`.

    `offsets` are the clauses that stand whole in the copy: what lies between them is compared.
    """
    tokens = [token for part in parts for token in part.tokens]
    for gap in _gaps(parts, copy, offsets):
        old, new = tokens[gap.first : gap.last], _tokens(copy, gap.start, gap.end)
        for run in changed_runs([token.text for token in old], [token.text for token in new]):
            if not _only_spaced_otherwise(run, old, new):
                yield _change(run, new, gap)


def in_order(parts: Sequence[Segment], offsets: Mapping[Segment, int]) -> dict[Segment, int]:
    """The places of as many clauses as follow each other in the copy as they do in `parts`."""
    found = [(part, offsets[part]) for part in parts if part in offsets]
    return dict(found[position] for position in longest_rise([offset for _, offset in found]))


def _gaps(parts: Sequence[Segment], copy: Folded, offsets: Mapping[Segment, int]) -> Iterator[_Gap]:
    whole = in_order(parts, offsets)
    first = token = start = 0
    for part in parts:
        if part in whole:
            offset = whole[part]
            yield _Gap(first=first, last=token, start=_behind(copy, start), end=copy.locate(offset))
            first, start = token + len(part.tokens), offset + len(part.words)
        token += len(part.tokens)
    yield _Gap(first=first, last=token, start=_behind(copy, start), end=len(copy.source))


def _behind(copy: Folded, offset: int) -> int:
    return copy.locate(offset - 1) + 1 if offset else 0


def _tokens(copy: Folded, start: int, end: int) -> tuple[Token, ...]:
    if end - start <= _STRETCH:
        return tokens_between(copy, start, end)
    head, tail = start + _STRETCH // 2, end - _STRETCH // 2
    # No token is a space: this one differs from all.
    left_out = () if copy.plain[head:tail].isspace() else (Token(text=" ", start=head, end=tail),)
    return (*tokens_between(copy, start, head), *left_out, *tokens_between(copy, tail, end))


def _only_spaced_otherwise(run: Run, old: Sequence[Token], new: Sequence[Token]) -> bool:
    before = "".join(token.text for token in old[run.first : run.last])
    return before == "".join(token.text for token in new[run.start : run.end])


def _change(run: Run, new: Sequence[Token], gap: _Gap) -> WordChange:
    """A pure deletion starts and ends behind the token before it."""
    inserted = new[run.start : run.end]
    behind = new[run.start - 1].end if run.start else gap.start
    return WordChange(
        first=gap.first + run.first,
        last=gap.first + run.last,
        start=inserted[0].start if inserted else behind,
        end=inserted[-1].end if inserted else behind,
    )
