"""No model file enters an archive other than through the checks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hatch_oaml.checks._wording import block, weight_pattern
from hatch_oaml.findings import ERROR, Check, Finding
from hatch_oaml.values.bilingual import Bilingual
from hatch_oaml.values.weight_names import is_weight_name
from hatch_oaml.values.wording import toml_string

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hatch_oaml.release import Release


def _run(release: Release) -> Iterator[Finding]:
    targets_of: dict[str, list[str]] = {}
    for unguarded in release.unguarded:
        targets_of.setdefault(unguarded.path, []).append(unguarded.target)
    for path, targets in targets_of.items():
        yield _finding(path, sorted(targets))


def _finding(path: str, targets: list[str]) -> Finding:
    pattern = toml_string(weight_pattern(path))
    role = () if is_weight_name(path) else ("", "[tool.oaml.roles]", f'{pattern} = "model"')
    lines = block("[tool.hatch.build]", f"exclude = [{pattern}]", *role)
    return Finding(
        path=path,
        message=Bilingual(
            en=f"Hatchling would put this model file into {' and '.join(targets)} by itself, unchecked;"
            " a build without hooks would give it out without license, notices and manifest",
            zh=f"Hatchling 会自行将该模型文件放入 {'、'.join(targets)} 而不经检查；"
            "不启用钩子的构建会在没有许可证、声明和清单的情况下将其发出",
        ),
        fix=Bilingual(
            en=f"have Hatchling leave it out: add to `exclude` (`hatch-oaml init` writes this; a hatch.toml has `[build]` in its place,"
            f" and a line of `force-include` for the file must go){lines}",
            zh="让 Hatchling 将其排除：加入 `exclude`（`hatch-oaml init` 会写入下列内容；在 hatch.toml 中则为 `[build]`；"
            f"`force-include` 中涉及该文件的行须删除）{lines}",
        ),
    )


CHECK = Check(name="unguarded-weights", clause="1.2", severity=ERROR, run=_run)
