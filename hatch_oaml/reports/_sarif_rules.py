"""The checks as SARIF's rules: what each finds, in both languages, and where its page is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from hatch_oaml.checks import all_checks, page, summary
from hatch_oaml.reports._addresses import page_address
from hatch_oaml.values.bilingual import LANGUAGES
from hatch_oaml.values.citations import cited

if TYPE_CHECKING:
    from hatch_oaml.findings import Check, Severity

LEVELS: dict[Severity, str] = {"error": "error", "advisory": "note"}
_PROBLEM: dict[Severity, str] = {"error": "error", "advisory": "recommendation"}


def rules() -> list[dict[str, Any]]:
    """One a check, in the order of `all_checks`."""
    return [_rule(check) for check in all_checks().values()]


def _rule(check: Check) -> dict[str, Any]:
    said = f"{summary(check.name, 'en')}. {summary(check.name, 'zh')}。"
    return {
        "id": check.name,
        "name": "".join(word.capitalize() for word in check.name.split("-")),
        "shortDescription": {"text": said},
        "fullDescription": {"text": _asked(check)},
        "help": {
            "text": f"{said} `hatch-oaml explain {check.name}` tells more. `hatch-oaml explain {check.name}` 有更多说明。",
            "markdown": page(check.name),
        },
        "helpUri": page_address(check.name),
        "defaultConfiguration": {"level": LEVELS[check.severity]},
        "properties": {
            "precision": "very-high",
            "problem.severity": _PROBLEM[check.severity],
            "tags": ["license" if check.clause else "archive", *([f"clause {check.clause}"] if check.clause else [])],
        },
    }


def _asked(check: Check) -> str:
    """What it finds, and by which clause."""
    en, zh = (summary(check.name, language) for language in LANGUAGES)
    if not check.clause:
        return f"{en}. {zh}。"
    clause = cited(check.clause)
    return f"{en} (OpenAtom Model License, {clause.en}). {zh}（《开放原子模型许可证》{clause.zh}）。"
