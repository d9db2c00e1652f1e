"""The texts that a new project begins with: its tables and its changelog, decided or left open for a person."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import tomli_w

from hatch_oaml.license.versions import CURRENT
from hatch_oaml.values.expressions import expression
from hatch_oaml.values.frozen import frozen
from hatch_oaml.values.output_folders import DISTRIBUTIONS, release_folder
from hatch_oaml.values.weight_names import WEIGHT_PATTERNS
from hatch_oaml.values.wording import toml_string

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hatch_oaml.values.profiles import Profile

PLUGIN = "hatch-oaml"
EXCLUDED = (*WEIGHT_PATTERNS, f"/{release_folder(DISTRIBUTIONS)}")
"""What Hatchling must leave out: weights, and the finished archives that hold some."""

FIRST_VERSION = "0.1.0"
_PERSON = expression(r"(?P<name>\S(?:.*\S)?)\s*<(?P<mail>[^<>@\s]+@[^<>@\s]+)>")
_OLDEST_PYTHON = ">=3.10"


@frozen
class Said:
    """What a person says of a project that is begun; "" is what the folder shall tell, or nobody."""

    name: str = ""
    version: str = ""
    by: str = ""
    original: bool = False
    profile: Profile = "distribution"


def name_for(folder: str) -> str:
    """A project's name after its folder's."""
    return re.sub(r"[^A-Za-z0-9]+", "-", folder).strip("-").lower() or "model"


def new_project(said: Said, folder: str, readme: str) -> str:
    tables = {
        "build-system": {"requires": ["hatchling", PLUGIN], "build-backend": "hatchling.build"},
        "project": {
            "name": said.name or name_for(folder),
            "version": said.version or FIRST_VERSION,
            **({"readme": readme} if readme else {}),
            "license": CURRENT.id,
            "requires-python": _OLDEST_PYTHON,
            **({"authors": [_person(said.by)]} if said.by else {}),
        },
    }
    return tomli_w.dumps(tables)


def _person(by: str) -> dict[str, str]:
    """`NAME <MAIL>`, or a name alone."""
    found = _PERSON.fullmatch(by)
    return {"name": found["name"], "email": found["mail"]} if found else {"name": by}


GATE = (
    "# Weights enter an archive through the gate of hatch-oaml only; without it, an archive holds none.\n"
    "# 权重只能经由 hatch-oaml 的关口进入归档；绕过它构建的归档不含权重。\n"
    f"[tool.hatch.build]\nexclude = [{', '.join(map(toml_string, EXCLUDED))}]\n"
)
HOOK = "[tool.hatch.build.hooks.oaml]\n"

_SILENT = (
    "[tool.oaml]\n"
    "# Keep one of the two lines. 二者择一：\n"
    "# original = true              # nothing upstream 没有上游\n"
    '# bases = ["bases/NAME.toml"]  # made by `hatch-oaml record` 由 `hatch-oaml record` 生成\n'
)
"""For a project that says neither."""


def options(records: Sequence[str], said: Said) -> str:
    """The table `[tool.oaml]`."""
    decided = bases_line(records) if records else "original = true" if said.original else ""
    table = f"[tool.oaml]\n{decided}\n" if decided else _SILENT
    return table if said.profile == "distribution" else f"{table}{profile_line(said.profile)}\n"


def settled(text: str, records: Sequence[str], said: Said) -> str:
    """A pyproject.toml whose table still is the open one that `options` wrote, with the table decided; any other as it is."""
    return text.replace(_SILENT, options(records, said))


def profile_line(profile: Profile) -> str:
    return f"profile = {toml_string(profile)}"


def bases_line(records: Sequence[str]) -> str:
    return f"bases = [{', '.join(map(toml_string, records))}]"


_OPEN_CHANGELOG = (
    "# What was modified and how: clause 3.1 3) of the OpenAtom Model License. `hatch-oaml draft` adds entries.\n"
    "# 修改了哪些文件、如何修改：《开放原子模型许可证》第 3.1 款第 3）项。可用 `hatch-oaml draft` 添加条目。\n"
    "# For an original release, nothing upstream, write `original = true`. 若为原始发布，请写 `original = true`。\n"
    "format = 1\n"
)
_ORIGINAL_CHANGELOG = "format = 1\noriginal = true\n"


def changelog(*, original: bool) -> str:
    return _ORIGINAL_CHANGELOG if original else _OPEN_CHANGELOG


def settled_changelog(text: str, *, original: bool) -> str:
    """A changelog that still is as `changelog` left it open, decided; any other as it is."""
    return _ORIGINAL_CHANGELOG if original and text == _OPEN_CHANGELOG else text
