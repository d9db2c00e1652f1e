"""`hatch-oaml verify`: a finished archive, judged from itself alone."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from hatch_oaml.commands._size import bytes_to_read
from hatch_oaml.commands._terminal import (
    CANNOT_GO_ON,
    REFUSED,
    format_option,
    is_colorful,
    lang_option,
    locale_language,
    progress_on_terminal,
)
from hatch_oaml.records.config import PROFILES
from hatch_oaml.reports import report_format
from hatch_oaml.reports.text import render_error
from hatch_oaml.values.errors import OamlError
from hatch_oaml.verification.verdict import verify_archive

if TYPE_CHECKING:
    from hatch_oaml.findings import Report
    from hatch_oaml.records.config import Profile
    from hatch_oaml.values.bilingual import Language


@click.command()
@click.argument("archives", metavar="ARCHIVE...", nargs=-1, required=True, type=click.Path(exists=True, path_type=Path))
@format_option
@lang_option
@click.option(
    "--profile",
    type=click.Choice(PROFILES),
    default="distribution",
    show_default=True,
    help="hosted-service: you run the service that the archive was made for. 归档所服务的托管服务由您运行。",
)
def verify(archives: tuple[Path, ...], form: str, lang: Language | None, profile: Profile) -> None:
    """Judge finished archives, or folders they were unpacked into, from themselves alone.

    仅凭归档自身（或其解包后的文件夹）作出判断。
    """
    language = lang or locale_language()
    written = report_format(form)
    reports: list[Report] = []
    for archive in archives:
        report = _verified(archive, language, profile)
        if report is None:
            continue
        if not written.at_once:
            click.echo(("\n" if reports else "") + written.render(report, language, is_colorful()))
        reports.append(report)
    if written.at_once and len(archives) > 1:
        click.echo(written.render_several(reports, language, is_colorful()))
    elif written.at_once and reports:
        click.echo(written.render(reports[0], language, is_colorful()))
    if len(reports) < len(archives):
        sys.exit(CANNOT_GO_ON)
    sys.exit(REFUSED if any(report.errors for report in reports) else 0)


def _verified(archive: Path, language: Language, profile: Profile) -> Report | None:
    """None for what cannot be read: that is told, and the other archives are judged all the same."""
    try:
        with progress_on_terminal(bytes_to_read(archive)) as progress:
            return verify_archive(archive, progress, profile)
    except OamlError as error:
        click.echo(render_error(error, (language,)), err=True)
        return None
