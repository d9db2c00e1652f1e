"""What is marked “Not a Contribution” is not given out under this license."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hatch_oaml.checks._wording import block
from hatch_oaml.findings import ERROR, Check, Finding
from hatch_oaml.values.bilingual import Bilingual
from hatch_oaml.values.wording import pattern_for, toml_string

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hatch_oaml.release import Release


def _run(release: Release) -> Iterator[Finding]:
    for file in release.inventory:
        if file.not_a_contribution is None:
            continue
        lines = block("[tool.hatch.build]", f"exclude = [{toml_string(pattern_for(file.path))}]")
        yield Finding(
            path=file.path,
            line=file.not_a_contribution,
            message=Bilingual(
                en="the file is marked “Not a Contribution”: its owner has not licensed it to anyone under this license",
                zh="该文件标有“非贡献”：权利人并未以本许可证许可任何人使用它",
            ),
            fix=Bilingual(
                en=f"leave the file out of the release: add it to `exclude`{lines}\n\nor have its owner take the mark away",
                zh=f"将该文件排除在发布之外：加入 `exclude`{lines}\n\n或请权利人去除该标记",
            ),
        )


_FIX_FOR_RECEIVER = Bilingual(
    en="do not use the file: its owner withheld it from the license; ask the publisher for an archive without it",
    zh="请勿使用该文件：其权利人已声明不将其纳入许可；请向发布者索取不含该文件的归档",
)

CHECK = Check(name="not-a-contribution", clause="1.7", severity=ERROR, run=_run, fix_for_receiver=_FIX_FOR_RECEIVER)
