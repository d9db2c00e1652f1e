"""All that the page says of one release, as plain values: what is computed is computed here and in its neighbours."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from hatch_oaml.findings import Unread
from hatch_oaml.reports._counts import not_read
from hatch_oaml.reports._duties import BEYOND, CONDITIONS
from hatch_oaml.reports._page.compared import Compared, compared
from hatch_oaml.reports._page.conditions import Condition, condition
from hatch_oaml.reports._page.files import OfRole, PartRow, files_by_role, parts
from hatch_oaml.reports._page.findings import Group, groups
from hatch_oaml.reports._page.license_text import LicenseText, license_text
from hatch_oaml.reports._page.lineage import Lineage, lineage
from hatch_oaml.reports._page.modifications import ModificationFacts, modifications
from hatch_oaml.reports._page.notices import OfBase as NoticesOfBase, notices
from hatch_oaml.reports._page.subject import Fact, judged, title_of
from hatch_oaml.reports._page.tensor_drawing import Drawing, drawn
from hatch_oaml.reports._page.tensors import OfBase as TensorsOfBase, tensors
from hatch_oaml.reports._verdict import OWN_DUTY, verdict
from hatch_oaml.values.bilingual import Bilingual
from hatch_oaml.values.frozen import frozen
from hatch_oaml.values.log_lines import shown

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from hatch_oaml.findings import Report
    from hatch_oaml.release import Subject


@frozen
class Sheet:
    """One release on the page; `key` opens the names of its anchors, and is "" where the page has one release alone.

    Where not `knows_upstream`, that nothing of a base is told says nothing. `stamp` is the verdict in a word; `contents` are the sections in their order, each with how much it holds where that can be counted.
    """

    key: str
    title: str
    stamp: Bilingual
    is_refused: bool
    contents: tuple[tuple[str, int | None], ...]
    judged: tuple[Fact, ...]
    verdict: tuple[Bilingual, ...]
    license: LicenseText
    conditions: tuple[Condition, ...]
    beyond: tuple[Condition, ...]
    compared: Compared | None
    notices: tuple[NoticesOfBase, ...]
    has_bases: bool
    knows_upstream: bool
    modifications: ModificationFacts
    tensors: tuple[tuple[TensorsOfBase, Drawing | None], ...]
    parts: tuple[PartRow, ...]
    lineage: Lineage
    files: tuple[OfRole, ...]
    unread: tuple[tuple[str, Bilingual], ...]
    findings: tuple[Group, ...]
    errors: int
    advisories: int


@frozen
class UnreadSheet:
    """An archive that could not be judged, and why; `below` are lines to paste."""

    key: str
    title: str
    messages: tuple[Bilingual, ...]
    below: str


def sheets(found: Iterable[Report | Unread]) -> Iterator[Sheet | UnreadSheet]:
    """One for each, in their order."""
    every = list(found)
    for number, one in enumerate(every, 1):
        key = f"r{number}-" if len(every) > 1 else ""
        yield _unread(key, one) if isinstance(one, Unread) else sheet(one, key)


def sheet(report: Report, key: str = "") -> Sheet:
    release = report.release
    of_tensors = tensors(release)
    facts = Sheet(
        key=key,
        title=title_of(release),
        stamp=_STAMPS[release.subject][bool(report.errors)],
        is_refused=bool(report.errors),
        judged=tuple(judged(release)),
        verdict=(*verdict(report), OWN_DUTY),
        license=license_text(release),
        conditions=tuple(condition(duty, report) for duty in CONDITIONS),
        beyond=tuple(one for duty in BEYOND if (one := condition(duty, report)).asked),
        compared=compared(release),
        notices=notices(release),
        has_bases=bool(release.bases),
        knows_upstream=release.upstream_is_known,
        modifications=modifications(release),
        tensors=tuple((one, drawn(one)) for one in of_tensors),
        parts=tuple(parts(release)),
        lineage=lineage(release),
        files=tuple(files_by_role(release)),
        unread=tuple(not_read(release)),
        findings=tuple(groups(report)),
        errors=len(report.errors),
        advisories=len(report.advisories),
        contents=(),
    )
    is_judged = release.subject != "ungated archive"
    return replace(facts, contents=tuple(_contents(facts) if is_judged else _contents_of_unjudged(facts)))


_STAMPS: Mapping[Subject, tuple[Bilingual, Bilingual]] = {
    "project": (Bilingual(en="may be released", zh="可以发布"), Bilingual(en="refused", zh="不得发布")),
    "archive": (Bilingual(en="no fault found", zh="未发现问题"), Bilingual(en="refused", zh="验证未通过")),
    "ungated archive": (Bilingual(en="no fault found", zh="未发现问题"), Bilingual(en="refused", zh="验证未通过")),
    "comparison": (Bilingual(en="no fault found", zh="未发现问题"), Bilingual(en="faults found", zh="发现问题")),
}
"""Without errors and with: as the verdict has it, and no more."""


def _contents(facts: Sheet) -> Iterator[tuple[str, int | None]]:
    yield from (("judged", None), ("verdict", None), ("license", None), ("conditions", None))
    if facts.beyond:
        yield "beyond", None
    if facts.compared:
        yield "compared", None
    yield "notices", sum(base.count for base in facts.notices)
    yield "modifications", facts.modifications.count
    yield "tensors", None
    yield "parts", len(facts.parts)
    yield "lineage", None
    yield "files", sum(len(one.files) for one in facts.files)
    yield "unread", len(facts.unread)
    yield "findings", facts.errors + facts.advisories


def _contents_of_unjudged(facts: Sheet) -> Iterator[tuple[str, int | None]]:
    """An archive without a manifest was opened and not read: what was not looked for must not be told as not there."""
    yield from (("judged", None), ("verdict", None), ("conditions", None), ("beyond", None))
    yield "findings", facts.errors + facts.advisories


def _unread(key: str, unread: Unread) -> UnreadSheet:
    error = unread.error
    return UnreadSheet(key=key, title=unread.archive, messages=tuple(error.messages), below=shown(error.below))
