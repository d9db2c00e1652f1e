"""A report as JSON, version 1 of the format, for programs."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from hatch_oaml import __version__
from hatch_oaml.findings import Unread
from hatch_oaml.license.versions import CURRENT
from hatch_oaml.reports._comparison_values import comparison_values
from hatch_oaml.reports._contract import ReportFormat
from hatch_oaml.reports._counts import counts, not_read
from hatch_oaml.values.bilingual import LANGUAGES
from hatch_oaml.values.log_lines import json_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hatch_oaml.findings import Report, Ruling
    from hatch_oaml.records.inventory import ReleaseFile
    from hatch_oaml.records.signature import Signature
    from hatch_oaml.release import Release
    from hatch_oaml.retention.outcomes import Waived
    from hatch_oaml.values.bilingual import Bilingual

_TOOL = {"name": "hatch-oaml", "version": __version__}
VERSION = 1
"""Of the format; keys are only ever added within one."""


def render_json(report: Report) -> str:
    """The same bytes for the same release, on every run; ends without a line break."""
    return _rendered(_values(report))


def render_json_of_archives(found: Sequence[Report | Unread]) -> str:
    """One shape for one archive and for many; what could not be read is in it, with its error."""
    return _rendered(
        {
            "format": VERSION,
            "reports": [_unread(one) if isinstance(one, Unread) else _values(one) for one in found],
        }
    )


def _rendered(values: object) -> str:
    return json_text(json.dumps(values, ensure_ascii=False, indent=2))


def _values(report: Report) -> dict[str, Any]:
    release = report.release
    return {
        "format": VERSION,
        "tool": _TOOL,
        **_subject(release),
        "profile": release.config.profile,
        "license": {
            "id": CURRENT.id,
            "path": release.config.license,
            "state": release.license.state if release.license else "missing",
        },
        "bases": _bases(release),
        "own_bases": list(release.config.own_bases),
        "files": [_file(release, file) for file in release.inventory],
        "waived": [_waived(waived) for waived in release.retention.waived],
        "findings": [_finding(ruling) for ruling in report.rulings],
        "parts": [{"files": list(part.files.lines), "license": part.license} for part in release.config.parts],
        "unread": [{"path": path, "reason": _both(reason)} for path, reason in not_read(release)],
        "summary": _summary(report),
        **comparison_values(release),
    }


def _unread(unread: Unread) -> dict[str, Any]:
    messages = unread.error.messages
    return {
        "format": VERSION,
        "tool": _TOOL,
        "archive": {"path": unread.archive},
        "error": {key: "\n".join(said.said_in(key) for said in messages) for key in LANGUAGES},
    }


def _subject(release: Release) -> dict[str, Any]:
    if release.publication is not None:
        return {
            "release": {
                "path": release.publication.name,
                "name": release.project.name,
                "version": release.project.version,
            }
        }
    project = {"name": release.project.name, "version": release.project.version}
    if release.integrity is None:
        return {"project": project}
    return {
        "archive": {"path": release.integrity.archive, **project},
        "signature": _signature(release.integrity.signature),
    }


def _signature(signature: Signature | None) -> dict[str, Any] | None:
    """None where nobody asked for one."""
    if signature is None:
        return None
    return {
        "path": signature.place,
        "state": signature.state,
        "method": signature.method,
        "signer": signature.signer,
    }


def _bases(release: Release) -> list[dict[str, Any]]:
    return [
        {
            "name": base.name,
            "version": base.version,
            "files": len(base.files),
            "notices": sum(len(file.notices) for file in base.files),
        }
        for base in sorted(release.bases, key=lambda base: (base.name, base.version))
    ]


def _file(release: Release, file: ReleaseFile) -> dict[str, Any]:
    return {
        "path": file.path,
        "role": file.role,
        "kind": file.kind,
        "size": file.size,
        "sha256": file.sha256,
        "change": release.differences[file.path],
        "was": release.origins[file.path][1].path if file.path in release.origins else None,
    }


def _waived(waived: Waived) -> dict[str, Any]:
    return {
        "base": waived.base,
        "path": waived.path,
        "line": waived.notice.line,
        "notice": waived.notice.text,
        "reason": waived.waiver.reason,
        "ships": waived.near,
    }


def _finding(ruling: Ruling) -> dict[str, Any]:
    return {
        "check": ruling.check,
        "severity": ruling.severity,
        "clause": ruling.clause,
        "path": ruling.finding.path,
        "line": ruling.finding.line,
        "message": _both(ruling.finding.message),
        "fix": _both(ruling.finding.fix),
    }


def _summary(report: Report) -> dict[str, Any]:
    found = counts(report.release)
    return {
        "errors": len(report.errors),
        "advisories": len(report.advisories),
        "notices": {"retained": found.retained, "moved": found.moved, "waived": found.waived, "lost": found.lost},
        "modifications": found.modifications,
        "parts": found.parts,
        "unread": found.unread,
    }


def _both(text: Bilingual) -> dict[str, str]:
    return {"en": text.en, "zh": text.zh}


FORMAT = ReportFormat(
    name="json",
    render=lambda report, _language, _look: render_json(report),
    render_several=lambda found, _language, _look: render_json_of_archives(found),
    is_own=lambda lines: lines[:2] == ["{", '  "format": 1,'] and lines[2:3] in (['  "tool": {'], ['  "reports": [']),
    at_once=True,
)
