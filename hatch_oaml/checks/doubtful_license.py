"""Tells where a sentence, a heading or a badge of the model card reads as if the whole were under another license."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hatch_oaml.checks._declared_licenses import is_of_what_is_declared
from hatch_oaml.checks._evidence import own_statements
from hatch_oaml.findings import ADVISORY, Check, Finding
from hatch_oaml.values.bilingual import Bilingual
from hatch_oaml.values.wording import abbreviated

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hatch_oaml.release import Release

_FIX = Bilingual(
    en="name the OpenAtom Model License there; say of what the other license is, and name that as `part`",
    zh="在此处写明开放原子模型许可证；并写明另一个许可证适用于哪些内容，将其列为 `part`",
)


def _run(release: Release) -> Iterator[Finding]:
    told = set()
    for file, statement in own_statements(release):
        name = statement.value
        known = (file.path, name.casefold())
        if statement.about != "possible-license" or known in told:
            continue
        if not is_of_what_is_declared(release, name):
            told.add(known)
            yield Finding(path=file.path, line=statement.line, message=_message(name), fix=_FIX)


def _message(name: str) -> Bilingual:
    return Bilingual(
        en=f"whoever reads this takes {abbreviated(name)} for the license of the whole, which is the OpenAtom Model License",
        zh=f"读者会将 {abbreviated(name)} 当作整个发布的许可证，而该许可证是开放原子模型许可证",
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
