"""What `hatch-oaml init` cannot write, since the table is there already, and tells a person to put in place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hatch_oaml.authoring.project_texts import EXCLUDED, PLUGIN, Said, bases_line, profile_line
from hatch_oaml.authoring.said_already import lookup, tells_origin
from hatch_oaml.license.versions import CURRENT
from hatch_oaml.values.bilingual import Bilingual

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from hatch_oaml.authoring.said_already import HatchBuild


def advised(
    values: Mapping[str, object], build: HatchBuild, records: tuple[str, ...], *, new_project: bool, original: bool
) -> Iterator[tuple[str, Bilingual]]:
    """Each with the check that asks the same, if one does."""
    if build.values is not None and not build.excludes_weights:
        lines = ", ".join(f'"{pattern}"' for pattern in EXCLUDED)
        yield (
            "unguarded-weights",
            Bilingual(
                en=f"{build.file}: add to `exclude` of `[{build.header}]`: {lines}",
                zh=f"{build.file}：请在 `[{build.header}]` 的 `exclude` 中加入：{lines}",
            ),
        )
    requires = lookup(values, "build-system", "requires")
    names = requires if isinstance(requires, list) else []
    if not new_project and not any(PLUGIN in str(name) for name in names):
        yield (
            "",
            Bilingual(
                en=f'pyproject.toml: add "{PLUGIN}" to `build-system.requires`',
                zh=f'pyproject.toml：请在 `build-system.requires` 中加入 "{PLUGIN}"',
            ),
        )
    if not new_project and lookup(values, "project", "license") is None:
        yield (
            "undeclared-license",
            Bilingual(
                en=f'pyproject.toml: add `license = "{CURRENT.id}"` to `[project]`',
                zh=f'pyproject.toml：请在 `[project]` 中加入 `license = "{CURRENT.id}"`',
            ),
        )
    if records:
        yield from (("undeclared-base", said) for said in _unwired(values, records))
    elif not tells_origin(values):
        if original and lookup(values, "tool", "oaml") is not None:
            yield "undeclared-base", _WRITE_ORIGINAL
        elif not original:
            yield "undeclared-base", _SAY_WHERE_FROM


def _unwired(values: Mapping[str, object], records: tuple[str, ...]) -> Iterator[Bilingual]:
    """Of a table that is there already only a person may change a line."""
    table = lookup(values, "tool", "oaml")
    named = lookup(table, "bases")
    missing = [record for record in records if not (isinstance(named, list) and record in named)]
    if not isinstance(table, dict) or not missing:
        return
    line = bases_line(records)
    if lookup(table, "original") is True:
        yield Bilingual(
            en=f"pyproject.toml: write `{line}` in place of `original = true` in `[tool.oaml]`, if the model is made from that",
            zh=f"pyproject.toml：如果模型由此而来，请在 `[tool.oaml]` 中以 `{line}` 取代 `original = true`",
        )
    else:
        yield Bilingual(
            en=f"pyproject.toml: write `{line}` in `[tool.oaml]`, or only those that the model is made from",
            zh=f"pyproject.toml：请在 `[tool.oaml]` 中写入 `{line}`，或只列出模型所基于的那些",
        )


def other_profile(values: Mapping[str, object], said: Said) -> Iterator[tuple[str, Bilingual]]:
    """Of a table that is there already: where there is none, it is written."""
    table = lookup(values, "tool", "oaml")
    if table is None or said.profile in {"distribution", lookup(table, "profile")}:
        return
    line = profile_line(said.profile)
    yield (
        "",
        Bilingual(
            en=f"pyproject.toml: write `{line}` in `[tool.oaml]`",
            zh=f"pyproject.toml：请在 `[tool.oaml]` 中写入 `{line}`",
        ),
    )


_WRITE_ORIGINAL = Bilingual(
    en="pyproject.toml: write `original = true` in `[tool.oaml]`",
    zh="pyproject.toml：请在 `[tool.oaml]` 中写入 `original = true`",
)
_SAY_WHERE_FROM = Bilingual(
    en="pyproject.toml: say in `[tool.oaml]` what the model is made from: run `hatch-oaml init --base SOURCE`, once for all of"
    " its bases, or `hatch-oaml init --original` if there is none",
    zh="pyproject.toml：请在 `[tool.oaml]` 中说明模型由何而来：运行 `hatch-oaml init --base SOURCE`（一次列出全部基础模型）；"
    "如果没有上游，则运行 `hatch-oaml init --original`",
)
