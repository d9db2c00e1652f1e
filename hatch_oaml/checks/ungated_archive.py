"""A finished archive was held to the license before it was given out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hatch_oaml.findings import ERROR, UNGATED_ARCHIVE, Check, Finding
from hatch_oaml.values.bilingual import Bilingual

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hatch_oaml.release import Release


def _run(release: Release) -> Iterator[Finding]:
    yield Finding(
        path=release.held_against_manifest.archive,
        message=Bilingual(
            en="there is no `OAML-MANIFEST.json` in it: nobody held this archive to the license, and nothing tells what"
            " it should hold",
            zh="其中没有 `OAML-MANIFEST.json`：没有人依照许可证检查过该归档，也无从得知其中应有什么",
        ),
        fix=Bilingual(
            en="ask its publisher for an archive built through the gate; to publish one yourself, put"
            " `[tool.hatch.build.hooks.oaml]` into pyproject.toml, as `hatch-oaml init` does, and run `hatch build`",
            zh="请向发布者索取经检查构建的归档；若由您自己发布，请如 `hatch-oaml init` 那样在 pyproject.toml 中加入"
            " `[tool.hatch.build.hooks.oaml]`，然后运行 `hatch build`",
        ),
    )


CHECK = Check(name="ungated-archive", clause="", severity=ERROR, run=_run, asked_of=UNGATED_ARCHIVE)
