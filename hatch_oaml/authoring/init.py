"""What a model repository lacks before it can be released: `hatch-oaml init`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import tomli_w

from hatch_oaml.license.versions import CURRENT
from hatch_oaml.records.config import parse_config
from hatch_oaml.values.bilingual import Bilingual
from hatch_oaml.values.frozen import frozen
from hatch_oaml.values.output_folders import DISTRIBUTIONS, release_folder
from hatch_oaml.values.weight_names import WEIGHT_PATTERNS
from hatch_oaml.values.wording import toml_string

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_PLUGIN = "hatch-oaml"
_OLDEST_PYTHON = ">=3.10"
_PYPROJECT, _HATCH = "pyproject.toml", "hatch.toml"

_EXCLUDED = (*WEIGHT_PATTERNS, f"/{release_folder(DISTRIBUTIONS)}")
"""What Hatchling must leave out: weights, and the finished archives that hold some."""


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


@frozen
class Plan:
    """What can be written, and what only a person can put in place."""

    additions: tuple[NewText, ...]
    advice: tuple[Bilingual, ...]


def wanted(values: Mapping[str, object] | None) -> tuple[str, str]:
    """The paths of license text and changelog.

    :param values: pyproject.toml parsed, None if there is none.
    :raises ConfigurationError: with everything that is wrong in `[tool.oaml]`.
    """
    options = _lookup(values, "tool", "oaml")
    config = parse_config(options if isinstance(options, dict) else {})
    return config.license, config.modifications


def says_original(values: Mapping[str, object] | None) -> bool:
    return _lookup(values, "tool", "oaml", "original") is True


def plan(
    values: Mapping[str, object] | None,
    hatch: Mapping[str, object] | None,
    present: frozenset[str],
    folder: str,
    license_text: str,
    found: Found = _NOTHING,
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
    texts = zip(wanted(values), (license_text, _changelog(project)), strict=True)
    additions = [NewText(path=path, text=text, appended=False) for path, text in texts if path not in present]
    build = _build_table(project, hatch)
    if build.file == _HATCH and not build.has_hook:
        additions.append(NewText(path=_HATCH, text=f"\n[{build.header}.hooks.oaml]\n", appended=True))
    text = (_new_project(folder, found.readme) if new_project else "") + _missing_tables(project, build, found.records)
    if text:
        additions.append(NewText(path=_PYPROJECT, text=text, appended=not new_project))
    return Plan(
        additions=tuple(additions), advice=tuple(_advice(project, build, found.records, new_project=new_project))
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


def _new_project(folder: str, readme: str) -> str:
    name = re.sub(r"[^A-Za-z0-9]+", "-", folder).strip("-").lower() or "model"
    tables = {
        "build-system": {"requires": ["hatchling", _PLUGIN], "build-backend": "hatchling.build"},
        "project": {
            "name": name,
            "version": "0.1.0",
            **({"readme": readme} if readme else {}),
            "license": CURRENT.id,
            "requires-python": _OLDEST_PYTHON,
        },
    }
    return tomli_w.dumps(tables)


def _missing_tables(values: Mapping[str, object], build: _Build, records: tuple[str, ...]) -> str:
    parts = []
    if build.values is None:
        exclude = ", ".join(f'"{pattern}"' for pattern in _EXCLUDED)
        parts.append(
            "# Weights enter an archive through the gate of hatch-oaml only; without it, an archive holds none.\n"
            "# 权重只能经由 hatch-oaml 的关口进入归档；绕过它构建的归档不含权重。\n"
            f"[tool.hatch.build]\nexclude = [{exclude}]\n"
        )
    if build.file == _PYPROJECT and not build.has_hook:
        parts.append("[tool.hatch.build.hooks.oaml]\n")
    if _lookup(values, "tool", "oaml") is None:
        parts.append(f"[tool.oaml]\n{_bases_line(records)}\n" if records else _SILENT)
    return "".join(f"\n{part}" for part in parts)


def _bases_line(records: tuple[str, ...]) -> str:
    return f"bases = [{', '.join(map(toml_string, records))}]"


_SILENT = (
    "[tool.oaml]\n"
    "# Keep one of the two lines. 二者择一：\n"
    "# original = true              # nothing upstream 没有上游\n"
    '# bases = ["bases/NAME.toml"]  # made by `hatch-oaml record` 由 `hatch-oaml record` 生成\n'
)


def _changelog(values: Mapping[str, object]) -> str:
    if says_original(values):
        return "format = 1\noriginal = true\n"
    return (
        "# What was modified and how: clause 3.1 3) of the OpenAtom Model License. `hatch-oaml draft` adds entries.\n"
        "# 修改了哪些文件、如何修改：《开放原子模型许可证》第 3.1 款第 3）项。可用 `hatch-oaml draft` 添加条目。\n"
        "# For an original release, nothing upstream, write `original = true`. 若为原始发布，请写 `original = true`。\n"
        "format = 1\n"
    )


def _advice(
    values: Mapping[str, object], build: _Build, records: tuple[str, ...], *, new_project: bool
) -> Iterator[Bilingual]:
    if build.values is not None and not build.excludes_weights:
        lines = ", ".join(f'"{pattern}"' for pattern in _EXCLUDED)
        yield Bilingual(
            en=f"{build.file}: add to `exclude` of `[{build.header}]`: {lines}",
            zh=f"{build.file}：请在 `[{build.header}]` 的 `exclude` 中加入：{lines}",
        )
    requires = _lookup(values, "build-system", "requires")
    names = requires if isinstance(requires, list) else []
    if not new_project and not any(_PLUGIN in str(name) for name in names):
        yield Bilingual(
            en=f'pyproject.toml: add "{_PLUGIN}" to `build-system.requires`',
            zh=f'pyproject.toml：请在 `build-system.requires` 中加入 "{_PLUGIN}"',
        )
    if not new_project and _lookup(values, "project", "license") is None:
        yield Bilingual(
            en=f'pyproject.toml: add `license = "{CURRENT.id}"` to `[project]`',
            zh=f'pyproject.toml：请在 `[project]` 中加入 `license = "{CURRENT.id}"`',
        )
    if records:
        yield from _unwired(values, records)
    elif not says_original(values) and not _lookup(values, "tool", "oaml", "bases"):
        yield Bilingual(
            en="pyproject.toml: say in `[tool.oaml]` whether the model is original or which bases it has; for a base run"
            " `hatch-oaml record SOURCE --name NAME --version VERSION --output bases/NAME.toml`",
            zh="pyproject.toml：请在 `[tool.oaml]` 中说明模型是原始发布还是有哪些基础模型；对每个基础模型运行"
            " `hatch-oaml record SOURCE --name NAME --version VERSION --output bases/NAME.toml`",
        )


def _unwired(values: Mapping[str, object], records: tuple[str, ...]) -> Iterator[Bilingual]:
    """Of a table that is there already only a person may change a line."""
    table = _lookup(values, "tool", "oaml")
    named = _lookup(table, "bases")
    missing = [record for record in records if not (isinstance(named, list) and record in named)]
    if not isinstance(table, dict) or not missing:
        return
    line = _bases_line(records)
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
