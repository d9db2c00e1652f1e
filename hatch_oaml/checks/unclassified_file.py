"""Every file's role is known: by its name, or because the project says it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hatch_oaml.checks._wording import block
from hatch_oaml.findings import ADVISORY, Check, Finding
from hatch_oaml.values.bilingual import Bilingual
from hatch_oaml.values.wording import pattern_for, toml_string

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hatch_oaml.release import Release


def _run(release: Release) -> Iterator[Finding]:
    for file in release.inventory:
        if file.role != "complementary" or file.kind != "other":
            continue
        if release.config.last_rules(file.path):
            continue
        lines = block("[tool.oaml.roles]", f'{toml_string(pattern_for(file.path))} = "complementary"')
        yield Finding(
            path=file.path,
            message=Bilingual(
                en="the file's name does not tell its role; it is released as Complementary Material",
                zh="从文件名无法判断其角色；该文件将作为补充材料发布",
            ),
            fix=Bilingual(
                en=f'say its role: "model", "complementary" or "legal"{lines}',
                zh=f'写明其角色："model"、"complementary" 或 "legal"{lines}',
            ),
        )


CHECK = Check(name="unclassified-file", clause="", severity=ADVISORY, run=_run)
