"""Every build of the project passes the gate."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hatch_oaml.checks._wording import block
from hatch_oaml.findings import ADVISORY, PROJECT, Check, Finding
from hatch_oaml.values.bilingual import Bilingual

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hatch_oaml.records.build_facts import Reason
    from hatch_oaml.release import Release

_SEEN: dict[Reason, Bilingual] = {
    "missing": Bilingual(
        en="the hook `oaml` is in no table for {targets}: hatch build would write that without the model, the license's"
        " checks and the manifest",
        zh="没有任何表为 {targets} 启用钩子 `oaml`：hatch build 写出的该归档将没有模型、不经许可证检查、也没有清单",
    ),
    "off": Bilingual(
        en="`enable-by-default = false` turns the hook `oaml` off for {targets}: hatch build would write that without the"
        " model, the license's checks and the manifest",
        zh="`enable-by-default = false` 对 {targets} 关闭了钩子 `oaml`：hatch build 写出的该归档将没有模型、"
        "不经许可证检查、也没有清单",
    ),
}


def _run(release: Release) -> Iterator[Finding]:
    reasons: tuple[Reason, ...] = ("missing", "off")
    for reason in reasons:
        targets = [gate.target for gate in release.inactive_gates if gate.reason == reason and gate.target]
        if targets:
            yield _without_hook(_SEEN[reason], targets)
    if any(gate.reason == "not required" for gate in release.inactive_gates):
        yield _not_required()


def _without_hook(seen: Bilingual, targets: list[str]) -> Finding:
    lines = block("[tool.hatch.build.hooks.oaml]")
    return Finding(
        path="pyproject.toml",
        message=Bilingual(
            en=seen.en.format(targets=" and ".join(targets)), zh=seen.zh.format(targets=" 和 ".join(targets))
        ),
        fix=Bilingual(
            en=f"have the table for all targets, and no switch in it{lines}\n\nor release by `hatch build -t oaml` alone,"
            " whose gate no switch turns off",
            zh=f"为所有目标写明该表，其中不设开关{lines}\n\n或只用 `hatch build -t oaml` 发布，其关口无法关闭",
        ),
    )


def _not_required() -> Finding:
    lines = block("[build-system]", 'requires = ["hatchling", "hatch-oaml"]')
    return Finding(
        path="pyproject.toml",
        message=Bilingual(
            en="`build-system.requires` does not name hatch-oaml: an isolated build will not find the hook or the target",
            zh="`build-system.requires` 未列出 hatch-oaml：隔离构建将找不到该钩子或目标",
        ),
        fix=Bilingual(en=f"add it{lines}", zh=f"请加入{lines}"),
    )


CHECK = Check(name="inactive-gate", clause="", severity=ADVISORY, run=_run, asked_of=PROJECT)
