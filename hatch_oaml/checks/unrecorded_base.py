"""Every base that the release's files name has a record."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hatch_oaml.checks._evidence import named_bases
from hatch_oaml.checks._wording import block
from hatch_oaml.findings import ADVISORY, Check, Finding
from hatch_oaml.values.bilingual import Bilingual
from hatch_oaml.values.wording import abbreviated, printable, toml_string

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hatch_oaml.checks._evidence import NamedBase
    from hatch_oaml.release import Release


def _run(release: Release) -> Iterator[Finding]:
    config = release.config
    if not config.original and not config.bases:
        return  # `undeclared-base` asks for them all
    for named in named_bases(release):
        is_told = named.name is not None and (not config.original or named.statement.about == "possible-base")
        if is_told:
            yield _unrecorded(release, named)


def _unrecorded(release: Release, named: NamedBase) -> Finding:
    key, value = abbreviated(named.statement.key), abbreviated(named.name or "")
    records = ", ".join(abbreviated(base.name) for base in release.bases)
    recorded = (
        (f"recorded are: {records}", f"有记录的是：{records}") if records else ("none is recorded", "没有任何记录")
    )
    return Finding(
        path=named.file.path,
        line=named.statement.line,
        message=Bilingual(
            en=f"`{key}` names {value} as a base, of which there is no record; {recorded[0]}",
            zh=f"`{key}` 将 {value} 写作基础模型，但没有它的记录；{recorded[1]}",
        ),
        fix=_fix(named),
    )


def _fix(named: NamedBase) -> Bilingual:
    name = named.name or ""
    own = block("[tool.oaml]", f"own-bases = [{toml_string(name)}]")
    if named.statement.about == "record":
        return Bilingual(
            en=f"add `{printable(named.file.path)}` to `tool.oaml.bases`, or delete the file if it is no base of this model",
            zh=f"将 `{printable(named.file.path)}` 加入 `tool.oaml.bases`；如果它不是本模型的基础模型，请删除该文件",
        )
    return Bilingual(
        en="if the model was made from it, record it with `hatch-oaml record` and add the record to `tool.oaml.bases`; if not,"
        f" correct the file; if you hold all rights in it yourself, say so{own}",
        zh="如果本模型由它而来，请用 `hatch-oaml record` 记录它，并将记录加入 `tool.oaml.bases`；如果不是，请更正该文件；"
        f"如果其全部权利归您自己所有，请写明{own}",
    )


CHECK = Check(name="unrecorded-base", clause="3.1 3)", severity=ADVISORY, run=_run, asks_digests=True)
