"""Tells where a sentence, a heading or a badge of the model card reads as if the whole were under another license, or limited."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hatch_oaml.checks._declared_licenses import has_a_part_with_restrictions, is_of_what_is_declared, is_shown_card
from hatch_oaml.checks._evidence import own_statements
from hatch_oaml.findings import ADVISORY, Check, Finding
from hatch_oaml.license.versions import may_name_license
from hatch_oaml.values.bilingual import Bilingual
from hatch_oaml.values.license_names import license_name
from hatch_oaml.values.wording import abbreviated

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hatch_oaml.records.statement import Statement
    from hatch_oaml.release import Release

_FIX = Bilingual(
    en="name the OpenAtom Model License there, or leave it out; say of what the other license is, and name that as `part`",
    zh="在此处写明开放原子模型许可证，或删除该说法；并写明另一个许可证适用于哪些内容，将其列为 `part`",
)
_FIX_RESTRICTION = Bilingual(
    en="leave it out; or say of which of your own modifications it is, and name those as `part` under their own terms (clause 3.2)",
    zh="删除该限制；或写明其针对您自己的哪些修改，并将这些修改列为适用其自身条款的 `part`（第 3.2 款）",
)


def _run(release: Release) -> Iterator[Finding]:
    told = set()
    for file, statement in own_statements(release):
        known = (file.path, statement.value.casefold())
        if known not in told and (finding := _finding(release, file.path, statement)) is not None:
            told.add(known)
            message, fix = finding
            yield Finding(path=file.path, line=statement.line, message=message, fix=fix)


def _finding(release: Release, path: str, statement: Statement) -> tuple[Bilingual, Bilingual] | None:
    name = statement.value
    if _is_of_the_whole(release, path, statement) and not (
        may_name_license(name) or is_of_what_is_declared(release, name)
    ):
        return _message(name), _FIX
    if statement.about == "possible-restriction" and not has_a_part_with_restrictions(release):
        return _restriction(statement.value), _FIX_RESTRICTION
    return None


def _is_of_the_whole(release: Release, path: str, statement: Statement) -> bool:
    """May it be said of the whole? The front matter of what hubs and indexes show is `contradicted-license`."""
    if statement.about != "license":
        return statement.about == "possible-license"
    return "/" not in path and not is_shown_card(release, path) and license_name(statement.value) is not None


def _message(name: str) -> Bilingual:
    return Bilingual(
        en=f"whoever reads this takes {abbreviated(name)} for the license of the whole, which is the OpenAtom Model License",
        zh=f"读者会将 {abbreviated(name)} 当作整个发布的许可证，而该许可证是开放原子模型许可证",
    )


def _restriction(said: str) -> Bilingual:
    return Bilingual(
        en=f"“{abbreviated(said)}” reads as a limit on the whole, which clause 2.1 grants everybody to use, change and pass on",
        zh=f"“{abbreviated(said)}”读来像是对整个发布的限制，而第 2.1 款已许可任何人使用、修改和分发",
    )


_FIX_FOR_RECEIVER = Bilingual(
    en="the license of the whole is the text at the top; ask the publisher what the other one is meant for",
    zh="整个发布的许可证以顶层的许可证文本为准；请询问发布者另一个许可证指的是什么",
)

CHECK = Check(
    name="doubtful-license",
    clause="3.1 1)",
    severity=ADVISORY,
    run=_run,
    fix_for_receiver=_FIX_FOR_RECEIVER,
    asks_digests=True,
)
