"""What a model repository lacks before it can be released: `hatch-oaml init`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

import tomli_w

from hatch_oaml.bilingual import Bilingual
from hatch_oaml.license.versions import CURRENT
from hatch_oaml.weight_names import WEIGHT_PATTERNS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_PLUGIN = "hatch-oaml"


@dataclass(frozen=True, slots=True, kw_only=True)
class Addition:
    """Text for a file that is not there yet, or to go behind what is there."""

    path: str
    text: str
    appended: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Beginning:
    """What can be written, and what only a person can put in place."""

    additions: tuple[Addition, ...]
    advice: tuple[Bilingual, ...]


def begin(values: Mapping[str, object] | None, present: frozenset[str], folder: str, license_text: str) -> Beginning:
    """What the project lacks.

    :param values: pyproject.toml parsed, None if there is none.
    :param present: which of the files below exist.
    :param folder: the project folder's name.
    """
    new_project = values is None
    project = values if values is not None else {}
    additions = [
        Addition(path=path, text=text, appended=False)
        for path, text in (("LICENSE", license_text), ("MODIFICATIONS.toml", _changelog(project)))
        if path not in present
    ]
    text = (_new_project(folder) if new_project else "") + _missing_tables(project)
    if text:
        additions.append(Addition(path="pyproject.toml", text=text, appended=not new_project))
    return Beginning(additions=tuple(additions), advice=tuple(_advice(project, new_project=new_project)))


def _lookup(values: object, *keys: str) -> object:
    for key in keys:
        values = values.get(key) if isinstance(values, dict) else None
    return values


def _new_project(folder: str) -> str:
    name = re.sub(r"[^A-Za-z0-9]+", "-", folder).strip("-").lower() or "model"
    tables = {
        "build-system": {"requires": ["hatchling", _PLUGIN], "build-backend": "hatchling.build"},
        "project": {"name": name, "version": "0.1.0", "license": CURRENT.id},
    }
    return tomli_w.dumps(tables)


def _missing_tables(values: Mapping[str, object]) -> str:
    parts = []
    if _lookup(values, "tool", "hatch", "build") is None:
        exclude = ", ".join(f'"{pattern}"' for pattern in WEIGHT_PATTERNS)
        parts.append(
            "# Weights enter an archive through the gate of hatch-oaml only; without it, an archive holds none.\n"
            "# 权重只能经由 hatch-oaml 的关口进入归档；绕过它构建的归档不含权重。\n"
            f"[tool.hatch.build]\nexclude = [{exclude}]\n"
        )
    if _lookup(values, "tool", "hatch", "build", "hooks", "oaml") is None:
        parts.append("[tool.hatch.build.hooks.oaml]\n")
    if _lookup(values, "tool", "oaml") is None:
        parts.append(
            "[tool.oaml]\n"
            "# Keep one of the two lines. 二者择一：\n"
            "# original = true              # nothing upstream 没有上游\n"
            '# bases = ["bases/NAME.toml"]  # made by `hatch-oaml record` 由 `hatch-oaml record` 生成\n'
        )
    return "".join(f"\n{part}" for part in parts)


def _changelog(values: Mapping[str, object]) -> str:
    if _lookup(values, "tool", "oaml", "original") is True:
        return "format = 1\noriginal = true\n"
    return (
        "# What was modified and how: clause 3.1 3) of the OpenAtom Model License. `hatch-oaml draft` adds entries.\n"
        "# 修改了哪些文件、如何修改：《开放原子模型许可证》第 3.1 款第 3）项。可用 `hatch-oaml draft` 添加条目。\n"
        "# For an original release, nothing upstream, write `original = true`. 若为原始发布，请写 `original = true`。\n"
        "format = 1\n"
    )


def _advice(values: Mapping[str, object], *, new_project: bool) -> Iterator[Bilingual]:
    if _lookup(values, "tool", "hatch", "build") is not None and not _excludes_weights(values):
        lines = ", ".join(f'"{pattern}"' for pattern in WEIGHT_PATTERNS)
        yield Bilingual(
            en=f"pyproject.toml: add to `exclude` of `[tool.hatch.build]`: {lines}",
            zh=f"pyproject.toml：请在 `[tool.hatch.build]` 的 `exclude` 中加入：{lines}",
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
    if _lookup(values, "tool", "oaml", "original") is not True and not _lookup(values, "tool", "oaml", "bases"):
        yield Bilingual(
            en="pyproject.toml: say in `[tool.oaml]` whether the model is original or which bases it has; for a base run"
            " `hatch-oaml record SOURCE --name NAME --version VERSION --output bases/NAME.toml`",
            zh="pyproject.toml：请在 `[tool.oaml]` 中说明模型是原始发布还是有哪些基础版本；对每个基础版本运行"
            " `hatch-oaml record SOURCE --name NAME --version VERSION --output bases/NAME.toml`",
        )


def _excludes_weights(values: Mapping[str, object]) -> bool:
    exclude = _lookup(values, "tool", "hatch", "build", "exclude")
    return isinstance(exclude, list) and any(pattern in WEIGHT_PATTERNS for pattern in exclude)
