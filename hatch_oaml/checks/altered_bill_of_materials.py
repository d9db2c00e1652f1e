"""The bill of materials in a finished archive is the one that comes of what the archive carries."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hatch_oaml import __version__
from hatch_oaml.findings import ARCHIVE, ERROR, Check, Finding
from hatch_oaml.values.bilingual import Bilingual
from hatch_oaml.values.wording import abbreviated

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hatch_oaml.release import Release


def _run(release: Release) -> Iterator[Finding]:
    # only the bill of a finished archive is made again
    from hatch_oaml.bom.comparison import is_bill_of  # noqa: PLC0415

    papers = release.held_against_manifest.papers
    if papers is None or papers.bill_place is None or not release.upstream_is_known:
        return
    if is_bill_of(release, papers, papers.bill_place):
        return
    version = abbreviated(papers.version)
    other = papers.version != __version__
    yield Finding(
        path=papers.bill_place,
        message=Bilingual(
            en="the bill of materials does not say what this archive carries: a program that reads it would be told of other"
            " files, bases, terms or notices than those that were judged",
            zh="物料清单所述与该归档的内容不一致：读取它的程序得到的文件、基础模型、条款或声明并非经过检查的那些",
        ),
        fix=Bilingual(
            en="do not rely on it; fetch the archive again, or ask its publisher for the one that was built"
            + (f" (it says that hatch-oaml {version} wrote it: a newer one may know its words)" if other else ""),
            zh="请勿信赖该清单；请重新获取该归档，或向发布者索取其构建的原始归档"
            + (f"（归档称由 hatch-oaml {version} 写出：更新的版本也许认得其写法）" if other else ""),
        ),
    )


CHECK = Check(name="altered-bill-of-materials", clause="", severity=ERROR, run=_run, asked_of=ARCHIVE)
