"""What the manifest of a finished archive says is so: it is derived again, never believed."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from hatch_oaml.findings import ARCHIVE, ERROR, Check, Finding
from hatch_oaml.values.bilingual import Bilingual
from hatch_oaml.values.wording import abbreviated

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hatch_oaml.release import Release
    from hatch_oaml.rendering.contradictions import Contradiction

_FIX = Bilingual(
    en="do not use the archive; fetch it again, or ask its publisher for the one that was built",
    zh="请勿使用该归档；请重新获取，或向发布者索取其构建的原始归档",
)


def _run(release: Release) -> Iterator[Finding]:
    # only the manifest of a finished archive is rendered again
    from hatch_oaml.rendering.contradictions import contradictions  # noqa: PLC0415
    from hatch_oaml.rendering.project_table import contradictions_of_project  # noqa: PLC0415

    papers = release.held_against_manifest.papers
    if papers is None or not release.upstream_is_known:
        return
    of_project = () if papers.project_table is None else contradictions_of_project(release, papers.project_table)
    for found in (*contradictions(release, papers), *of_project):
        yield Finding(path=found.path or papers.place, message=_message(found), fix=_FIX)


def _message(found: Contradiction) -> Bilingual:
    if found.tells_of_writing:
        return Bilingual(
            en="the manifest is not written as hatch-oaml writes it: other programs may read other things in it",
            zh="清单的写法与 hatch-oaml 不同：其他程序可能从中读出不同的内容",
        )
    key, says, is_so = abbreviated(found.key), _quoted(found.says), _quoted(found.is_so)
    return Bilingual(
        en=f"the manifest says {says.en} at `{key}`, and it is {is_so.en}",
        zh=f"清单在 `{key}` 处写的是{says.zh}，实际是{is_so.zh}",
    )


def _quoted(value: object) -> Bilingual:
    if value is None:
        return Bilingual(en="nothing", zh="无")
    text = f"`{abbreviated(json.dumps(value, ensure_ascii=False))}`"
    return Bilingual(en=text, zh=f" {text} ")


CHECK = Check(name="contradicted-manifest", clause="", severity=ERROR, run=_run, asked_of=ARCHIVE)
