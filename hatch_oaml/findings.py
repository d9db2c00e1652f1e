"""What a check finds, and what all of them together say of a release."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Literal

from hatch_oaml.values.bilingual import Bilingual
from hatch_oaml.values.frozen import frozen
from hatch_oaml.values.paths import sort_key
from hatch_oaml.values.wording import printable, shown_name, without_endless_words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from hatch_oaml.release import Release, Subject
    from hatch_oaml.values.errors import OamlError

Severity = Literal["error", "advisory"]
ERROR: Severity = "error"
ADVISORY: Severity = "advisory"

EVERY_RELEASE: frozenset[Subject] = frozenset({"project", "archive"})
EVERY_TREE: frozenset[Subject] = frozenset({*EVERY_RELEASE, "comparison"})
"""What is asked of two trees alone, too, of which no project tells anything."""
COMPARISON: frozenset[Subject] = frozenset({"comparison"})
PROJECT: frozenset[Subject] = frozenset({"project"})
ARCHIVE: frozenset[Subject] = frozenset({"archive"})
UNGATED_ARCHIVE: frozenset[Subject] = frozenset({"ungated archive"})
_UPSTREAM_CLAUSES = frozenset({"1.3", "3.1 2)", "3.1 3)"})
"""They ask what became of the bases: of an archive whose records of them are damaged or gone, nobody can tell."""

_ASK_THE_PUBLISHER: dict[Severity, Bilingual] = {
    ERROR: Bilingual(
        en="do not pass the archive on; ask its publisher to mend this, and for the archive that comes of it",
        zh="请勿转发该归档；请要求发布者修正此问题，并索取修正后的归档",
    ),
    ADVISORY: Bilingual(
        en="you need do nothing; if it matters to your use of the model, ask the publisher",
        zh="您无须处理；如果这对您使用模型有影响，请询问发布者",
    ),
}
"""What a receiver can do about what is the publisher's."""


@frozen
class Finding:
    """One fault: where, what was seen, and the command or edit that mends it.

    `path` is a release path, or a file of the project such as `pyproject.toml`; `line` counts from 1. A message may
    go on below its first line: with a diff, with a quoted notice.
    """

    path: str
    line: int | None = None
    message: Bilingual
    fix: Bilingual


@frozen
class Check:
    """A question to a release.

    `clause` is the license's clause that asks it, or "" for what keeps archives safe. `run` yields only what is certain
    of the release as it is known so far: with digests still unknown it may yield less, never more, than with them.
    """

    name: str
    clause: str
    severity: Severity
    run: Callable[[Release], Iterator[Finding]]
    asks_digests: bool = False
    """Whether digests that were unknown can add to the findings."""
    finds_unused: bool = False
    """Whether it finds what a project states and no file uses: so of a release of which one target ships more, both must say it."""
    fix_for_receiver: Bilingual | None = None
    """What whoever was handed the archive does about it, where that is more than to ask the publisher."""
    asked_of: frozenset[Subject] = EVERY_RELEASE
    """A project before it is written, a finished archive of ours, one that has no manifest and answers nothing else, or what
    anybody gave out, held against its bases.
    """

    asked_of_services: bool = False
    """Whether it is asked too where the license lifts its clause for a hosted service: what is said must be true all the same."""

    def rulings(self, release: Release) -> Iterator[Ruling]:
        if release.subject not in self.asked_of or (release.waives(self.clause) and not self.asked_of_services):
            return
        if self.clause in _UPSTREAM_CLAUSES and not release.upstream_is_known:
            return
        for finding in self.run(release):
            told = replace(finding, fix=self._fix_for_receiver(finding)) if release.integrity else finding
            yield Ruling(check=self.name, clause=self.clause, severity=self.severity, finding=_of_bounded_words(told))

    def _fix_for_receiver(self, finding: Finding) -> Bilingual:
        """A receiver has no project to edit: what a check says that is asked of projects too is the publisher's to do."""
        if self.asked_of.isdisjoint(PROJECT):
            return finding.fix
        return self.fix_for_receiver or _ASK_THE_PUBLISHER[self.severity]


def _of_bounded_words(finding: Finding) -> Finding:
    """`finding`, whose texts echo no name of ten thousands of letters; its `path` is the whole one."""
    message, fix = (_bounded(text, finding.path) for text in (finding.message, finding.fix))
    if (message, fix) == (finding.message, finding.fix):
        return finding
    return replace(finding, message=message, fix=fix)


def _bounded(said: Bilingual, path: str) -> Bilingual:
    shown, short = printable(path), shown_name(path)
    en, zh = (text if shown == short else text.replace(shown, short) for text in (said.en, said.zh))
    return Bilingual(en=without_endless_words(en), zh=without_endless_words(zh))


@frozen
class Ruling:
    """A finding with the check that made it."""

    check: str
    clause: str
    severity: Severity
    finding: Finding

    @property
    def sort_key(self) -> tuple[bool, str, int, str, str]:
        finding = self.finding
        return (
            self.severity == ADVISORY,
            sort_key(finding.path),
            finding.line or 0,
            self.check,
            finding.message.en,
        )


@frozen
class Unread:
    """An archive, by the name that it goes by, that nobody could judge."""

    archive: str
    error: OamlError


@frozen
class Report:
    """All that the checks say of one release, errors first, then by place."""

    release: Release
    rulings: tuple[Ruling, ...]

    @classmethod
    def of(cls, release: Release, rulings: Iterable[Ruling]) -> Report:
        return cls(release=release, rulings=tuple(sorted(rulings, key=lambda ruling: ruling.sort_key)))

    @property
    def errors(self) -> tuple[Ruling, ...]:
        return tuple(ruling for ruling in self.rulings if ruling.severity == ERROR)

    @property
    def tells_something(self) -> bool:
        """Is there anything to tell of a release that is not refused: an advisory, something that holds by the publisher's own
        word, what it is for?
        """
        config = self.release.config
        is_own_word = bool(config.own_bases or self.release.retention.waived)
        return bool(self.advisories) or is_own_word or config.profile != "distribution"

    @property
    def advisories(self) -> tuple[Ruling, ...]:
        return tuple(ruling for ruling in self.rulings if ruling.severity == ADVISORY)
