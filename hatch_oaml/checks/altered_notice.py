"""Every notice of a base still says what it said, where people see it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hatch_oaml.checks._notice_text import called, quoted_where_they_part, where_it_may_go
from hatch_oaml.checks._wording import block
from hatch_oaml.findings import ERROR, EVERY_TREE, Check, Finding
from hatch_oaml.retention.normalization import words
from hatch_oaml.values.bilingual import Bilingual
from hatch_oaml.values.wording import abbreviated, printable

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hatch_oaml.release import Release
    from hatch_oaml.retention.outcomes import Altered


def _run(release: Release) -> Iterator[Finding]:
    for altered in release.retention.altered:
        yield Finding(
            path=altered.here,
            line=altered.new.line,
            message=_message(altered),
            fix=where_it_may_go(altered.path, altered.here, altered.notice),
        )


def _message(altered: Altered) -> Bilingual:
    kind, base = called(altered.notice), abbreviated(altered.base)
    change = _change(altered)
    return Bilingual(
        en=f"{kind.en} of {base} {change.en}{_side_by_side(altered, 'the base', 'here')}",
        zh=f"{base} 的一条{kind.zh}{change.zh}{_side_by_side(altered, '基础模型', '此处')}",
    )


def _change(altered: Altered) -> Bilingual:
    if words(altered.notice.text) != words(altered.new.text):
        return Bilingual(en="was altered", zh="被改动")
    if altered.new.visibility == "hidden":
        return Bilingual(en="stands where no reader sees it", zh="被放在读者看不到的地方")
    if altered.new.visibility == "withdrawn":
        return Bilingual(en="is struck out or denied", zh="被划去或否认")
    return Bilingual(en="stands in a string literal, which is no notice", zh="被放进了字符串字面量，不再是声明")


def _side_by_side(altered: Altered, old: str, new: str) -> str:
    """Both texts, one below the other; what cannot be seen in them stands as an escape."""
    wide = max(len(old.encode("gb18030")), len(new.encode("gb18030")))
    before, now = quoted_where_they_part(altered.notice, altered.new)
    sides = (
        (old, f"{printable(altered.path)}:{altered.notice.line}", before),
        (new, f"{printable(altered.here)}:{altered.new.line}", now),
    )
    return block(
        *(f"{name}{' ' * (wide - len(name.encode('gb18030')))}  {place}  {text}" for name, place, text in sides)
    )


CHECK = Check(name="altered-notice", clause="3.1 2)", severity=ERROR, run=_run, asks_digests=True, asked_of=EVERY_TREE)
