"""A release of a model holds a model."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hatch_oaml.checks._wording import block, listed, model_lines
from hatch_oaml.findings import ERROR, Check, Finding
from hatch_oaml.values.bilingual import Bilingual
from hatch_oaml.values.wording import printable

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hatch_oaml.release import Release

_NAMED = block("[tool.oaml]", 'model = ["/weights/*.dat"]')


def _run(release: Release) -> Iterator[Finding]:
    if not any(file.role == "model" for file in release.inventory):
        yield _no_model(release)
    for line in () if release.config.model_is_default else release.idle_patterns:
        yield _idle(line)


def _no_model(release: Release) -> Finding:
    ignored = [str(weights.path) for weights in release.left_out_weights if weights.setting is None]
    if ignored:
        return _all_ignored(ignored)
    default = release.config.model_is_default
    return Finding(
        path="pyproject.toml",
        message=Bilingual(
            en="the release holds no model file: "
            + ("no file has the name of a known weight format" if default else "`tool.oaml.model` matches none"),
            zh="本发布中没有模型文件："
            + ("没有文件的名称属于已知的权重格式" if default else "`tool.oaml.model` 没有匹配到任何文件"),
        ),
        fix=Bilingual(
            en="put the weights into the project; name them if they go by other names, or if version control ignores"
            f" them{_NAMED}",
            zh=f"将权重放入项目；如果权重使用其他名称，或被版本控制忽略，请写明{_NAMED}",
        ),
    )


def _all_ignored(paths: list[str]) -> Finding:
    count = len(paths)
    lines = model_lines(paths)
    return Finding(
        path="pyproject.toml",
        message=Bilingual(
            en=f"the release holds no model file: version control ignores all {count} weight files of the project:"
            f" {listed(paths, ', ')}",
            zh=f"本发布中没有模型文件：项目中的 {count} 个权重文件全部被版本控制忽略：{listed(paths, '、')}",
        ),
        fix=Bilingual(
            en=f"name them, which reaches ignored files too{lines}\n\nor take them out of `.gitignore`",
            zh=f"请写明这些文件，被忽略的文件也会因此纳入{lines}\n\n或将其从 `.gitignore` 中移出",
        ),
    )


def _idle(line: str) -> Finding:
    return Finding(
        path="pyproject.toml",
        message=Bilingual(
            en=f"`tool.oaml.model`: `{printable(line)}` matches no file of the release",
            zh=f"`tool.oaml.model`：`{printable(line)}` 不匹配本发布中的任何文件",
        ),
        fix=Bilingual(
            en="put these files into the project, or correct or delete the pattern",
            zh="将这些文件放入项目，或更正、删除该模式",
        ),
    )


CHECK = Check(name="missing-model", clause="1.2", severity=ERROR, run=_run)
