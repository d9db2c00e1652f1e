"""What a base was itself made from, and how: the history that its release told, and that a derivative goes on telling."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hatch_oaml.records.modifications import change_values, parse_change
from hatch_oaml.values.frozen import frozen

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hatch_oaml.records.modifications import Change
    from hatch_oaml.values.toml_tables import Table

_DEEPEST = 40
"""Generations: more than any model has, and less than Python's own limit."""


@frozen
class Ancestor:
    """A release that a base goes back to; `changes` are its own changelog, `bases` what it was made from."""

    name: str
    version: str
    url: str = ""
    license: str = ""
    changes: tuple[Change, ...] = ()
    bases: tuple[Ancestor, ...] = ()


def ancestor_values(ancestor: Ancestor) -> dict[str, object]:
    """As TOML has it, without what is empty."""
    values: dict[str, object] = {
        "name": ancestor.name,
        "version": ancestor.version,
        "url": ancestor.url,
        "license": ancestor.license,
        **history_values(ancestor.changes, ancestor.bases),
    }
    return {key: value for key, value in values.items() if value}


def history_values(changes: tuple[Change, ...], bases: tuple[Ancestor, ...]) -> dict[str, object]:
    values: dict[str, object] = {
        "change": [change_values(change) for change in changes],
        "base": [ancestor_values(base) for base in bases],
    }
    return {key: value for key, value in values.items() if value}


def parse_history(table: Table, depth: int = 0) -> tuple[tuple[Change, ...], tuple[Ancestor, ...]]:
    """The keys `change` and `base` of `table`; mistakes are noted there."""
    changes = tuple(parse_change(change, None) for change in table.tables("change"))
    if depth == _DEEPEST:
        table.wrong("base", f"more than {_DEEPEST} generations", f"超过 {_DEEPEST} 代")
        return changes, ()
    return changes, tuple(_parse_ancestor(base, depth + 1) for base in table.tables("base"))


def _parse_ancestor(table: Table, depth: int) -> Ancestor:
    table.required("name")
    changes, bases = parse_history(table, depth)
    ancestor = Ancestor(
        name=table.text("name"),
        version=table.text("version"),
        url=table.text("url"),
        license=table.text("license"),
        changes=changes,
        bases=bases,
    )
    table.finish()
    return ancestor


def earlier(bases: tuple[Ancestor, ...]) -> Iterator[Ancestor]:
    """All ancestors, each before what it was made from, and each once."""
    seen: list[Ancestor] = []
    waiting = list(bases)
    while waiting:
        ancestor = waiting.pop(0)
        if ancestor not in seen:
            seen.append(ancestor)
            yield ancestor
            waiting[:0] = ancestor.bases
