"""What says that nothing is upstream is not contradicted by the release's own files."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hatch_oaml.checks._evidence import named_bases, own_statements
from hatch_oaml.checks._wording import block
from hatch_oaml.findings import ERROR, Check, Finding
from hatch_oaml.values.bilingual import Bilingual
from hatch_oaml.values.model_names import says_nothing
from hatch_oaml.values.wording import abbreviated, toml_string

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hatch_oaml.checks._evidence import NamedBase
    from hatch_oaml.release import Release

_PLAIN = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789/._-"
"""What a shell takes as it is."""


def _run(release: Release) -> Iterator[Finding]:
    if not release.config.original:
        return
    for named in named_bases(release):
        if named.statement.about == "possible-base":
            continue
        yield Finding(path=named.file.path, line=named.statement.line, message=_message(named), fix=_fix(named.name))
    yield from _unnamed(release)


def _unnamed(release: Release) -> Iterator[Finding]:
    """What says how it was made from another model, and names none."""
    for file, statement in own_statements(release):
        names_one = any(other.about == "base" for other in file.statements)
        is_told = statement.about == "relation" and not says_nothing(statement.value)
        if is_told and not names_one and not release.config.own_bases:
            key, value = abbreviated(statement.key), abbreviated(statement.value)
            yield Finding(
                path=file.path,
                line=statement.line,
                message=Bilingual(
                    en=f"`tool.oaml.original` says that nothing is upstream, but `{key}` says that another model was: {value}",
                    zh=f"`tool.oaml.original` 表示没有上游，但 `{key}` 表明本模型来自另一个模型：{value}",
                ),
                fix=_fix(None),
            )


def _message(named: NamedBase) -> Bilingual:
    key, value = abbreviated(named.statement.key), abbreviated(named.statement.value)
    if named.statement.about == "record":
        return Bilingual(
            en=f"`tool.oaml.original` says that nothing is upstream, but this is the record of a base, {value}",
            zh=f"`tool.oaml.original` 表示没有上游，但这是基础模型 {value} 的记录",
        )
    return Bilingual(
        en=f"`tool.oaml.original` says that nothing is upstream, but `{key}` names a base: {value}",
        zh=f"`tool.oaml.original` 表示没有上游，但 `{key}` 写明了基础模型：{value}",
    )


def _fix(name: str | None) -> Bilingual:
    own = block("[tool.oaml]", f"own-bases = [{toml_string(name or 'owner/name')}]")
    record = block(
        f"hatch-oaml record SOURCE --name {_argument(name)} --version VERSION --output bases/NAME.toml",
        "",
        "[tool.oaml]",
        'bases = ["bases/NAME.toml"]',
    )
    return Bilingual(
        en=f"record the base, and put its record in the place of `original = true`{record}\n\n"
        f"if you hold all rights in it yourself, say so{own}\n\nif it is no base of this model, correct the file",
        zh=f"记录该基础模型，并以其记录取代 `original = true`{record}\n\n"
        f"如果其全部权利归您自己所有，请写明{own}\n\n如果它不是本模型的基础模型，请更正该文件",
    )


def _argument(name: str | None) -> str:
    is_plain = name is not None and name.isascii() and not set(name) - set(_PLAIN)
    return name if name is not None and is_plain else "NAME"


CHECK = Check(name="contradicted-origin", clause="1.3", severity=ERROR, run=_run, asks_digests=True)
