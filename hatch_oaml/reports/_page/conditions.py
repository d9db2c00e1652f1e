"""The duties of the license one by one: what was found, what rests on a person's word, what no software can check."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hatch_oaml.checks import all_checks, summary
from hatch_oaml.license.canonical import EDITIONS, canonical_text, segments
from hatch_oaml.license.versions import CURRENT
from hatch_oaml.reports._duties import rulings_on, said_of, state_of
from hatch_oaml.reports._page.own_words import words_of
from hatch_oaml.reports._page.seen import seen_of
from hatch_oaml.values.bilingual import Bilingual
from hatch_oaml.values.frozen import frozen

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hatch_oaml.findings import Check, Report
    from hatch_oaml.release import Release
    from hatch_oaml.reports._duties import Duty, State


@frozen
class Asked:
    """One check that was asked, what it finds, and how often it did."""

    check: str
    about: Bilingual
    is_error: bool
    count: int


@frozen
class Condition:
    """A duty as the release meets it; `quoted` are the license's own words, "" where it is none of clause 3.1."""

    duty: Duty
    state: State
    verdict: Bilingual
    quoted: Bilingual | None
    seen: tuple[Bilingual, ...]
    own_word: tuple[Bilingual, ...]
    asked: tuple[Asked, ...]


def condition(duty: Duty, report: Report) -> Condition:
    release = report.release
    return Condition(
        duty=duty,
        state=state_of(duty, report),
        verdict=said_of(duty, report),
        quoted=_quoted(duty.id),
        seen=tuple(seen_of(duty.id, release)),
        own_word=tuple(words_of(duty.id, release)),
        asked=tuple(_asked(duty, report)),
    )


def _quoted(clause: str) -> Bilingual | None:
    """The clause itself, as both editions have it."""
    text = canonical_text(CURRENT)
    found = {
        part.edition: part for part in segments(CURRENT) if part.clause == clause and "." in clause and " " in clause
    }
    if len(found) < len(EDITIONS):
        return None
    said = {edition: text[part.start : part.end] for edition, part in found.items()}
    return Bilingual(en=" ".join(said["en"].split("\n")), zh=said["zh"].replace("\n", ""))


def _asked(duty: Duty, report: Report) -> Iterator[Asked]:
    found = [ruling.check for ruling in rulings_on(duty, report)]
    for check in all_checks().values():
        if check.clause in duty.clauses and (check.name in found or _is_asked(check, report.release)):
            yield Asked(
                check=check.name,
                about=Bilingual(en=summary(check.name, "en"), zh=summary(check.name, "zh")),
                is_error=check.severity == "error",
                count=found.count(check.name),
            )


def _is_asked(check: Check, release: Release) -> bool:
    return release.subject in check.asked_of and not release.waives(check.clause)
