"""Every format of the report, found by its file."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from hatch_oaml.values.families import member, members, names

if TYPE_CHECKING:
    from hatch_oaml.reports._contract import ReportFormat


def report_names() -> list[str]:
    """What one may ask for; a module has the name of its format."""
    return names(__path__)


def report_format(name: str) -> ReportFormat:
    found: ReportFormat = member(__name__, name, "FORMAT")
    return found


def is_report(data: bytes) -> bool:
    """Is `data`, as far as its lines tell, a report of ours?"""
    lines = data.decode(errors="replace").splitlines()
    return bool(lines) and any(form.is_own(lines) for form in report_formats().values())


@cache
def report_formats() -> dict[str, ReportFormat]:
    """Every format by its name, in alphabetical order."""
    found: list[ReportFormat] = members(__name__, __path__, "FORMAT")
    return {form.name: form for form in sorted(found, key=lambda form: form.name)}
