"""What a command is pointed at: a path of this machine, or the address of what lies in a store."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from hatch_oaml.storage.store_path import StorePath
from hatch_oaml.values.addresses import is_address
from hatch_oaml.values.errors import UsageError

if TYPE_CHECKING:
    from click import Context, Parameter


class _SourceType(click.Path):
    """An existing path, or an address, of which it is seen when it is read whether something is there."""

    def __init__(self) -> None:
        super().__init__(exists=True, path_type=Path)

    def convert(self, value: Any, param: Parameter | None, ctx: Context | None) -> Any:
        if not (isinstance(value, str) and is_address(value)):
            return super().convert(value, param, ctx)
        try:
            return source_at(value)
        except UsageError as error:
            self.fail(str(error), param, ctx)


SOURCE = _SourceType()


def source_at(answer: str) -> Path:
    """What a person named on a terminal.

    :raises UsageError: it is an address that carries a secret, or names no bucket.
    """
    return StorePath.of(answer) if is_address(answer) else Path(answer).expanduser()
