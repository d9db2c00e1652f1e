"""The core metadata of a wheel or an sdist name the release and its terms as its manifest does (clauses 3.1 1) and 3.2)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hatch_oaml.findings import ARCHIVE, ERROR, Check, Finding
from hatch_oaml.values.bilingual import Bilingual
from hatch_oaml.values.wheel_names import WHEEL, is_metadata, metadata_folder

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hatch_oaml.release import Release


_FIX = Bilingual(
    en="do not rely on the metadata; fetch the archive again, or ask its publisher for the one that was built",
    zh="请勿信赖该元数据；请重新获取该归档，或向发布者索取其构建的原始归档",
)


def _run(release: Release) -> Iterator[Finding]:
    # only the papers of a finished archive are rendered again
    from hatch_oaml.rendering.core_metadata import is_of  # noqa: PLC0415
    from hatch_oaml.rendering.wheel_facts import is_hatchlings  # noqa: PLC0415

    papers = release.held_against_manifest.papers
    if papers is None:
        return
    place = papers.metadata_place or papers.place
    if papers.metadata is not None and not (is_of(papers.metadata, release) and _lies_where_it_should(place, release)):
        yield Finding(
            path=place,
            message=Bilingual(
                en="the core metadata name another project, version, author or license, or other license files, than the release"
                " has: an installer and an index would tell recipients what is not so",
                zh="核心元数据中的项目名称、版本、作者、许可证或许可证文件与本发布不符：安装程序和索引会据此向接收者作出不实的说明",
            ),
            fix=_FIX,
        )
    if papers.wheel is not None and not is_hatchlings(papers.wheel, release.held_against_manifest.archive):
        yield Finding(
            path=f"{place.rpartition('/')[0]}/{WHEEL}",
            message=Bilingual(
                en="this is not what Hatchling writes there, or not for the systems that the wheel's name tells of",
                zh="这不是 Hatchling 写入的内容，或所适用的系统与 wheel 文件名所示不符",
            ),
            fix=_FIX,
        )


def _lies_where_it_should(place: str, release: Release) -> bool:
    """In a wheel, in the folder that installers know it by."""
    project = f"{release.project.name}-{release.project.version}"
    return not is_metadata(place) or place.startswith(f"{metadata_folder(project)}/")


CHECK = Check(
    name="altered-metadata", clause="3.1 1)", severity=ERROR, run=_run, asked_of=ARCHIVE, asked_of_services=True
)
