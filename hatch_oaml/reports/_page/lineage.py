"""Where a release comes from, drawn as a tree: the release above, below each what it was made from."""

from __future__ import annotations

from typing import TYPE_CHECKING
from unicodedata import east_asian_width

from hatch_oaml.records.modifications import RELATIONS_ZH
from hatch_oaml.values.bilingual import Bilingual
from hatch_oaml.values.frozen import frozen
from hatch_oaml.values.wording import printable

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from hatch_oaml.records.lineage import Ancestor
    from hatch_oaml.records.modifications import Change
    from hatch_oaml.release import Release

WIDTH, BOX, STEP, GAP = 328, 46, 22, 12
DEEPEST_INDENT = 120
LETTER = 7.4
"""Units that a letter of the names takes at most; one of Chinese takes two."""


@frozen
class Node:
    """One model; `relation` tells how it was made from what stands below it, `depth` counts generations."""

    depth: int
    name: str
    version: str
    license: str
    url: str
    relation: Bilingual | None
    changes: int


@frozen
class Box:
    """A node in the units of the drawing, with the corner of the line that leads up to what was made from it."""

    x: float
    y: float
    width: float
    name: str
    about: Bilingual
    is_release: bool
    line: str


@frozen
class Lineage:
    nodes: tuple[Node, ...]
    boxes: tuple[Box, ...]
    height: int


def lineage(release: Release) -> Lineage:
    nodes = [
        Node(
            depth=0,
            name=release.project.name,
            version=release.project.version,
            license=release.project.license_expression,
            url="",
            relation=_relation(release.changelog.own),
            changes=len(release.changelog.own),
        ),
        *_below(tuple(base.as_ancestor for base in release.bases), 1),
    ]
    boxes = tuple(_boxes(nodes))
    return Lineage(nodes=tuple(nodes), boxes=boxes, height=len(boxes) * (BOX + GAP))


def _below(ancestors: Iterable[Ancestor], depth: int) -> Iterator[Node]:
    for ancestor in ancestors:
        yield Node(
            depth=depth,
            name=ancestor.name,
            version=ancestor.version,
            license=ancestor.license,
            url=ancestor.url if ancestor.url.startswith(("https://", "http://")) else "",
            relation=_relation(ancestor.changes),
            changes=len(ancestor.changes),
        )
        yield from _below(ancestor.bases, depth + 1)


def _relation(changes: Iterable[Change]) -> Bilingual | None:
    """The kinds of change that its own changelog tells, each once."""
    found = list(dict.fromkeys(change.relation for change in changes))
    if not found:
        return None
    return Bilingual(en=", ".join(found), zh="、".join(RELATIONS_ZH[one] for one in found))


def _boxes(nodes: list[Node]) -> Iterator[Box]:
    step = min(STEP, DEEPEST_INDENT / max(1, *(node.depth for node in nodes)))
    above: dict[int, float] = {}
    for number, node in enumerate(nodes):
        x, y = round(node.depth * step, 1), number * (BOX + GAP) + GAP / 2
        above[node.depth] = y + BOX
        line = ""
        if node.depth:
            corner = round(x - step / 2, 1)
            line = f"M{corner} {above[node.depth - 1]}V{y + BOX / 2}H{x}"
        room = int((WIDTH - x - 24) / LETTER)
        yield Box(
            x=x,
            y=y,
            width=WIDTH - x - 1,
            name=fitted(f"{node.name} {node.version}".rstrip(), room),
            about=_about(node, room),
            is_release=not node.depth,
            line=line,
        )


def _about(node: Node, room: int) -> Bilingual:
    """How it was made, else under which license."""
    if node.relation:
        return Bilingual(en=fitted(node.relation.en, room), zh=fitted(node.relation.zh, room))
    told = fitted(node.license, room)
    return Bilingual(en=told, zh=told)


def fitted(text: str, room: int) -> str:
    """As much of `text` as so many narrow letters take; what is wide counts twice."""
    seen = printable(text)
    taken = 0
    for number, letter in enumerate(seen):
        taken += 2 if east_asian_width(letter) in "WF" else 1
        if taken > room:
            return f"{seen[: max(0, number - 1)]}…"
    return seen
