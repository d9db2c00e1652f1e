"""`hatch-oaml verify`: a finished archive, judged from itself alone."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from hatch_oaml.commands._archives import archives_among
from hatch_oaml.commands._size import bytes_to_read
from hatch_oaml.commands._speaking import say, tell_error, warn
from hatch_oaml.commands._terminal import (
    format_option,
    is_colorful,
    lang_option,
    locale_language,
    progress_on_terminal,
    quiet_option,
)
from hatch_oaml.findings import Unread
from hatch_oaml.recording.hub_cache import snapshot_of
from hatch_oaml.reports import report_format
from hatch_oaml.values.errors import OamlError
from hatch_oaml.values.exit_statuses import CANNOT_GO_ON, REFUSED
from hatch_oaml.values.profiles import PROFILES
from hatch_oaml.verification.opening import opened

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hatch_oaml.findings import Report
    from hatch_oaml.values.bilingual import Bilingual, Language
    from hatch_oaml.values.profiles import Profile


@click.command()
@click.argument("archives", metavar="ARCHIVE...", nargs=-1, required=True, type=click.Path(exists=True, path_type=Path))
@format_option
@lang_option
@quiet_option
@click.option(
    "--profile",
    type=click.Choice(PROFILES),
    default="distribution",
    show_default=True,
    help="hosted-service: you run the service that the archive was made for. 归档所服务的托管服务由您运行。",
)
def verify(archives: tuple[Path, ...], form: str, lang: Language | None, profile: Profile, *, is_quiet: bool) -> None:
    """Judge finished archives, or folders they were unpacked into, from themselves alone.

    仅凭归档自身（或其解包后的文件夹）作出判断。
    """
    language = lang or locale_language()
    written = report_format(form)
    found: list[Report | Unread] = []
    judged, beside = _told_apart(archives, language)
    for said in beside:
        warn(said, language)
    for archive in judged:
        one = _verified(archive, profile, is_quiet=is_quiet)
        if isinstance(one, Unread):
            tell_error(one.error, language)
        elif not (is_quiet or written.at_once):
            say(("\n" if _reports(found) else "") + written.render(one, language, is_colorful()))
        found.append(one)
    if written.at_once and not is_quiet:
        say(written.render_several(found, language, is_colorful()))
    if len(_reports(found)) < len(found):
        sys.exit(CANNOT_GO_ON)
    sys.exit(REFUSED if any(report.errors for report in _reports(found)) else 0)


def _told_apart(archives: tuple[Path, ...], language: Language) -> tuple[list[Path], list[Bilingual]]:
    try:
        return archives_among(tuple(map(_snapshot, archives)))
    except OamlError as error:
        tell_error(error, language)
        sys.exit(CANNOT_GO_ON)


def _snapshot(archive: Path) -> Path:
    """The one that a hub's cache folder holds, in its place: there one is not to look for the release by hand."""
    place = snapshot_of(archive) if archive.is_dir() else None
    return place.folder if place else archive


def _reports(found: Sequence[Report | Unread]) -> list[Report]:
    return [one for one in found if not isinstance(one, Unread)]


def _verified(archive: Path, profile: Profile, *, is_quiet: bool) -> Report | Unread:
    """What cannot be read is told, and the other archives are judged all the same."""
    try:
        with (
            progress_on_terminal(bytes_to_read(archive), is_quiet=is_quiet) as progress,
            opened(archive, progress) as one,
        ):
            # what judges takes longer to import than what reads: meanwhile the members are being hashed
            from hatch_oaml.verification.verdict import verdict_on  # noqa: PLC0415

            return verdict_on(one, profile)
    except OamlError as error:
        return Unread(archive=archive.name or str(archive.absolute()), error=error)
