"""Weights that are not where somebody may expect them are told."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from hatch_oaml.checks._wording import listed, model_lines
from hatch_oaml.findings import ADVISORY, PROJECT, Check, Finding
from hatch_oaml.records.build_facts import MODEL_ROOT
from hatch_oaml.values.bilingual import Bilingual

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hatch_oaml.release import Release


def _run(release: Release) -> Iterator[Finding]:
    if not any(file.role == "model" for file in release.inventory):
        return  # `missing-model` tells of them
    found: dict[str | None, list[str]] = defaultdict(list)
    for weights in release.left_out_weights:
        found[weights.setting].append(weights.path)
    for setting, paths in found.items():
        if setting is None:
            yield _ignored(paths)
        elif setting == MODEL_ROOT:
            yield _left_in_store(paths)
        else:
            yield _not_shared(setting, paths)


def _ignored(paths: list[str]) -> Finding:
    lines = model_lines(paths)
    return Finding(
        path=paths[0],
        message=Bilingual(
            en=f"version control ignores {_counted(paths)} beside the released ones, so that no release holds them:"
            f" {listed(paths, ', ')}",
            zh=f"在所发布的权重旁，有 {len(paths)} 个权重文件被版本控制忽略，因而不在发布中：{listed(paths, '、')}",
        ),
        fix=Bilingual(
            en=f"if they belong to the release, add them to the model{lines}\n\nif not, there is nothing to do; a `model`"
            " that names the released ones alone says so",
            zh=f"如果它们属于本发布，请加入模型{lines}\n\n如果不属于，则无须处理；也可在 `model` 中只写明所发布的文件",
        ),
    )


def _left_in_store(paths: list[str]) -> Finding:
    count = "an object lies" if len(paths) == 1 else f"{len(paths)} objects lie"
    return Finding(
        path=paths[0],
        message=Bilingual(
            en=f"{count} below `{MODEL_ROOT}` that no name calls a model file, so that no release holds them: {listed(paths, ', ')}",
            zh=f"`{MODEL_ROOT}` 之下有 {len(paths)} 个对象，其名称不是模型文件的名称，因而不在发布中：{listed(paths, '、')}",
        ),
        fix=Bilingual(
            en="name what is a part of the model in `tool.oaml.model`, beside the patterns that find the rest, and copy what else belongs to"
            " the release into the project; if nothing does, there is nothing to do",
            zh="属于模型的对象，请在 `tool.oaml.model` 中与其余模型文件的模式一并写明；属于本发布的其他文件，请复制到项目中；"
            "如果都不属于，则无须处理",
        ),
    )


def _not_shared(setting: str, paths: list[str]) -> Finding:
    return Finding(
        path=paths[0],
        message=Bilingual(
            en=f"`{setting}` of the wheel names the folder of {_counted(paths)}, which `exclude` leaves out there:"
            f" the wheel has such files below its import name alone: {listed(paths, ', ')}",
            zh=f"wheel 的 `{setting}` 指定了 {len(paths)} 个权重文件所在的文件夹，而 `exclude` 将其排除："
            f"wheel 中只有包名之下才有这些文件：{listed(paths, '、')}",
        ),
        fix=Bilingual(
            en=f"load the model from there, by `importlib.resources`, and take the folder out of `{setting}`",
            zh=f"请通过 `importlib.resources` 从包名之下加载模型，并将该文件夹移出 `{setting}`",
        ),
    )


def _counted(paths: list[str]) -> str:
    return "a weight file" if len(paths) == 1 else f"{len(paths)} weight files"


CHECK = Check(name="ignored-weights", clause="1.2", severity=ADVISORY, run=_run, asked_of=PROJECT)
