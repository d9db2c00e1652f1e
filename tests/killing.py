"""A task whose first run takes its process with it."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from hatch_oaml.parts import task

if TYPE_CHECKING:
    from hatch_oaml.parts.task import Answer, Order


def carry_out(killed: str, order: Order) -> Answer:
    """:param killed: a file that is there once it has happened."""
    try:
        Path(killed).touch(exist_ok=False)
    except FileExistsError:
        return task.carry_out(order)
    os._exit(1)
