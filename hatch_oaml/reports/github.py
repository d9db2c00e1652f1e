"""A report as workflow commands of GitHub: each finding an annotation, at its line of a project's file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hatch_oaml.findings import Unread
from hatch_oaml.reports._comparison import blocks_of
from hatch_oaml.reports._contract import ReportFormat
from hatch_oaml.reports._labels import labelled, location_of, titled
from hatch_oaml.reports._told import own_bases, profile, waived_notices
from hatch_oaml.reports._verdict import OWN_DUTY, tells_own_duty, verdict
from hatch_oaml.values.log_lines import shown, shown_line, shown_message
from hatch_oaml.values.wording import short_name

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from hatch_oaml.findings import Report, Ruling
    from hatch_oaml.values.bilingual import Bilingual, Language

_LEVELS = {"error": "error", "advisory": "notice"}
_TITLE = "hatch-oaml"

# https://github.com/actions/toolkit/blob/main/packages/core/src/command.ts; the percent sign goes first
_IN_MESSAGES = (("%", "%25"), ("\r", "%0D"), ("\n", "%0A"))
_IN_PROPERTIES = (*_IN_MESSAGES, (":", "%3A"), (",", "%2C"))


def render_github(report: Report, language: Language) -> str:
    """A command for each finding and for what holds by the publisher's own word, then the verdict as lines of the log; ends
    without a line break.
    """
    return "\n".join(_lines(report, language))


def render_github_of_archives(found: Sequence[Report | Unread], language: Language) -> str:
    """One after the other; what could not be read is an error among them."""
    return "\n".join(
        _unread(one, language) if isinstance(one, Unread) else render_github(one, language) for one in found
    )


def _lines(report: Report, language: Language) -> Iterator[str]:
    release = report.release
    archive = release.received_as
    for ruling in report.rulings:
        yield _annotation(ruling, archive, language)
    for told in (profile(release), own_bases(release), waived_notices(release)):
        if text := _said(told, language):
            yield _command("notice", {"title": _TITLE}, text)
    for block in blocks_of(release):
        yield _said(block, language)
    yield from (shown_line(said.said_in(language)) for said in (*verdict(report), OWN_DUTY))


def _annotation(ruling: Ruling, archive: str | None, language: Language) -> str:
    """What is found in an archive has no place in the repository, where a file of the same path may lie: its text tells where."""
    finding = ruling.finding
    where = location_of(finding) if archive is None else f"{archive}: {location_of(finding)}"
    text = (
        f"{shown_line(where)}: {shown(finding.message.said_in(language))}\n"
        f"{labelled('fix', language)}{shown(finding.fix.said_in(language))}"
    )
    place = {} if archive is not None else {"file": short_name(finding.path), "line": finding.line}
    return _command(_LEVELS[ruling.severity], {**place, "title": titled(ruling, language)}, text)


def _unread(unread: Unread, language: Language) -> str:
    lines = [shown_message(message.said_in(language)) for message in unread.error.messages]
    below = [shown(unread.error.below)] if unread.error.below else []
    return _command("error", {"title": _TITLE}, "\n".join([*lines, *below]))


def _said(told: Iterable[Bilingual], language: Language) -> str:
    return "\n".join(shown(text.said_in(language)) for text in told)


def _command(level: str, properties: dict[str, str | int | None], text: str) -> str:
    """https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands#setting-an-error-message"""
    known = (
        f"{key}={_escaped(shown_line(str(value)), _IN_PROPERTIES)}"
        for key, value in properties.items()
        if value is not None
    )
    return f"::{level} {','.join(known)}::{_escaped(text, _IN_MESSAGES)}"


def _escaped(text: str, escapes: Iterable[tuple[str, str]]) -> str:
    for sign, escape in escapes:
        text = text.replace(sign, escape)
    return text


def _is_own(lines: Sequence[str]) -> bool:
    return lines[0].startswith(("::error ", "::warning ", "::notice ")) and tells_own_duty(lines)


FORMAT = ReportFormat(
    name="github",
    render=lambda report, language, _look: render_github(report, language),
    render_several=lambda found, language, _look: render_github_of_archives(found, language),
    is_own=_is_own,
    at_once=True,
)
