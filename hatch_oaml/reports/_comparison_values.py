"""A comparison as values of JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from hatch_oaml.compared import FILE_STATES, NOTICE_STATES, comparison_of

if TYPE_CHECKING:
    from hatch_oaml.compared import ComparedBase, ComparedFile, ComparedNotice
    from hatch_oaml.release import Release


def comparison_values(release: Release) -> dict[str, Any]:
    """Under its key; nothing of what is no comparison."""
    comparison = comparison_of(release)
    if comparison is None:
        return {}
    return {
        "comparison": {
            "license_is_asked_for": comparison.owes_license,
            "bases": [_base(base) for base in comparison.bases],
            "files": [_file(file) for file in comparison.files],
            "notices": [_notice(notice) for notice in comparison.notices],
            "counts": {
                "files": {state: len(comparison.files_that_are(state)) for state in FILE_STATES},
                "notices": {state: len(comparison.notices_that_are(state)) for state in NOTICE_STATES},
                "to_be_told": len(comparison.to_be_told),
                "silent": len(comparison.silent),
            },
        }
    }


def _base(base: ComparedBase) -> dict[str, Any]:
    return {
        "name": base.name,
        "version": base.version,
        "source": base.source,
        "license": base.license,
        "tensors": base.tensors.numbers() if base.tensors else None,
    }


def _file(file: ComparedFile) -> dict[str, Any]:
    return {
        "path": file.path,
        "state": file.state,
        "role": file.role,
        "base": file.base or None,
        "was": file.was,
        "must_be_told": file.must_be_told,
        "told": [{"path": one.path, "line": one.line, "says": one.says} for one in file.told],
    }


def _notice(notice: ComparedNotice) -> dict[str, Any]:
    return {
        "base": notice.base,
        "path": notice.path,
        "line": notice.notice.line,
        "kind": notice.notice.kind,
        "text": notice.notice.text,
        "state": notice.state,
        "here": None if notice.here is None else {"path": notice.here, "line": notice.line, "text": notice.now},
    }
