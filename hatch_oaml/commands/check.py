"""`hatch-oaml check`: all checks, no archive."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from hatch_oaml.commands._outputs import output_option, outputs_named
from hatch_oaml.commands._project import examined, files_read_in, project_folder
from hatch_oaml.commands._speaking import say
from hatch_oaml.commands._terminal import (
    advisories_option,
    format_option,
    lang_option,
    locale_language,
    look_of_output,
    quiet_option,
    root_option,
    told,
)
from hatch_oaml.reports import report_format
from hatch_oaml.values.exit_statuses import REFUSED
from hatch_oaml.values.look import PLAIN

if TYPE_CHECKING:
    from pathlib import Path

    from hatch_oaml.values.bilingual import Language


@click.command()
@root_option
@format_option
@output_option
@lang_option
@quiet_option
@advisories_option
@click.option("--fix-notices", is_flag=True, help="First add the lost notices to NOTICE. 先将丢失的声明补入 NOTICE。")
def check(  # click hands each option down by itself
    root: Path | None,
    form: str,
    outputs: tuple[str, ...],
    lang: Language | None,
    *,
    fix_notices: bool,
    in_full: bool,
    is_quiet: bool,
) -> None:
    """Run all checks, write no archive. 运行全部检查，不生成归档。"""
    language = lang or locale_language()
    with told(language):
        written = outputs_named(outputs, form)
        folder = project_folder(root)
        written.refuse_what_is_read((), files_read_in(folder))
        if fix_notices:
            # only what writes is worth the import of what is written
            from hatch_oaml.commands._notices import add_lost_notices  # noqa: PLC0415

            add_lost_notices(folder, language=language)
        report = examined(folder, is_quiet=is_quiet)
        written.write(lambda name: report_format(name).render(report, language, PLAIN))
    if written.is_shown and not is_quiet:
        say(report_format(form).render(report, language, look_of_output(in_full=in_full)))
    sys.exit(REFUSED if report.errors else 0)
