"""What was judged, and by what: a project, an archive or what an archive was unpacked into."""

from __future__ import annotations

from datetime import datetime, timezone
from typing import TYPE_CHECKING

from hatch_oaml import __version__
from hatch_oaml.reports._told import signed_by
from hatch_oaml.values.bilingual import Bilingual
from hatch_oaml.values.frozen import frozen

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from hatch_oaml.records.publication import Publication
    from hatch_oaml.records.signature import Signature, State as SignatureState
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
    if release.subject != "ungated archive":
        yield from _said_of_itself(release)
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
        yield Fact(label=Bilingual(en="Signature", zh="签名"), value=_signature(release, integrity.signature))
    yield Fact(label=Bilingual(en="Judged by", zh="判断工具"), value=f"hatch-oaml {__version__}")


def _signature(release: Release, signature: Signature | None) -> Bilingual:
    """What was found of one, where anybody asked."""
    return signed_by(release) if signature is None else _SIGNATURES.get(signature.state) or signed_by(release)


_SIGNATURES: Mapping[SignatureState, Bilingual] = {
    "missing": Bilingual(en="asked for, and there is none", zh="要求核对签名，但没有签名"),
    "foreign": Bilingual(
        en="there is one, and it is not the publisher’s over these files: see the findings",
        zh="有签名，但不是发布者对这些文件所作的签名：见各项发现",
    ),
}


def _said_of_itself(release: Release) -> Iterator[Fact]:
    project = release.project
    yield Fact(label=Bilingual(en="Name", zh="名称"), value=project.name)
    if project.version:
        yield Fact(label=Bilingual(en="Version", zh="版本"), value=project.version)
    if publisher := ", ".join(filter(None, (author.name or author.email for author in project.authors))):
        yield Fact(label=Bilingual(en="Publisher", zh="发布者"), value=publisher)
    if release.publication is None:
        yield Fact(label=Bilingual(en="Profile", zh="用途"), value=_PROFILES[release.config.profile])
    else:
        yield from _pointed_at(release.publication)


def _pointed_at(publication: Publication) -> Iterator[Fact]:
    yield Fact(label=Bilingual(en="File or folder", zh="文件或文件夹"), value=publication.name, is_code=True)
    for source in publication.sources:
        yield Fact(label=Bilingual(en="Held against", zh="对照"), value=source, is_code=True)


_FILE = Bilingual(en="SHA-256 of its file", zh="文件的 SHA-256")
_MANIFEST = Bilingual(en="SHA-256 of its manifest", zh="清单的 SHA-256")
"""The manifest tells the digest of every file."""


def _date(epoch: int) -> str:
    return datetime.fromtimestamp(epoch, timezone.utc).strftime("%Y-%m-%d %H:%M:%S UTC")
