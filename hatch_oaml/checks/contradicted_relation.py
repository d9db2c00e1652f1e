"""The card tells the same relation to the base as the changelog."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hatch_oaml.checks._evidence import own_statements
from hatch_oaml.findings import ADVISORY, Check, Finding
from hatch_oaml.values.bilingual import Bilingual
from hatch_oaml.values.wording import abbreviated, printable

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hatch_oaml.records.modifications import Relation
    from hatch_oaml.release import Release

_RELATIONS: dict[str, frozenset[Relation]] = {
    "finetune": frozenset({"finetune", "distilled", "pruned", "modified", "converted"}),
    "adapter": frozenset({"adapter"}),
    "quantized": frozenset({"quantized", "converted"}),
    "merge": frozenset({"merge"}),
}
"""What hubs know, with the relations of a changelog that each may stand for."""


def _run(release: Release) -> Iterator[Finding]:
    told = {
        change.relation
        for file in release.inventory
        if file.role == "model"
        for change in release.changelog.entries.get(file.path, ())
    }
    for file, statement in own_statements(release):
        if statement.about != "relation" or not told:
            continue
        meant = _RELATIONS.get(statement.value.strip().casefold())
        if meant is not None and told.isdisjoint(meant):
            yield _contradicted(release, file.path, statement.line, statement.value, sorted(told))


def _contradicted(release: Release, path: str, line: int, value: str, told: list[Relation]) -> Finding:
    changelog, relations = printable(release.config.modifications), ", ".join(told)
    return Finding(
        path=path,
        line=line,
        message=Bilingual(
            en=f"`base_model_relation` is `{abbreviated(value)}`, but of the model files `{changelog}` says: {relations}",
            zh=f"`base_model_relation` 为 `{abbreviated(value)}`，而 `{changelog}` 对模型文件所写的是：{relations}",
        ),
        fix=Bilingual(
            en="correct whichever of the two is wrong: hubs show the one, recipients of the archive read the other",
            zh="请更正两者中有误的一个：模型平台显示前者，归档的接收者读到的是后者",
        ),
    )


CHECK = Check(name="contradicted-relation", clause="3.1 3)", severity=ADVISORY, run=_run, asks_digests=True)
