"""The project's metadata name the license and carry its text."""

from __future__ import annotations

import os
from glob import escape
from typing import TYPE_CHECKING

from hatch_oaml.checks._wording import block
from hatch_oaml.findings import ERROR, Check, Finding
from hatch_oaml.license import CURRENT, names_license
from hatch_oaml.values.bilingual import Bilingual
from hatch_oaml.values.spdx import always_holds
from hatch_oaml.values.wording import printable, toml_string

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hatch_oaml.release import Release

_PATH = "pyproject.toml"


def _run(release: Release) -> Iterator[Finding]:
    expression = release.project.license_expression
    if not names_license(expression):
        yield _named_otherwise(expression) if expression else _unnamed()
    elif not release.config.original and not always_holds(expression, names_license):
        yield _left_to_choose(expression)
    if _is_left_out(release):
        yield _hidden(str(release.project.root)) if _is_hidden(release) else _left_out(release)


def _is_left_out(release: Release) -> bool:
    """A text that `force-include` brings from outside no `license-files` can name: every archive gets it all the same."""
    path, root = release.config.license, release.project.root
    file = release.inventory.by_path.get(path)
    is_outside = file is not None and root is not None and not file.source.startswith(f"{root}{os.sep}")
    return release.license is not None and path not in release.project.license_files and not is_outside


def _is_hidden(release: Release) -> bool:
    """Hatchling takes the project's own path for a pattern, too: where that has brackets, no license file is found."""
    root = release.project.root
    return root is not None and not release.project.license_files and escape(root) != root


def _unnamed() -> Finding:
    lines = _license(CURRENT.id)
    return Finding(
        path=_PATH,
        message=Bilingual(
            en="`project.license` holds no SPDX expression, so the metadata do not name the license",
            zh="`project.license` 中没有 SPDX 表达式，元数据因而未指明许可证",
        ),
        fix=Bilingual(en=f"name the license{lines}", zh=f"写明许可证{lines}"),
    )


def _named_otherwise(expression: str) -> Finding:
    lines = _license(CURRENT.id)
    both = _license(
        f"({expression}) AND {CURRENT.id}" if " OR " in expression.upper() else f"{expression} AND {CURRENT.id}"
    )
    return Finding(
        path=_PATH,
        message=Bilingual(
            en=f"`project.license` is `{printable(expression)}`, which does not name the license of this release",
            zh=f"`project.license` 为 `{printable(expression)}`，未包含本发布所适用的许可证",
        ),
        fix=Bilingual(
            en=f"name the license{lines}\n\nor, if parts of the release are under those terms, both{both}",
            zh=f"写明许可证{lines}\n\n如果发布中有部分内容适用上述其他条款，则两者都写{both}",
        ),
    )


def _left_to_choose(expression: str) -> Finding:
    lines = _license(CURRENT.id)
    return Finding(
        path=_PATH,
        message=Bilingual(
            en=f"`project.license` is `{printable(expression)}`: recipients may choose another license for the whole, what the"
            " base gave you included",
            zh=f"`project.license` 为 `{printable(expression)}`：接收者可以为整个发布（包括取自基础模型的内容）选择另一个许可证",
        ),
        fix=Bilingual(
            en=f"name the license{lines}\n\nand name as `part`, under the other terms, what is yours to give so",
            zh=f"写明许可证{lines}\n\n并将您有权以其他条款提供的内容列为 `part`",
        ),
    )


def _license(expression: str) -> str:
    return block("[project]", f"license = {toml_string(expression)}")


def _hidden(root: str) -> Finding:
    name = printable(root)
    return Finding(
        path=_PATH,
        message=Bilingual(
            en=f"Hatchling finds no license file in `{name}`, whose brackets, asterisks or question marks it takes for a pattern:"
            " the metadata of wheel and sdist do not carry the license's text",
            zh=f"Hatchling 将 `{name}` 中的方括号、星号或问号当作匹配模式，因而找不到许可证文件：wheel 与 sdist 的元数据不带有许可证文本",
        ),
        fix=Bilingual(
            en="rename the folder, or copy the project to one without these signs, and build there",
            zh="重命名该文件夹，或将项目复制到名称中没有这些符号的文件夹，再在那里构建",
        ),
    )


def _left_out(release: Release) -> Finding:
    path = release.config.license
    files = sorted({*release.project.license_files, path})
    lines = block("[project]", f"license-files = [{', '.join(toml_string(file) for file in files)}]")
    return Finding(
        path=_PATH,
        message=Bilingual(
            en=f"`project.license-files` leaves out `{printable(path)}`, so the metadata of wheel and sdist do not carry the"
            " license's text",
            zh=f"`project.license-files` 未包含 `{printable(path)}`，wheel 与 sdist 的元数据因而不带有许可证文本",
        ),
        fix=Bilingual(en=f"add the file{lines}", zh=f"加入该文件{lines}"),
    )


CHECK = Check(name="undeclared-license", clause="3.1 1)", severity=ERROR, run=_run)
