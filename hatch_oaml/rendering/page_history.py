"""What `MODIFICATIONS.md` says of how a base came about itself: each earlier release in order, in its author's words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hatch_oaml.records.lineage import earlier
from hatch_oaml.rendering.page_entry import entry_head
from hatch_oaml.values.markdown import code, escaped_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hatch_oaml.records.base_record import BaseRecord
    from hatch_oaml.records.lineage import Ancestor
    from hatch_oaml.records.modifications import Change


def earlier_modifications(base: BaseRecord) -> Iterator[str]:
    """A section on `base`, nothing where its record tells of no history."""
    told = [ancestor for ancestor in earlier((base.as_ancestor,)) if ancestor.changes or ancestor.bases]
    if not told:
        return
    yield f"## Earlier modifications 此前的修改：{_title(base.as_ancestor)}"
    yield ""
    yield "What its own release, and those that it was made from, say of themselves."
    yield ""
    yield "以下为该基础模型的发布及其所基于的发布对自身修改的说明。"
    yield ""
    for ancestor in told:
        yield from _generation(ancestor)


def _generation(ancestor: Ancestor) -> Iterator[str]:
    sources = ", ".join(_title(base) for base in ancestor.bases)
    yield f"### {_title(ancestor)}" + (f" ← {sources}" if sources else "")
    yield ""
    if not ancestor.changes:
        yield "No modification was told. 没有修改说明。"
        yield ""
    for position, change in enumerate(ancestor.changes, 1):
        yield from _entry(position, change)


def _title(ancestor: Ancestor) -> str:
    return escaped_line(f"{ancestor.name} {ancestor.version}".rstrip())


def _entry(position: int, change: Change) -> Iterator[str]:
    yield from entry_head("####", position, change)
    yield f"**Files 文件**: {', '.join(map(code, change.files.lines))}"
    yield ""
