"""A report as text for people: at a terminal in their language, in a build log in both."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from hatch_oaml.comparison.tensor_words import facts, summary
from hatch_oaml.findings import Unread
from hatch_oaml.reports._contract import ReportFormat
from hatch_oaml.reports._labels import LABELS, labelled, location_of
from hatch_oaml.reports._told import own_bases, profile, waived_notices
from hatch_oaml.reports._verdict import OWN_DUTY, verdict
from hatch_oaml.values.bilingual import Bilingual
from hatch_oaml.values.citations import cited
from hatch_oaml.values.log_lines import shown, shown_line, shown_message

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from hatch_oaml.findings import Report, Ruling
    from hatch_oaml.release import Release
    from hatch_oaml.values.bilingual import Language
    from hatch_oaml.values.errors import OamlError

BOTH: tuple[Language, ...] = ("en", "zh")

_COLORS = {"error": "red", "advisory": "yellow"}


def render_log(report: Report) -> str:
    """The report for a build log."""
    return "\n\n".join(log_blocks(report))


def log_blocks(report: Report) -> list[str]:
    """The parts of the report for a build log; the last is the summary."""
    return _blocks(report, BOTH, color=False)


def render_text(report: Report, languages: Sequence[Language], *, color: bool) -> str:
    """The profile, where it is for no distribution; every finding with place, check, clause and fix, what became of the bases' tensors, the notices that were waived, then the summary; ends
    without a line break.
    """
    return "\n\n".join(_blocks(report, languages, color=color))


def _blocks(report: Report, languages: Sequence[Language], *, color: bool) -> list[str]:
    blocks = ["\n".join(lines)] if (lines := list(_told(profile(report.release), languages))) else []
    blocks += ["\n".join(_ruling(ruling, languages, color=color)) for ruling in report.rulings]
    told = (
        _tensors(report.release, languages),
        _told(own_bases(report.release), languages),
        _told(waived_notices(report.release), languages),
    )
    blocks.extend(block for lines in told if (block := "\n".join(lines)))
    blocks.append("\n".join(_summary(report, languages, color=color)))
    return blocks


def render_error(error: OamlError, languages: Sequence[Language] = BOTH) -> str:
    """What keeps us from going on, each mistake in all of `languages`."""
    label = "/".join(LABELS["error"].said_in(language) for language in languages)
    told = [
        f"hatch-oaml: {label}: " + "\n  ".join(shown_message(message.said_in(language)) for language in languages)
        for message in error.messages
    ]
    return "\n".join([*told, shown(error.below)] if error.below else told)


def _ruling(ruling: Ruling, languages: Sequence[Language], *, color: bool) -> Iterator[str]:
    finding = ruling.finding
    location = shown_line(location_of(finding))
    severity = "/".join(LABELS[ruling.severity].said_in(language) for language in languages)
    head = f"{severity}[{ruling.check}]"
    if color:
        location = click.style(location, bold=True)
        head = click.style(head, fg=_COLORS[ruling.severity], bold=True)
    yield f"{location}: {head}{_citation(ruling.clause, languages) if ruling.clause else ''}"
    for language in languages:
        yield _indented(shown(finding.message.said_in(language)), "  ")
    for language in languages:
        label = labelled("fix", language)
        yield _indented(shown(finding.fix.said_in(language)), "  ", click.style(label, fg="green") if color else label)


def _citation(clause: str, languages: Sequence[Language]) -> str:
    """Where both languages share a line, its signs are those of English."""
    if tuple(languages) == ("zh",):
        return f"（{cited(clause).zh}）"
    return f" ({'/'.join(LABELS['clause'].said_in(language) for language in languages)} {clause})"


def _indented(text: str, margin: str, label: str = "") -> str:
    first, *rest = text.split("\n")
    return "\n".join([f"{margin}{label}{first}", *(f"{margin}  {line}".rstrip() for line in rest)])


def _tensors(release: Release, languages: Sequence[Language]) -> Iterator[str]:
    """Of each base with recorded tensors a line, and below it one for each kind of difference."""
    for base, diff in zip(release.bases, release.tensor_differences, strict=True):
        if diff is None:
            continue
        for language in languages:
            label = Bilingual(en=f"tensors ({base.name}): ", zh=f"张量（{base.name}）：").said_in(language)
            yield shown_line(f"{label}{summary(diff).said_in(language)}")
            yield from (shown_line(f"  {fact.said_in(language)}") for fact in facts(diff))


def _told(texts: Iterable[Bilingual], languages: Sequence[Language]) -> Iterator[str]:
    """All in one language, then all in the next."""
    said = list(texts)
    for language in languages:
        yield from (shown(text.said_in(language)) for text in said)


def _summary(report: Report, languages: Sequence[Language], *, color: bool) -> Iterator[str]:
    for language in languages:
        for said in verdict(report):
            line = shown_line(said.said_in(language))
            yield click.style(line, fg="red" if report.errors else "green", bold=True) if color else line
    for language in languages:
        yield OWN_DUTY.said_in(language)


def _render(report: Report, language: Language, color: bool) -> str:  # noqa: FBT001  # the contract's
    return render_text(report, (language,), color=color)


def _render_several(reports: Sequence[Report | Unread], language: Language, color: bool) -> str:  # noqa: FBT001  # likewise
    return "\n\n".join(
        render_error(report.error, (language,)) if isinstance(report, Unread) else _render(report, language, color)
        for report in reports
    )


FORMAT = ReportFormat(name="text", render=_render, render_several=_render_several, at_once=False)
