"""The parts of a report as text: a finding, what became of the tensors, what holds by the publisher's own word, the verdict."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from hatch_oaml.comparison.tensor_words import summary
from hatch_oaml.reports._labels import LABELS, labelled, location_of
from hatch_oaml.reports._verdict import OWN_DUTY, verdict
from hatch_oaml.values.bilingual import Bilingual
from hatch_oaml.values.citations import cited
from hatch_oaml.values.log_lines import shown, shown_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from hatch_oaml.comparison.tensor_diff import TensorDiff
    from hatch_oaml.findings import Report, Ruling
    from hatch_oaml.release import Release
    from hatch_oaml.values.bilingual import Language

_COLORS = {"error": "red", "advisory": "yellow"}
VERBATIM = " " * 8
"""With which lines begin that are to be pasted, or that are quoted."""


def ruling_lines(ruling: Ruling, languages: Sequence[Language], *, color: bool) -> Iterator[str]:
    """Place, check and clause; what was seen; what to do."""
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


def compared(release: Release) -> Iterator[tuple[str, TensorDiff]]:
    """Each base whose tensors are recorded, by its name, and what became of them."""
    for base, diff in zip(release.bases, release.tensor_differences, strict=True):
        if diff is not None:
            yield base.name, diff


def tensor_line(base: str, diff: TensorDiff, language: Language) -> str:
    label = Bilingual(en=f"tensors ({base}): ", zh=f"张量（{base}）：").said_in(language)
    return shown_line(f"{label}{summary(diff).said_in(language)}")


def told_lines(texts: Iterable[Bilingual], languages: Sequence[Language]) -> Iterator[str]:
    """All in one language, then all in the next."""
    said = list(texts)
    for language in languages:
        yield from (shown(text.said_in(language)) for text in said)


def summary_lines(report: Report, languages: Sequence[Language], *, color: bool) -> Iterator[str]:
    """The verdict, then what no software can check."""
    for language in languages:
        for said in verdict(report):
            line = shown_line(said.said_in(language))
            yield click.style(line, fg="red" if report.errors else "green", bold=True) if color else line
    for language in languages:
        yield OWN_DUTY.said_in(language)
