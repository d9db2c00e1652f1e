"""A report as text for people: at a terminal in their language, in a build log in both."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hatch_oaml.findings import Unread
from hatch_oaml.reports._contract import ReportFormat
from hatch_oaml.reports._labels import LABELS
from hatch_oaml.reports._verdict import tells_own_duty
from hatch_oaml.values.log_lines import shown, shown_message
from hatch_oaml.values.look import PLAIN, Look

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hatch_oaml.findings import Report
    from hatch_oaml.values.bilingual import Language
    from hatch_oaml.values.errors import OamlError

_BEGINNING = 4
"""Lines of the verdict."""

_BOTH: tuple[Language, ...] = ("en", "zh")


def render_log(report: Report) -> str:
    """The report for a build log."""
    return "\n\n".join(log_blocks(report))


def log_blocks(report: Report) -> list[str]:
    """The parts of the report for a build log; the last is the summary."""
    from hatch_oaml.reports._log import blocks_of_log  # noqa: PLC0415

    return blocks_of_log(report)


def render_text(report: Report, language: Language, look: Look = PLAIN) -> str:
    """The report for whoever ran a command, the verdict first; ends without a line break."""
    # what tells mistakes is imported first of all, and the words of a report when there is one
    from hatch_oaml.reports._people import blocks_for_people  # noqa: PLC0415

    return "\n\n".join(blocks_for_people(report, language, look))


def render_error(error: OamlError, languages: Sequence[Language] = _BOTH) -> str:
    """What keeps us from going on, each mistake in all of `languages`."""
    label = "/".join(LABELS["error"].said_in(language) for language in languages)
    told = [
        f"hatch-oaml: {label}: " + "\n  ".join(shown_message(message.said_in(language)) for language in languages)
        for message in error.messages
    ]
    return "\n".join([*told, shown(error.below)] if error.below else told)


def _render_several(reports: Sequence[Report | Unread], language: Language, look: Look) -> str:
    return "\n\n".join(
        render_error(report.error, (language,)) if isinstance(report, Unread) else render_text(report, language, look)
        for report in reports
    )


FORMAT = ReportFormat(
    name="text",
    render=render_text,
    render_several=_render_several,
    is_own=lambda lines: tells_own_duty(lines[:_BEGINNING]),
    at_once=False,
)
