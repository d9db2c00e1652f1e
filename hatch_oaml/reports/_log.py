"""A report for a build log, in both languages: findings first, so that what the log ends with is the verdict."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hatch_oaml.comparison.tensor_words import facts
from hatch_oaml.reports._prose import compared, ruling_lines, summary_lines, tensor_line, told_lines
from hatch_oaml.reports._told import own_bases, profile, waived_notices
from hatch_oaml.values.log_lines import shown_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hatch_oaml.findings import Report
    from hatch_oaml.release import Release
    from hatch_oaml.values.bilingual import Language

BOTH: tuple[Language, ...] = ("en", "zh")


def blocks_of_log(report: Report) -> list[str]:
    """The profile, where it is for no distribution; every finding with place, check, clause and fix; what became of the bases'
    tensors; the notices that were waived; then the verdict.
    """
    release = report.release
    blocks = [told_lines(profile(release), BOTH)]
    blocks += [ruling_lines(ruling, BOTH, color=False) for ruling in report.rulings]
    blocks += [_tensors(release), told_lines(own_bases(release), BOTH), told_lines(waived_notices(release), BOTH)]
    blocks += [summary_lines(report, BOTH, color=False)]
    return [block for lines in blocks if (block := "\n".join(lines))]


def _tensors(release: Release) -> Iterator[str]:
    """Of each base a line in each language, and below it one for each kind of difference."""
    for base, diff in compared(release):
        for language in BOTH:
            yield tensor_line(base, diff, language)
            yield from (shown_line(f"  {fact.said_in(language)}") for fact in facts(diff))
