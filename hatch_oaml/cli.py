"""The door to the terminal: it finds the command that was asked for, and reads no other."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from hatch_oaml import __version__, commands
from hatch_oaml.values.families import member, names

if TYPE_CHECKING:
    from collections.abc import Sequence


class _Commands(click.Group):
    """The commands of the folder `commands`, in the order of their names."""

    def list_commands(self, ctx: click.Context) -> Sequence[str]:  # type: ignore[override]  # noqa: ARG002  # click's signature
        return names(commands.__path__)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in self.list_commands(ctx):
            return None
        command = member(commands.__name__, cmd_name, cmd_name)
        return command if isinstance(command, click.Command) else None


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="hatch-oaml")
def main() -> None:
    """Release AI models lawfully under the OpenAtom Model License.

    依照《开放原子模型许可证》合法发布 AI 模型。
    """
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
