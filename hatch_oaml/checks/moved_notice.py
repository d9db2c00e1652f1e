"""Tells which notices of a base stand in a notice file now, and no longer where they were."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hatch_oaml.checks._notice_text import called, quoted
from hatch_oaml.findings import ADVISORY, EVERY_TREE, Check, Finding
from hatch_oaml.values.bilingual import Bilingual
from hatch_oaml.values.wording import abbreviated, printable

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hatch_oaml.release import Release
    from hatch_oaml.retention.outcomes import Moved


def _run(release: Release) -> Iterator[Finding]:
    for moved in release.retention.moved:
        path = printable(moved.path)
        yield Finding(
            path=moved.to.path,
            line=moved.to.line,
            message=_message(moved),
            fix=Bilingual(
                en=f"nothing must be done; where `{path}` is still shipped, readers of it would rather find the notice there",
                zh=f"无须处理；如果仍然发布 `{path}`，放回原处更便于读者看到",
            ),
        )


def _message(moved: Moved) -> Bilingual:
    kind, path, text = called(moved.notice), printable(moved.path), quoted(moved.notice)
    base, line = abbreviated(moved.base), moved.notice.line
    return Bilingual(
        en=f"this keeps {kind.en} of {base} that stood in its `{path}`, line {line}{text}",
        zh=f"这里保留了 {base} 的一条{kind.zh}，它原先在其 `{path}` 第 {line} 行{text}",
    )


CHECK = Check(name="moved-notice", clause="3.1 2)", severity=ADVISORY, run=_run, asks_digests=True, asked_of=EVERY_TREE)
