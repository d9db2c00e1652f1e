"""The modification changelog `MODIFICATIONS.toml` (clause 3.1 3))."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal, get_args

from hatch_oaml.values.errors import raise_all
from hatch_oaml.values.expressions import expression
from hatch_oaml.values.frozen import frozen
from hatch_oaml.values.line_numbers import LineNumbers
from hatch_oaml.values.paths import archive_path
from hatch_oaml.values.toml_tables import Table, parse_toml

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterator

    from hatch_oaml.values.bilingual import Bilingual
    from hatch_oaml.values.paths import ArchivePath
    from hatch_oaml.values.patterns import Patterns

Relation = Literal["finetune", "adapter", "quantized", "merge", "distilled", "pruned", "converted", "modified"]
RELATIONS: tuple[Relation, ...] = get_args(Relation)
RELATIONS_ZH: dict[Relation, str] = {
    "finetune": "微调",
    "adapter": "适配器",
    "quantized": "量化",
    "merge": "合并",
    "distilled": "蒸馏",
    "pruned": "剪枝",
    "converted": "格式转换",
    "modified": "修改",
}

FORMAT = 1
_CHANGE_HEADER = expression(rb"^[ \t]*\[\[[ \t]*change[ \t]*\]\]", re.MULTILINE)


@frozen
class Renaming:
    """A base's file `old` became the release's file `new`; `base` names that base, None whichever has the file."""

    base: str | None
    old: ArchivePath
    new: ArchivePath


@frozen
class Change:
    """One `[[change]]`: which files, and how they were modified, in one language at least.

    `line` is where its header stands, from 1; `base` names the base record that it concerns, None whichever has
    the files; `renamed` tells what became of files of the base, where their content may not tell it.
    """

    files: Patterns
    relation: Relation
    how_en: str
    how_zh: str
    date: datetime.date | None
    by: str
    base: str | None
    line: int | None
    renamed: tuple[Renaming, ...] = ()


@frozen
class Modifications:
    """`original` says that there is nothing upstream; then there are no changes."""

    original: bool
    changes: tuple[Change, ...]

    @property
    def renamings(self) -> tuple[Renaming, ...]:
        return tuple(renaming for change in self.changes for renaming in change.renamed)


def parse_modifications(data: bytes, name: str) -> Modifications:
    """:raises ConfigurationError: with everything that is wrong in the file called `name`."""
    errors: list[Bilingual] = []
    table = Table(parse_toml(data, name), f"{name}: ", errors)
    table.required("format")
    if table.number("format", FORMAT) != FORMAT:
        table.wrong(
            "format", f"expected {FORMAT}; a newer hatch-oaml wrote this", f"应为 {FORMAT}；此文件由更新版本写成"
        )
    of_bytes = LineNumbers(data.decode("latin-1"))
    lines = [of_bytes.at(found.start()) for found in _CHANGE_HEADER.finditer(data)]
    tables = table.tables("change")
    # Headers inside a multi-line string or an inline array would be miscounted: better no line than a wrong one.
    numbers = lines if len(lines) == len(tables) else [None] * len(tables)
    modifications = Modifications(
        original=table.flag("original"),
        changes=tuple(parse_change(change, line) for change, line in zip(tables, numbers, strict=True)),
    )
    if modifications.original and modifications.changes:
        table.wrong(
            "original",
            "`original = true` says that nothing is upstream, but there are changes; keep one of the two",
            "`original = true` 表示没有上游，但又列有修改；两者只能保留其一",
        )
    table.finish()
    raise_all(errors)
    return modifications


def parse_change(table: Table, line: int | None) -> Change:
    """One `[[change]]`, whose header stands on `line`; mistakes are noted in `table`."""
    table.required("files", "relation", "date")
    how = table.table("how")
    change = Change(
        files=table.patterns("files"),
        relation=table.choice("relation", RELATIONS, "modified"),
        how_en=how.text("en").strip() if how else "",
        how_zh=how.text("zh").strip() if how else "",
        date=table.date("date"),
        by=table.text("by"),
        base=table.text("base") or None,
        line=line,
        renamed=tuple(_parse_renamed(table.table("renamed"), table.text("base") or None)),
    )
    if how:
        how.finish()
    table.finish()
    return change


def change_values(change: Change) -> dict[str, object]:
    """`change` as TOML has it, without what is empty. Law: parsed again it is the same change, but for its line."""
    values: dict[str, object] = {
        "files": list(change.files.lines),
        "relation": change.relation,
        "how": {key: text for key, text in (("en", change.how_en), ("zh", change.how_zh)) if text},
        "date": change.date,
        "by": change.by,
        "base": change.base,
        "renamed": {renaming.old: renaming.new for renaming in change.renamed},
    }
    return {key: value for key, value in values.items() if value}


def _parse_renamed(table: Table | None, base: str | None) -> Iterator[Renaming]:
    """A table of the base's paths, each with the path in the release."""
    if table is None:
        return
    for old in table.free_keys():
        try:
            yield Renaming(base=base, old=archive_path(old), new=table.path(old, old))
        except ValueError as error:
            table.wrong(
                old,
                f"expected as key a path of the base with forward slashes; it {error}",
                "键应为基础模型中以正斜杠分隔的相对路径",
            )
