"""Every notice of a base is still there, in its place or in a notice file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hatch_oaml.checks._notice_text import called, quoted, unless_ignored, where_it_may_go
from hatch_oaml.findings import ERROR, EVERY_TREE, Check, Finding
from hatch_oaml.values.bilingual import Bilingual
from hatch_oaml.values.wording import abbreviated, printable

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hatch_oaml.release import Release
    from hatch_oaml.retention.outcomes import Dropped


def _run(release: Release) -> Iterator[Finding]:
    for dropped in release.retention.dropped:
        near = dropped.near or "NOTICE"
        yield Finding(path=near, message=_message(dropped), fix=unless_ignored(release, near, _fix(dropped)))


def _message(dropped: Dropped) -> Bilingual:
    kind, path, line = called(dropped.notice), printable(dropped.path), dropped.notice.line
    base, text = abbreviated(dropped.base), quoted(dropped.notice)
    return Bilingual(
        en=f"{kind.en} of {base} is gone; in its `{path}`, line {line}, it reads{text}",
        zh=f"{base} 的一条{kind.zh}不见了；它在其 `{path}` 第 {line} 行，内容为{text}",
    )


def _fix(dropped: Dropped) -> Bilingual:
    if dropped.unnamed is None:
        return where_it_may_go(dropped.path, dropped.near, dropped.notice)
    file, line, path = printable(dropped.unnamed.path), dropped.unnamed.line, printable(dropped.path)
    base = abbreviated(dropped.base)
    return Bilingual(
        en=f"`{file}` has it in line {line}, but does not say of what: name `{path}` or {base} there",
        zh=f"`{file}` 第 {line} 行有这条声明，但没有写明它属于什么：请在那里写上 `{path}` 或 {base}",
    )


CHECK = Check(name="dropped-notice", clause="3.1 2)", severity=ERROR, run=_run, asks_digests=True, asked_of=EVERY_TREE)
