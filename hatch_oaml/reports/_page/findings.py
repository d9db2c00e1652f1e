"""All findings as the page shows them: by severity, then by check, each check with its clause."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from hatch_oaml.reports._addresses import page_address
from hatch_oaml.reports._labels import location_of
from hatch_oaml.values.citations import cited
from hatch_oaml.values.frozen import frozen

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hatch_oaml.findings import Report, Severity
    from hatch_oaml.values.bilingual import Bilingual


@frozen
class Told:
    """One finding; `where` has the line where one is known."""

    where: str
    message: Bilingual
    fix: Bilingual


@frozen
class Group:
    """What one check found; `address` is its page, `clause` None for what keeps archives safe."""

    check: str
    severity: Severity
    clause: Bilingual | None
    address: str
    told: tuple[Told, ...]


def groups(report: Report) -> Iterator[Group]:
    """Errors first; within a severity by clause, then by check."""
    ordered = sorted(report.rulings, key=lambda one: (one.severity == "advisory", one.clause or "~", one.check))
    for (severity, clause, check), rulings in groupby(ordered, key=lambda one: (one.severity, one.clause, one.check)):
        yield Group(
            check=check,
            severity=severity,
            clause=cited(clause) if clause else None,
            address=page_address(check),
            told=tuple(
                Told(where=location_of(one.finding), message=one.finding.message, fix=one.finding.fix)
                for one in rulings
            ),
        )
