"""Every entry of the modification changelog is this release's own, and none a base's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hatch_oaml.checks._wording import listed
from hatch_oaml.findings import ERROR, Check, Finding
from hatch_oaml.values.bilingual import Bilingual
from hatch_oaml.values.wording import abbreviated

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hatch_oaml.records.lineage import Ancestor
    from hatch_oaml.records.modifications import Change
    from hatch_oaml.release import Release

_FIX = Bilingual(
    en="delete the entry: `MODIFICATIONS.md` tells it under “Earlier modifications”, from the base's record; what you"
    " did yourself goes into an entry of its own, which `hatch-oaml draft` adds",
    zh="删除该条目：`MODIFICATIONS.md` 会依据基础模型的记录在“此前的修改”中载明它；您自己所作的修改应另写条目，可由"
    " `hatch-oaml draft` 添加",
)


def _run(release: Release) -> Iterator[Finding]:
    for change, origin in release.changelog.inherited:
        yield Finding(path=release.config.modifications, line=change.line, message=_message(change, origin), fix=_FIX)


def _message(change: Change, origin: Ancestor) -> Bilingual:
    name = abbreviated(f"{origin.name} {origin.version}".rstrip())
    return Bilingual(
        en=f"the entry for {listed(change.files.lines, ', ')} tells what was done to make {name}, whose own changelog has the"
        " same words of the same day; it covers nothing that was modified since",
        zh=f"{listed(change.files.lines, '、')} 的条目所述是制作 {name} 时所作的修改，其自身的修改说明中有同一日期的相同文字；"
        "该条目不涵盖此后的任何修改",
    )


CHECK = Check(name="inherited-modification", clause="3.1 3)", severity=ERROR, run=_run)
