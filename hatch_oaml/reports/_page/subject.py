"""What was judged, and by what: a project, an archive or what an archive was unpacked into."""

from __future__ import annotations

from datetime import datetime, timezone
from typing import TYPE_CHECKING

from hatch_oaml import __version__
from hatch_oaml.reports._told import signed_by
from hatch_oaml.values.bilingual import Bilingual
from hatch_oaml.values.frozen import frozen

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hatch_oaml.records.publication import Publication
    from hatch_oaml.release import Release


@frozen
class Fact:
    """One row of a list of facts; `is_code` tells of paths, digests and identifiers."""

    label: Bilingual
    value: str | Bilingual
    is_code: bool = False


_KINDS = {
    "project": Bilingual(en="a project, before any archive is written", zh="项目（尚未写成归档）"),
    "archive": Bilingual(en="a finished release, from itself alone", zh="成品发布（仅凭其自身）"),
    "ungated archive": Bilingual(
        en="an archive without a manifest: nobody judged it when it was written",
        zh="没有清单的归档：写出时未经任何检查",
    ),
    "comparison": Bilingual(
        en="what anybody gave out, held against what it was made from", zh="他人所提供的内容（与其来源逐一对照）"
    ),
}
_PROFILES = {
    "distribution": Bilingual(en="distribution: it is handed on to others", zh="distribution：交给他人（分发）"),
    "hosted-service": Bilingual(
        en="hosted-service: for the publisher’s own hosted service", zh="hosted-service：供发布者自行提供托管服务"
    ),
}


def title_of(release: Release) -> str:
    """What was received by its file name, a project by its name and version."""
    return release.received_as or f"{release.project.name} {release.project.version}"


def judged(release: Release) -> Iterator[Fact]:
    """The rows in the order in which one asks for them; the same for the same input, on every day and machine."""
    integrity = release.integrity
    yield Fact(label=Bilingual(en="Kind", zh="对象"), value=_KINDS[release.subject])
    yield Fact(label=Bilingual(en="Name", zh="名称"), value=release.project.name)
    if release.project.version:
        yield Fact(label=Bilingual(en="Version", zh="版本"), value=release.project.version)
    if publisher := ", ".join(filter(None, (author.name or author.email for author in release.project.authors))):
        yield Fact(label=Bilingual(en="Publisher", zh="发布者"), value=publisher)
    if release.publication is None:
        yield Fact(label=Bilingual(en="Profile", zh="用途"), value=_PROFILES[release.config.profile])
    else:
        yield from _pointed_at(release.publication)
    if integrity:
        yield Fact(label=Bilingual(en="Archive", zh="归档"), value=integrity.archive, is_code=True)
    if integrity and integrity.file_sha256:
        yield Fact(label=_FILE, value=integrity.file_sha256, is_code=True)
    if integrity and integrity.manifest_sha256:
        yield Fact(label=_MANIFEST, value=integrity.manifest_sha256, is_code=True)
    if integrity and integrity.papers:
        yield Fact(
            label=Bilingual(en="Time stamp in it", zh="归档内的时间戳"), value=_date(integrity.papers.written.epoch)
        )
        yield Fact(label=Bilingual(en="Written by", zh="写出工具"), value=f"hatch-oaml {integrity.papers.version}")
    if integrity:
        yield Fact(label=Bilingual(en="Signature", zh="签名"), value=signed_by(release))
    yield Fact(label=Bilingual(en="Judged by", zh="判断工具"), value=f"hatch-oaml {__version__}")


def _pointed_at(publication: Publication) -> Iterator[Fact]:
    yield Fact(label=Bilingual(en="File or folder", zh="文件或文件夹"), value=publication.name, is_code=True)
    for source in publication.sources:
        yield Fact(label=Bilingual(en="Held against", zh="对照"), value=source, is_code=True)


_FILE = Bilingual(en="SHA-256 of its file", zh="文件的 SHA-256")
_MANIFEST = Bilingual(en="SHA-256 of its manifest", zh="清单的 SHA-256")
"""The manifest tells the digest of every file."""


def _date(epoch: int) -> str:
    return datetime.fromtimestamp(epoch, timezone.utc).strftime("%Y-%m-%d %H:%M:%S UTC")
