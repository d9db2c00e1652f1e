"""No entry of the modification changelog stands for the whole release."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hatch_oaml.checks._wording import listed
from hatch_oaml.findings import ADVISORY, Check, Finding
from hatch_oaml.values.bilingual import Bilingual

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from hatch_oaml.records.modifications import Change
    from hatch_oaml.release import Release
    from hatch_oaml.values.patterns import PathIndex

_OWN_RECORDS = frozenset({"license", "modifications", "base-record"})
_SEVERAL_KINDS = 3
_FIX = Bilingual(
    en="name the files that were modified, in an entry for each thing that was done; `hatch-oaml draft` adds one for each"
    " kind of file once this entry is deleted",
    zh="请写明经过修改的文件，每一种修改各写一个条目；删除该条目后，可由 `hatch-oaml draft` 为每类文件各添加一个",
)


def _run(release: Release) -> Iterator[Finding]:
    if not release.bases:
        return
    every = release.inventory.by_path
    others = [file for file in release.inventory if file.kind not in _OWN_RECORDS]
    kinds = {file.kind for file in others}
    several_kinds = {file.path for file in others} if len(kinds) >= _SEVERAL_KINDS else None
    for change in release.changelog.own:
        covers_several = several_kinds is not None and several_kinds <= release.changelog.paths_named_by(change)
        if covers_several or _has_pattern_for_all(change, every, release.changelog.all_paths):
            yield Finding(
                path=release.config.modifications, line=change.line, message=_message(change, release), fix=_FIX
            )


def _has_pattern_for_all(change: Change, paths: Mapping[str, object], known: PathIndex) -> bool:
    """One that not even the license escapes."""
    found = map(known.matched_by_line, change.files.lines) if len(paths) > 1 else ()
    return any(len(matched) >= len(paths) and paths.keys() <= frozenset(matched) for matched in found)


def _message(change: Change, release: Release) -> Bilingual:
    count = len(release.inventory.files)
    return Bilingual(
        en=f"one entry, {listed(change.files.lines, ', ')}, stands for all of the {count:,} files of the release: recipients"
        " cannot tell from it which of them were modified, nor how each was",
        zh=f"{listed(change.files.lines, '、')} 这一个条目涵盖本发布的全部 {count:,} 个文件：接收者无从得知其中哪些经过修改、各自如何修改",
    )


CHECK = Check(name="sweeping-modification", clause="3.1 3)", severity=ADVISORY, run=_run)
