"""A report for whoever ran a command: the verdict, the duties, what must be mended, and in a line each what may be."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

import click

from hatch_oaml.reports._comparison import blocks_of
from hatch_oaml.reports._duties import CONDITIONS, DUTIES, order_of, said_of, state_of
from hatch_oaml.reports._labels import location_of
from hatch_oaml.reports._prose import VERBATIM, compared, ruling_lines, summary_lines, tensor_line, told_lines
from hatch_oaml.reports._tensor_bar import drawn
from hatch_oaml.reports._told import own_bases, profile, waived_notices
from hatch_oaml.values.bilingual import Bilingual
from hatch_oaml.values.citations import cited
from hatch_oaml.values.columns import padded, shortened, width_of, wrapped
from hatch_oaml.values.log_lines import shown_line

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from hatch_oaml.findings import Report, Ruling
    from hatch_oaml.release import Release
    from hatch_oaml.reports._duties import Duty
    from hatch_oaml.values.bilingual import Language
    from hatch_oaml.values.look import Look

_TICKS = {
    "clear": ("✓", "green"),
    "fault": ("✗", "red"),
    "own-word": ("!", "yellow"),
    "lifted": ("–", "yellow"),
    "foreign": ("–", "yellow"),
    "unknown": ("○", "yellow"),
    "nobody": ("·", None),
}
_FOLDED = Bilingual(
    en="advisories, a line for each check; with --advisories each in full:",
    zh="提示（每项检查一行；加 --advisories 逐条完整显示）：",
)
_NUMBER = {"en": width_of("3.1 1)"), "zh": width_of("第 3.1 款第 1）项")}
_ANY_WIDTH = 100
"""Columns of what is shortened or drawn where no terminal tells its own."""


def blocks_for_people(report: Report, language: Language, look: Look) -> list[str]:
    """Each block of lines that none is wider than `look.columns` of, but for what is to be pasted, or is quoted."""
    return [block for lines in _blocks(report, language, look) if (block := "\n".join(_fitted(lines, look)))]


def _blocks(report: Report, language: Language, look: Look) -> Iterator[Iterator[str]]:
    release, both = report.release, (language,)
    yield summary_lines(report, both, color=look.color)
    yield _duties(report, language, look)
    yield told_lines(profile(release), both)
    yield from _errors(report.errors, language, look)
    yield from _advisories(report.advisories, language, look)
    yield from (told_lines(block, both) for block in blocks_of(release))
    yield _tensors(release, language, look)
    yield told_lines(own_bases(release), both)
    yield told_lines(waived_notices(release), both)


def _fitted(lines: Iterator[str], look: Look) -> Iterator[str]:
    for text in lines:
        for line in text.split("\n"):
            if look.columns is None or line.startswith(VERBATIM):
                yield line
            else:
                yield from wrapped(line, look.columns, margin=0 if line.startswith(" ") else 2)


def _duties(report: Report, language: Language, look: Look) -> Iterator[str]:
    """A line for each condition of clause 3.1, and for what else is at fault."""
    told = [(duty, state_of(duty, report)) for duty in DUTIES]
    told = [(duty, state) for duty, state in told if duty in CONDITIONS or state == "fault"]
    width = max(width_of(_title(duty, language)) for duty, _ in told)
    for duty, state in told:
        tick, color = _TICKS[state]
        text = f"{tick} {padded(_title(duty, language), width)}  {said_of(duty, report).said_in(language)}"
        yield f"  {click.style(text, fg=color) if look.color else text}"


def _title(duty: Duty, language: Language) -> str:
    number = duty.id if language == "en" else cited(duty.id).zh
    return f"{padded(number if duty.id[0].isdigit() else '', _NUMBER[language])} {duty.title.said_in(language)}"


def _errors(errors: Sequence[Ruling], language: Language, look: Look) -> Iterator[Iterator[str]]:
    """By the duty that they are against, in the order of the license."""
    for ruling in sorted(errors, key=lambda ruling: order_of(ruling.clause)):
        yield ruling_lines(ruling, (language,), color=look.color)


def _advisories(advisories: Sequence[Ruling], language: Language, look: Look) -> Iterator[Iterator[str]]:
    if look.folded and advisories:
        yield _folded(advisories, language, look)
        return
    for ruling in advisories:
        yield ruling_lines(ruling, (language,), color=look.color)


def _folded(advisories: Sequence[Ruling], language: Language, look: Look) -> Iterator[str]:
    by_check: dict[str, list[Ruling]] = defaultdict(list)
    for ruling in advisories:
        by_check[ruling.check].append(ruling)
    yield _FOLDED.said_in(language)
    for check, rulings in by_check.items():
        first = rulings[0].finding
        head = f"  {len(rulings)} × {check}"
        what = first.message.said_in(language).split("\n", 1)[0]
        line = shortened(f"{head}  {shown_line(location_of(first))}: {shown_line(what)}", look.columns or _ANY_WIDTH)
        yield click.style(head, fg="yellow") + line[len(head) :] if look.color and line.startswith(head) else line


def _tensors(release: Release, language: Language, look: Look) -> Iterator[str]:
    for base, diff in compared(release):
        yield tensor_line(base, diff, language)
        yield from (f"  {line}" for line in drawn(diff, language, (look.columns or _ANY_WIDTH) - 2, color=look.color))
