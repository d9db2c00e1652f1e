"""The words around a finding, which every report for people has."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hatch_oaml.values.bilingual import Bilingual
from hatch_oaml.values.citations import cited
from hatch_oaml.values.wording import short_name

if TYPE_CHECKING:
    from hatch_oaml.findings import Finding, Ruling
    from hatch_oaml.values.bilingual import Language

LABELS = {
    "error": Bilingual(en="error", zh="错误"),
    "advisory": Bilingual(en="advisory", zh="提示"),
    "clause": Bilingual(en="clause", zh="条款"),
    "fix": Bilingual(en="fix", zh="修复"),
}


STATES_ZH = {
    "verbatim": "与原文一致",
    "typographic": "仅排版与原文不同",
    "altered": "与原文不一致",
    "partial": "不完整",
    "missing": "缺失",
}
"""Of the license, as `LicenseCopy.state` has them; "missing" where there is no copy."""


def labelled(label: str, language: Language) -> str:
    return LABELS[label].said_in(language) + ("：" if language == "zh" else ": ")


def location_of(finding: Finding) -> str:
    """Path and line, where one is known."""
    path = short_name(finding.path)
    return path if finding.line is None else f"{path}:{finding.line}"


def titled(ruling: Ruling, language: Language) -> str:
    """The check and the clause that asks it."""
    if not ruling.clause:
        return ruling.check
    clause = cited(ruling.clause)
    return f"{ruling.check}（{clause.zh}）" if language == "zh" else f"{ruling.check} ({clause.en})"
