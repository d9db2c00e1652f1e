"""The door to the terminal: it finds the command that was asked for, and reads no other."""

from __future__ import annotations

import os
import sys
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Any

import click
from click.exceptions import Exit

from hatch_oaml import __version__, commands
from hatch_oaml.streams import (
    STANDARD_OUTPUT,
    Closed,
    open_closed_streams,
    stop_writing,
    told_of_interruption,
    write_whole,
)
from hatch_oaml.usage import no_command, told_usage
from hatch_oaml.values.exit_statuses import CANNOT_GO_ON, INTERRUPTED, NO_READER
from hatch_oaml.values.families import member, names
from hatch_oaml.values.log_lines import shown_message

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_HELP = getattr(click.exceptions, "NoArgsIsHelpError", ())
"""What newer releases of click raise where nothing was asked, and show as the help."""


class _Commands(click.Group):
    """The commands of the folder `commands`, in the order of their names."""

    def list_commands(self, ctx: click.Context) -> Sequence[str]:  # type: ignore[override]  # noqa: ARG002  # click's signature
        return names(commands.__path__)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in self.list_commands(ctx):
            return None
        command = member(commands.__name__, cmd_name, cmd_name)
        return command if isinstance(command, click.Command) else None

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if not args[0].startswith("-") and self.get_command(ctx, args[0]) is None:
            raise no_command(args[0], list(self.list_commands(ctx)), ctx)
        return super().resolve_command(ctx, args)

    def main(self, *arguments: Any, **options: Any) -> Any:
        open_closed_streams(Closed)
        write_whole()
        return super().main(*arguments, **options)

    def make_context(self, *arguments: Any, **options: Any) -> click.Context:
        with _ending_well():
            return super().make_context(*arguments, **options)

    def invoke(self, ctx: click.Context) -> Any:
        with _ending_well():
            return super().invoke(ctx)


@contextmanager
def _ending_well() -> Iterator[None]:
    """Whatever keeps a command from its end, or its result from being read, is one line or silence, and a status."""
    try:
        try:
            yield
        finally:
            sys.stdout.flush()
    except KeyboardInterrupt:
        _tell(f"\n{told_of_interruption()}")
        raise Exit(INTERRUPTED) from None
    except BrokenPipeError:
        stop_writing()
        raise Exit(NO_READER) from None
    except OSError as error:
        if error.filename == STANDARD_OUTPUT:
            stop_writing()
        _tell(f"hatch-oaml: {_told(error)}")
        raise Exit(CANNOT_GO_ON) from None
    except click.UsageError as error:
        if _HELP and isinstance(error, _HELP):
            raise
        _tell(told_usage(error))
        raise Exit(error.exit_code) from None


def _told(error: OSError) -> str:
    """Of what the system refused, and no command had foreseen."""
    if error.filename == STANDARD_OUTPUT:
        return f"standard output cannot be written 无法写入标准输出（{error.strerror}）"
    if error.filename is None and _is_here_gone():
        return "the current folder is not there any more; change to another 当前文件夹已不存在；请切换到其他文件夹"
    name = os.fsdecode(error.filename) if isinstance(error.filename, (str, bytes, os.PathLike)) else ""
    reason = error.strerror or str(error) or type(error).__name__
    return shown_message(f"{name}: cannot be read or written 无法读取或写入（{reason}）" if name else reason)


def _is_here_gone() -> bool:
    try:
        os.getcwd()
    except OSError:
        return True
    return False


def _tell(text: str) -> None:
    with suppress(OSError):
        sys.stderr.write(f"{text}\n")
        sys.stderr.flush()


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="hatch-oaml")
def main() -> None:
    """Release AI models lawfully under the OpenAtom Model License.

    依照《开放原子模型许可证》合法发布 AI 模型。
    """
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
