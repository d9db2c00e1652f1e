"""A report as SARIF 2.1.0 (https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html), for code scanning and editors."""

from __future__ import annotations

import json
from collections import Counter
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from hatch_oaml import __version__
from hatch_oaml.checks import all_checks
from hatch_oaml.findings import Unread
from hatch_oaml.reports._addresses import HOME
from hatch_oaml.reports._contract import ReportFormat
from hatch_oaml.reports._labels import labelled
from hatch_oaml.reports._sarif_rules import LEVELS, rules
from hatch_oaml.reports._sarif_text import literal, uri
from hatch_oaml.reports._told import own_bases, profile, waived_notices
from hatch_oaml.values.bilingual import LANGUAGES
from hatch_oaml.values.digests import sha256_of
from hatch_oaml.values.exit_statuses import CANNOT_GO_ON, REFUSED
from hatch_oaml.values.log_lines import json_text, shown, shown_line, shown_message

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from hatch_oaml.findings import Report, Ruling

_ROOT = "%SRCROOT%"
_SHORT = 32


def render_sarif(report: Report) -> str:
    """The same bytes for the same release, in both languages; ends without a line break."""
    release = report.release
    if release.publication is not None:
        return _rendered([report], f"hatch-oaml/compare/{quote(release.publication.name, safe='')}/")
    return _rendered([report], f"hatch-oaml/check/{quote(release.project.name, safe='')}/")


def render_sarif_of_archives(found: Sequence[Report | Unread]) -> str:
    """One run for all archives: code scanning takes one of each category. What could not be read is a notification in it."""
    return _rendered(found, "hatch-oaml/verify/")


def _rendered(found: Sequence[Report | Unread], category: str) -> str:
    run = {
        "tool": {"driver": _driver()},
        "automationDetails": {"id": category},
        "columnKind": "unicodeCodePoints",
        "invocations": [_invocation(found)],
        **_contents(found),
    }
    document = {"$schema": "https://json.schemastore.org/sarif-2.1.0.json", "version": "2.1.0", "runs": [run]}
    return json_text(json.dumps(document, ensure_ascii=False, indent=2))


def _driver() -> dict[str, Any]:
    return {
        "name": "hatch-oaml",
        "version": __version__,
        "semanticVersion": __version__,
        "informationUri": HOME,
        "rules": rules(),
    }


def _contents(found: Sequence[Report | Unread]) -> dict[str, Any]:
    reports = [one for one in found if not isinstance(one, Unread)]
    artifacts = _Artifacts(one.archive if isinstance(one, Unread) else _archive(one) for one in found)
    results = [
        _result(ruling, _archive(report), artifacts, fingerprint)
        for report, ruling, fingerprint in _fingerprinted(reports)
    ]
    project = {"originalUriBaseIds": {_ROOT: {"description": {"text": "The project's folder. 项目所在文件夹。"}}}}
    archives = {"artifacts": artifacts.listed} if artifacts.listed else {}
    return {**(project if any(_archive(report) is None for report in reports) else archives), "results": results}


class _Artifacts:
    """All archives, then the members that something was found of, each once, by its place in the list."""

    def __init__(self, archives: Iterable[str | None]) -> None:
        self.listed: list[dict[str, Any]] = []
        self._places: dict[tuple[str, ...], int] = {}
        for archive in archives:
            if archive is not None:
                self.place_of(archive)

    def place_of(self, archive: str, member: str | None = None) -> int:
        key = (archive,) if member is None else (archive, member)
        if key not in self._places:
            told = {"roles": ["analysisTarget"]} if member is None else {"parentIndex": self.place_of(archive)}
            self._places[key] = len(self.listed)
            self.listed.append({"location": {"uri": uri(key[-1])}, **told})
        return self._places[key]


def _archive(report: Report) -> str | None:
    return report.release.received_as


def _fingerprinted(reports: Iterable[Report]) -> Iterator[tuple[Report, Ruling, str]]:
    """Each ruling with what it is known by in the next run: its line may be another there, and the other findings too."""
    seen: Counter[str] = Counter()
    for report in reports:
        for ruling in report.rulings:
            finding = ruling.finding
            words = "\0".join((_archive(report) or "", ruling.check, finding.path, finding.message.en))
            digest = sha256_of(words.encode("utf-8", "surrogatepass"))[:_SHORT]
            yield report, ruling, f"{digest}:{seen[digest]}"
            seen[digest] += 1


def _result(ruling: Ruling, archive: str | None, artifacts: _Artifacts, fingerprint: str) -> dict[str, Any]:
    return {
        "ruleId": ruling.check,
        "ruleIndex": list(all_checks()).index(ruling.check),
        "level": LEVELS[ruling.severity],
        "message": {"text": _message(ruling)},
        "locations": [_location(ruling, archive, artifacts)],
        "partialFingerprints": {"hatchOaml/v1": fingerprint},
    }


def _message(ruling: Ruling) -> str:
    finding = ruling.finding
    said = (
        f"{shown(finding.message.said_in(language))}\n{labelled('fix', language)}{shown(finding.fix.said_in(language))}"
        for language in LANGUAGES
    )
    return literal("\n\n".join(said))


def _location(ruling: Ruling, archive: str | None, artifacts: _Artifacts) -> dict[str, Any]:
    """Of an archive the member, below the archive.

    Code scanning wants a line of every result, so that what is said of a whole file stands at its first
    (https://docs.github.com/code-security/code-scanning/integrating-with-code-scanning/sarif-support-for-code-scanning).
    """
    finding = ruling.finding
    region = {"startLine": finding.line or 1}
    if archive is None:
        return {
            "physicalLocation": {
                "artifactLocation": {"uri": uri(finding.path), "uriBaseId": _ROOT},
                "region": region,
            }
        }
    member = None if finding.path == archive else finding.path
    index = artifacts.place_of(archive, member)
    told = shown_line(archive if member is None else f"{archive}: {member}")
    return {
        "physicalLocation": {"artifactLocation": {"uri": uri(finding.path), "index": index}, "region": region},
        "logicalLocations": [{"fullyQualifiedName": told, "kind": "member"}],
    }


def _invocation(found: Sequence[Report | Unread]) -> dict[str, Any]:
    unread = [one for one in found if isinstance(one, Unread)]
    is_refused = any(one.errors for one in found if not isinstance(one, Unread))
    notifications = [notification for one in found for notification in _notifications(one)]
    return {
        "executionSuccessful": not unread,
        "exitCode": CANNOT_GO_ON if unread else REFUSED if is_refused else 0,
        **({"toolExecutionNotifications": notifications} if notifications else {}),
    }


def _notifications(one: Report | Unread) -> Iterator[dict[str, Any]]:
    """What could not be read; and what holds by the publisher's own word."""
    if isinstance(one, Unread):
        lines = [shown_message(text.said_in(language)) for text in one.error.messages for language in LANGUAGES]
        below = [shown(one.error.below)] if one.error.below else []
        location = {"physicalLocation": {"artifactLocation": {"uri": uri(one.archive)}}}
        yield {"level": "error", "message": {"text": literal("\n".join([*lines, *below]))}, "locations": [location]}
        return
    for told in (profile(one.release), own_bases(one.release), waived_notices(one.release)):
        texts = list(told)
        lines = [shown(text.said_in(language)) for language in LANGUAGES for text in texts]
        if lines:
            yield {"level": "note", "message": {"text": literal("\n".join(lines))}}


FORMAT = ReportFormat(
    name="sarif",
    render=lambda report, _language, _look: render_sarif(report),
    render_several=lambda found, _language, _look: render_sarif_of_archives(found),
    is_own=lambda lines: lines[0] == "{" and '          "name": "hatch-oaml",' in lines[:8],
    at_once=True,
)
