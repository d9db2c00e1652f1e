"""`MODIFICATIONS.md`: the prominent notice of what was modified and how (clause 3.1 3))."""

from __future__ import annotations

import re
from itertools import chain
from typing import TYPE_CHECKING

from hatch_oaml.comparison.tensor_words import summary
from hatch_oaml.license.versions import CURRENT
from hatch_oaml.records.generated import PAGE_MARK
from hatch_oaml.rendering.changed_files import bases_of, files_of, gone_with
from hatch_oaml.rendering.page_entry import entry_head
from hatch_oaml.rendering.page_history import earlier_modifications
from hatch_oaml.rendering.page_terms import UNSTATED, own_bases, parts, profile, waived_notices
from hatch_oaml.values.markdown import code_in_table, escaped, escaped_line

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

    from hatch_oaml.comparison.file_difference import Difference
    from hatch_oaml.comparison.tensor_diff import TensorDiff
    from hatch_oaml.records.base_record import BaseRecord
    from hatch_oaml.records.inventory import ReleaseFile
    from hatch_oaml.records.modifications import Change
    from hatch_oaml.release import Release
    from hatch_oaml.values.bilingual import Bilingual
    from hatch_oaml.values.digests import Sha256
    from hatch_oaml.values.paths import ArchivePath

    States = Mapping[ArchivePath, Difference | None]

MARKS = f"{PAGE_MARK}\nSPDX-License-Identifier: {CURRENT.id} -->"
"""The page's one comment: by its second line scanners know the license, which they do not by its text."""

_CLAUSE = (
    "Under clause 3.1 3) of the OpenAtom Model License, Version 1.0, this notice says which files were modified, and how.",
    "本说明依据《开放原子模型许可证 第一版》第 3.1 款第 3）项作出：说明哪些文件经过修改以及如何修改。",
)
_STATE = {
    "modified": "modified 已修改",
    "added": "new 新增",
    "moved": "moved 已移动",
    "same": "unchanged 未修改",
    None: "",
}
_UNSTATED_STATE = {**_STATE, "same": "same 相同"}
"""Where one is told of modified files alone, and could not know before the weights were read which they are."""
_REMOVED = "removed 已删除"
_ADDRESS = re.compile(r"https?://[^\s<>\\]+")
_STATE_BYTES = max(len(state.encode()) for state in _STATE.values())


def render_page(release: Release, digests: Mapping[ArchivePath, Sha256]) -> bytes:
    """The page as Markdown. Its size does not depend on `digests`, so that room can be kept before they are known:
    what became of the tensors is told as it was known before, and from what a model file was made as its name and its
    header tell.
    """
    return b"".join(pieces_of_page(release, digests))


def pieces_of_page(release: Release, digests: Mapping[ArchivePath, Sha256]) -> Iterator[bytes]:
    """`render_page(release, digests)`, bit by bit."""
    states = release.with_digests(digests).differences
    known = release.before_weights
    terms = [*parts(known), *waived_notices(known)]
    above = [""] if terms and not known.bases else []
    for line in chain(_lines(known, states, release.tensor_differences), above, terms):
        yield f"{line}\n".encode()


def _lines(release: Release, states: States, tensors: Sequence[TensorDiff | None]) -> Iterator[str]:
    project = release.project
    yield f"# Modifications 修改说明：{escaped_line(project.name)} {escaped_line(project.version)}"
    yield ""
    yield MARKS
    yield ""
    for sentence in _CLAUSE:
        yield sentence
        yield ""
    yield from profile(release)
    yield from own_bases(release)
    if not release.bases:
        yield "This is an original release: nothing upstream was modified."
        yield ""
        yield "本发布为原始发布：没有对任何上游文件作出修改。"
        return
    for base, diff in zip(release.bases, tensors, strict=True):
        yield from _heading(base)
        if diff:
            yield _tensors(summary(diff))
            yield ""
        concerning = [change for change in release.changelog.own if change.base in {None, base.name}]
        yield from _section(release, states, base, concerning)
    for base in release.bases:
        yield from earlier_modifications(base)


def _heading(base: BaseRecord) -> Iterator[str]:
    yield f"## Modified from 修改自：{escaped_line(base.name)} {escaped_line(base.version)}".rstrip()
    yield ""
    if base.url:
        yield f"<{base.url}>" if _ADDRESS.fullmatch(base.url) else escaped(base.url)
        yield ""


def _tensors(summary: Bilingual) -> str:
    return f"**Tensors 张量**: {escaped(summary.en)}. {escaped(summary.zh)}。"


def _section(release: Release, states: States, base: BaseRecord, changes: Sequence[Change]) -> Iterator[str]:
    about = [(change, files_of(release, base, change), gone_with(release, base, change)) for change in changes]
    concerned = [(change, files, gone) for change, files, gone in about if files or gone]
    unstated = _unstated(release, base)
    if not concerned and not unstated:
        yield "No file of this base was modified. 未修改该基础模型的任何文件。"
        yield ""
    for position, (change, files, gone) in enumerate(concerned, 1):
        yield from entry_head("###", position, change)
        yield from _table(_rows(release, states, files, gone))
    if unstated:
        yield UNSTATED
        yield from _table((_old_and_new(release, file), _UNSTATED_STATE[states[file.path]]) for file in unstated)


def _unstated(release: Release, base: BaseRecord) -> list[ReleaseFile]:
    """What concerns `base`, was modified or may have been, and stands in no entry; only where nobody must say how."""
    if not release.config.waives("3.1 3)"):
        return []
    return [
        file
        for file in release.inventory
        if file.path not in release.changelog.entries
        and (base in (concerned := bases_of(release, file)) or not concerned)
        and _may_need_an_entry(release, file)
    ]


def _may_need_an_entry(release: Release, file: ReleaseFile) -> bool:
    """As far as it is known before the weights are read."""
    is_unknown = release.differences[file.path] is None and file.role == "model"
    return is_unknown or release.needs_an_entry(file)


def _rows(
    release: Release, states: States, files: Iterable[ReleaseFile], gone: Iterable[str]
) -> Iterator[tuple[str, str]]:
    """Each file that a change is about, with what became of it; taken out ones come last."""
    for file in files:
        yield _old_and_new(release, file), _STATE[states[file.path]]
    for path in gone:
        yield code_in_table(path), _REMOVED


def _old_and_new(release: Release, file: ReleaseFile) -> str:
    new = code_in_table(file.path)
    return f"{code_in_table(release.origins[file.path][1].path)} → {new}" if file.path in release.origins else new


def _table(rows: Iterable[tuple[str, str]]) -> Iterator[str]:
    yield "| file 文件 | state 状态 |"
    yield "| --- | --- |"
    for cell, state in rows:
        yield _row(cell, state)
    yield ""


def _row(cell: str, state: str) -> str:
    return f"| {cell} | {state}{' ' * (_STATE_BYTES - len(state.encode()))} |"


def is_row_of(line: str, paths: Collection[str], bases: Sequence[BaseRecord]) -> bool:
    """Is `line` a row that the page can have for a file at one of `paths`, whatever it was made from and became?"""
    cell, _, state = line.removeprefix("| ").removesuffix(" |").rpartition(" | ")
    old, arrow, new = cell.rpartition(" → ")
    is_known = not arrow or any(old == code_in_table(path) for base in bases for path in base.by_path)
    is_state = state.rstrip() in {*_STATE.values(), *_UNSTATED_STATE.values()}
    return is_state and is_known and new in map(code_in_table, paths) and line == _row(cell, state.rstrip())
