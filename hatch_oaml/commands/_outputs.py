"""Files that a report goes to, beside standard output or in its place."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import click

from hatch_oaml.commands._destination import refuse_endless_name, write_to
from hatch_oaml.reports import report_format, report_names
from hatch_oaml.values.bilingual import Bilingual
from hatch_oaml.values.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

output_option = click.option(
    "--output",
    "outputs",
    metavar="[FORMAT=]FILE",
    multiple=True,
    help="The report goes into FILE; with FORMAT= in that format, beside what --format shows. May be repeated."
    " 将报告写入文件；带 FORMAT= 时另以该格式写入。可重复使用。",
)


class Outputs(NamedTuple):
    """`files` are the formats of the report by the file that each goes to; `is_shown` tells that standard output has one too, in the format `shown`."""

    files: dict[Path, str]
    is_shown: bool
    shown: str

    @property
    def formats(self) -> frozenset[str]:
        """All that something is written in."""
        return frozenset((*self.files.values(), *([self.shown] if self.is_shown else ())))

    def write(self, rendered: Callable[[str], str]) -> None:
        """Each file whole or not at all, in UTF-8.

        :param rendered: the report in the format of a name.
        :raises WriteError: the system refuses one.
        """
        for path, form in self.files.items():
            write_to(path, f"{rendered(form)}\n".encode())

    def refuse_what_is_read(self, named: Sequence[Path], found: Iterable[Path] = ()) -> None:
        """Before anything is written.

        :param named: the files, archives and folders that the call names.
        :param found: files that are read beside; they are asked for only where something lies that might be one.
        :raises UsageError: a report would be written over one of them.
        """
        if any(map(os.path.isfile, self.files)):
            from hatch_oaml.commands._inputs import refuse_what_is_read  # noqa: PLC0415

            refuse_what_is_read(self.files, named, found)


def outputs_named(named: Sequence[str], form: str) -> Outputs:
    """What the options ask for, `form` where none tells the format.

    :raises UsageError: a file is named twice, is a folder, or would lie where none can be made, or its format needs what is not installed: told before anything is judged.
    """
    files: dict[Path, str] = {}
    is_shown = True
    for output in named:
        before, equals, behind = output.partition("=")
        has_format = bool(equals) and before in report_names()
        path = Path(os.path.abspath(behind if has_format else output))  # a link stays named as it was
        _refuse_what_takes_no_report(path, behind if has_format else output, is_second=path in files)
        files[path] = before if has_format else form
        is_shown = is_shown and has_format
    outputs = Outputs(files, is_shown, form)
    for name in outputs.formats:
        report_format(name).make_ready()
    return outputs


def _refuse_what_takes_no_report(path: Path, named: str, *, is_second: bool) -> None:
    if is_second:
        raise _unusable(named, en="is named twice", zh="被指定了两次")
    if not named:
        raise _unusable(named, en="names nothing", zh="没有指定任何文件")
    refuse_endless_name(path)
    if os.path.isdir(path):
        raise _unusable(named, en="is a folder and no file", zh="是文件夹而不是文件")
    above = next(folder for folder in path.parents if os.path.exists(folder))
    if not os.path.isdir(above):
        raise _unusable(
            named, en=f"cannot lie below {above.name}, which is a file", zh=f"不能位于 {above.name} 之下，它是文件"
        )


def _unusable(named: str, *, en: str, zh: str) -> UsageError:
    return UsageError(
        Bilingual(
            en=f"--output: '{named}' {en}; name another file for this report",
            zh=f"--output：'{named}' {zh}；请为该报告指定另一个文件",
        )
    )
