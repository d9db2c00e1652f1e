"""What a model repository lacks before it can be released: `hatch-oaml init`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hatch_oaml.authoring.project_texts import (
    EXCLUDED,
    GATE,
    HOOK,
    PLUGIN,
    Said,
    bases_line,
    changelog,
    new_project as project_text,
    options,
    profile_line,
)
from hatch_oaml.license.versions import CURRENT
from hatch_oaml.records.config import parse_config
from hatch_oaml.values.bilingual import Bilingual
from hatch_oaml.values.frozen import frozen
from hatch_oaml.values.weight_names import WEIGHT_PATTERNS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_PYPROJECT, _HATCH = "pyproject.toml", "hatch.toml"


@frozen
class NewText:
    """Text for a file that is not there yet, or to go behind what is there."""

    path: str
    text: str
    appended: bool


@frozen
class Found:
    """What lies in the folder already: the name of its README, and the paths of base records."""

    readme: str = ""
    records: tuple[str, ...] = ()


_NOTHING = Found()
_UNSAID = Said()


@frozen
class Plan:
    """What can be written, and what only a person can put in place; `covered` are the checks whose findings that mends."""

    additions: tuple[NewText, ...]
    advice: tuple[Bilingual, ...]
    covered: frozenset[str]


def wanted(values: Mapping[str, object] | None) -> tuple[str, str]:
    """The paths of license text and changelog.

    :param values: pyproject.toml parsed, None if there is none.
    :raises ConfigurationError: with everything that is wrong in `[tool.oaml]`.
    """
    table = _lookup(values, "tool", "oaml")
    config = parse_config(table if isinstance(table, dict) else {})
    return config.license, config.modifications


def says_original(values: Mapping[str, object] | None) -> bool:
    return _lookup(values, "tool", "oaml", "original") is True


def tells_origin(values: Mapping[str, object] | None) -> bool:
    """Does the project say what it is made from, or that it is from nothing?"""
    return says_original(values) or bool(_lookup(values, "tool", "oaml", "bases"))


def plan(
    values: Mapping[str, object] | None,
    hatch: Mapping[str, object] | None,
    present: frozenset[str],
    folder: str,
    license_text: str,
    found: Found = _NOTHING,
    said: Said = _UNSAID,
) -> Plan:
    """What the project lacks.

    :param values: pyproject.toml parsed, None if there is none.
    :param hatch: hatch.toml likewise: a table in it replaces the one in pyproject.toml, as Hatchling has it.
    :param present: which of the `wanted` files exist.
    :param folder: the project folder's name.
    :param found: is taken into what is written, and told where that cannot be changed any more.
    :raises ConfigurationError: with everything that is wrong in `[tool.oaml]`.
    """
    new_project = values is None
    project = values if values is not None else {}
    is_original = said.original or says_original(values)
    texts = zip(wanted(values), (license_text, changelog(original=is_original)), strict=True)
    additions = [NewText(path=path, text=text, appended=False) for path, text in texts if path not in present]
    build = _build_table(project, hatch)
    if build.file == _HATCH and not build.has_hook:
        additions.append(NewText(path=_HATCH, text=f"\n[{build.header}.hooks.oaml]\n", appended=True))
    text = project_text(said, folder, found.readme) if new_project else ""
    text += _missing_tables(project, build, found.records, said)
    if text:
        additions.append(NewText(path=_PYPROJECT, text=text, appended=not new_project))
    advised = [
        *_advice(project, build, found.records, new_project=new_project, original=said.original),
        *_other_profile(project, said),
    ]
    return Plan(
        additions=tuple(additions),
        advice=tuple(advice for _, advice in advised),
        covered=frozenset(check for check, _ in advised if check),
    )


@frozen
class _Build:
    """Hatch's build table, where it counts; `values` is None where there is none."""

    file: str
    header: str
    values: object

    @property
    def has_hook(self) -> bool:
        return _lookup(self.values, "hooks", "oaml") is not None

    @property
    def excludes_weights(self) -> bool:
        exclude = _lookup(self.values, "exclude")
        return isinstance(exclude, list) and any(pattern in WEIGHT_PATTERNS for pattern in exclude)


def _build_table(values: Mapping[str, object], hatch: Mapping[str, object] | None) -> _Build:
    if hatch is not None and "build" in hatch:
        return _Build(file=_HATCH, header="build", values=hatch["build"])
    return _Build(file=_PYPROJECT, header="tool.hatch.build", values=_lookup(values, "tool", "hatch", "build"))


def build_options(
    values: Mapping[str, object] | None, hatch: Mapping[str, object] | None, *keys: str
) -> Mapping[str, object]:
    """Hatch's build table, where it counts, or the table that `keys` lead to in it; empty where there is none."""
    table = _lookup(_build_table(values or {}, hatch).values, *keys)
    return table if isinstance(table, dict) else {}


def _lookup(values: object, *keys: str) -> object:
    for key in keys:
        values = values.get(key) if isinstance(values, dict) else None
    return values


def _missing_tables(values: Mapping[str, object], build: _Build, records: tuple[str, ...], said: Said) -> str:
    parts = []
    if build.values is None:
        parts.append(GATE)
    if build.file == _PYPROJECT and not build.has_hook:
        parts.append(HOOK)
    if _lookup(values, "tool", "oaml") is None:
        parts.append(options(records, said))
    return "".join(f"\n{part}" for part in parts)


def _advice(
    values: Mapping[str, object], build: _Build, records: tuple[str, ...], *, new_project: bool, original: bool
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
    requires = _lookup(values, "build-system", "requires")
    names = requires if isinstance(requires, list) else []
    if not new_project and not any(PLUGIN in str(name) for name in names):
        yield (
            "",
            Bilingual(
                en=f'pyproject.toml: add "{PLUGIN}" to `build-system.requires`',
                zh=f'pyproject.toml：请在 `build-system.requires` 中加入 "{PLUGIN}"',
            ),
        )
    if not new_project and _lookup(values, "project", "license") is None:
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
        if original and _lookup(values, "tool", "oaml") is not None:
            yield "undeclared-base", _WRITE_ORIGINAL
        elif not original:
            yield "undeclared-base", _SAY_WHERE_FROM


def _unwired(values: Mapping[str, object], records: tuple[str, ...]) -> Iterator[Bilingual]:
    """Of a table that is there already only a person may change a line."""
    table = _lookup(values, "tool", "oaml")
    named = _lookup(table, "bases")
    missing = [record for record in records if not (isinstance(named, list) and record in named)]
    if not isinstance(table, dict) or not missing:
        return
    line = bases_line(records)
    if _lookup(table, "original") is True:
        yield Bilingual(
            en=f"pyproject.toml: write `{line}` in place of `original = true` in `[tool.oaml]`, if the model is made from that",
            zh=f"pyproject.toml：如果模型由此而来，请在 `[tool.oaml]` 中以 `{line}` 取代 `original = true`",
        )
    else:
        yield Bilingual(
            en=f"pyproject.toml: write `{line}` in `[tool.oaml]`, or only those that the model is made from",
            zh=f"pyproject.toml：请在 `[tool.oaml]` 中写入 `{line}`，或只列出模型所基于的那些",
        )


def _other_profile(values: Mapping[str, object], said: Said) -> Iterator[tuple[str, Bilingual]]:
    """Of a table that is there already: where there is none, it is written."""
    table = _lookup(values, "tool", "oaml")
    if table is None or said.profile in {"distribution", _lookup(table, "profile")}:
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
