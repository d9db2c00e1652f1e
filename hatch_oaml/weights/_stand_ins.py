"""What stands on the stack for what a pickle would build."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Global:
    """What `from module import name` would give."""

    name: str


@dataclass(slots=True, eq=False)
class Call:
    """What calling `function` would give; `state` is what BUILD would set, `items` what SETITEMS would."""

    function: Any
    arguments: Any
    state: Any = None
    items: dict[Any, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, eq=False)
class Persistent:
    """What the loader itself would look up by `id`."""

    id: Any


class Opaque:
    """Something of no interest."""


OPAQUE = Opaque()
