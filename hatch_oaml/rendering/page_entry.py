"""One entry of the changelog on the page, but for the files that it is about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hatch_oaml.records.modifications import RELATIONS_ZH
from hatch_oaml.values.markdown import code, escaped

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hatch_oaml.records.modifications import Change


def entry_head(mark: str, position: int, change: Change) -> Iterator[str]:
    """Below a heading that begins with `mark`: how, by whom, and what was renamed."""
    date = f", {change.date.isoformat()}" if change.date else ""
    yield f"{mark} {position}. {change.relation} {RELATIONS_ZH[change.relation]}{date}"
    yield ""
    for label, text in (("**How**: ", change.how_en), ("**修改方式**：", change.how_zh)):
        if text:
            yield f"{label}{escaped(text)}"
            yield ""
    if change.by:
        yield f"**By 修改者**: {escaped(change.by)}"
        yield ""
    for renaming in change.renamed:
        yield f"**Renamed 改名**: {code(renaming.old)} → {code(renaming.new)}"
        yield ""
