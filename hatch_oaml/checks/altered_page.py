"""The page that says what was modified, and how, is what the changelog and the base records say (clause 3.1 3))."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hatch_oaml import __version__
from hatch_oaml.findings import ARCHIVE, ERROR, Check, Finding
from hatch_oaml.records.generated import MODIFICATIONS_PAGE
from hatch_oaml.values.bilingual import Bilingual
from hatch_oaml.values.wording import abbreviated

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hatch_oaml.release import Release


def _run(release: Release) -> Iterator[Finding]:
    # only the page of a finished archive is rendered again
    from hatch_oaml.rendering.page_content import is_page_of  # noqa: PLC0415

    integrity = release.held_against_manifest
    papers = integrity.papers
    if papers is None or papers.page is None:
        return
    unseen = (
        [at.release for at in papers.listed if at.release and at.path in integrity.elsewhere]
        if integrity.elsewhere
        else []
    )
    if is_page_of(release, papers.page, papers.version, unseen):
        return
    version = abbreviated(papers.version)
    other = papers.version != __version__
    yield Finding(
        path=MODIFICATIONS_PAGE,
        message=Bilingual(
            en="the page does not say what the changelog and the base records in this archive say: a recipient would read"
            " other modifications than those that were judged",
            zh="本页所述与该归档中的修改记录和基础模型记录不一致：接收者读到的修改并非经过检查的修改",
        ),
        fix=Bilingual(
            en="do not rely on the page; fetch the archive again, or ask its publisher for the one that was built"
            + (f" (the page says that hatch-oaml {version} wrote it: a newer one may know its words)" if other else ""),
            zh="请勿信赖本页；请重新获取该归档，或向发布者索取其构建的原始归档"
            + (f"（归档称由 hatch-oaml {version} 写出：更新的版本也许认得其措辞）" if other else ""),
        ),
    )


CHECK = Check(name="altered-page", clause="3.1 3)", severity=ERROR, run=_run, asked_of=ARCHIVE, asked_of_services=True)
