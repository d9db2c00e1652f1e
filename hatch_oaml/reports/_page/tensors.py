"""What became of each base's tensors: by kind of change, and layer by layer."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from itertools import chain
from typing import TYPE_CHECKING

from hatch_oaml.comparison.tensor_words import KINDS, names_of, summary
from hatch_oaml.values.frozen import frozen

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from hatch_oaml.comparison.tensor_diff import TensorDiff
    from hatch_oaml.comparison.tensor_words import Kind
    from hatch_oaml.records.base_record import BaseRecord
    from hatch_oaml.records.tensors import Tensor
    from hatch_oaml.release import Release
    from hatch_oaml.values.bilingual import Bilingual

_LAYER = re.compile(r"(?:^|.*?[./])(?P<number>\d{1,6})[./]")
"""The first number that stands by itself in a name: `model.layers.12.mlp.weight`, `blk.3.attn_q.weight`."""


@frozen
class KindRow:
    """How many tensors this became of; `names` are all of them, but of the unchanged ones none."""

    kind: Kind
    words: Bilingual
    tensors: int
    parameters: int
    names: tuple[str, ...]


@frozen
class Layer:
    """Parameters by what became of them; `stack` is what the layers of one number series have before it, "" outside of layers."""

    stack: str
    number: int | None
    parameters: Mapping[Kind, int]

    @property
    def total(self) -> int:
        return sum(self.parameters.values())


@frozen
class OfBase:
    """`rows` and `layers` are empty where the tensors were not compared."""

    base: str
    summary: Bilingual
    rows: tuple[KindRow, ...]
    layers: tuple[Layer, ...]
    touched: int
    parameters: int
    dtypes: tuple[str, str]

    @property
    def touched_percent(self) -> float:
        """Of the parameters; 0 where there are none."""
        return round(100 * self.touched / self.parameters, 2) if self.parameters else 0.0


def tensors(release: Release) -> tuple[OfBase, ...]:
    """One for each base whose record has tensors."""
    ours = _sizes(
        (file.path, file.weights.tensors) for file in release.inventory if file.role == "model" and file.weights
    )
    pairs = zip(release.bases, release.tensor_differences, strict=True)
    return tuple(_of_base(base, diff, ours) for base, diff in pairs if diff is not None)


def _of_base(base: BaseRecord, diff: TensorDiff, ours: Mapping[str, int]) -> OfBase:
    theirs = _sizes((file.path, file.tensors) for file in base.files)
    rows = () if diff.not_compared else tuple(_rows(diff, ours, theirs))
    return OfBase(
        base=f"{base.name} {base.version}".rstrip(),
        summary=summary(diff),
        rows=rows,
        layers=() if diff.not_compared else tuple(_layers(diff, ours, theirs)),
        touched=diff.touched,
        parameters=diff.parameters,
        dtypes=diff.dtypes,
    )


def _sizes(files: Iterable[tuple[str, Iterable[Tensor]]]) -> dict[str, int]:
    """Parameters by a tensor's name, and by its name below the folder that its file lies in."""
    found: dict[str, int] = {}
    for path, every in files:
        folder = path.rpartition("/")[0]
        for tensor in every:
            found[tensor.name] = tensor.parameters
            found[f"{folder}/{tensor.name}"] = tensor.parameters
    return found


def _rows(diff: TensorDiff, ours: Mapping[str, int], theirs: Mapping[str, int]) -> Iterator[KindRow]:
    for kind, words in KINDS.items():
        found = list(_parameters(diff, kind, ours, theirs))
        if found:
            yield KindRow(
                kind=kind,
                words=words,
                tensors=len(found),
                parameters=sum(size for _, size in found),
                names=() if kind == "unchanged" else tuple(names_of(diff, kind)),
            )


def _parameters(
    diff: TensorDiff, kind: Kind, ours: Mapping[str, int], theirs: Mapping[str, int]
) -> Iterator[tuple[str, int]]:
    """Each tensor of a kind with its parameters, by the release's name where it has one."""
    names = [new for _, new in diff.renamed] if kind == "renamed" else names_of(diff, kind)
    sizes = theirs if kind == "removed" else ours
    return ((name, sizes.get(name, 0)) for name in names)


def _layers(diff: TensorDiff, ours: Mapping[str, int], theirs: Mapping[str, int]) -> Iterator[Layer]:
    """What is outside of layers first, then stack by stack, each by its numbers."""
    found: dict[tuple[str, int | None], Counter[Kind]] = defaultdict(Counter)
    every = [(kind, *one) for kind in KINDS for one in _parameters(diff, kind, ours, theirs)]
    stacks = _stacks(name for _, name, _ in every)
    for kind, name, size in every:
        place = _place(name)
        found[place if place[0] in stacks else ("", None)][kind] += size
    for (stack, number), parameters in sorted(found.items(), key=lambda item: (item[0][0], item[0][1] or 0)):
        if parameters.total():
            yield Layer(stack=stack, number=number, parameters=dict(parameters))


def _stacks(names: Iterable[str]) -> frozenset[str]:
    """Series of layers: a number alone is none."""
    numbers = defaultdict(set)
    for stack, number in map(_place, names):
        if number is not None:
            numbers[stack].add(number)
    return frozenset(chain(stack for stack, found in numbers.items() if len(found) > 1))


def _place(name: str) -> tuple[str, int | None]:
    found = _LAYER.match(name)
    if found is None:
        return "", None
    return name[: found.start("number")].rstrip("./") or ".", int(found["number"])
