"""What stands in an archive outside of its members' contents, and is not what a build puts there."""

from __future__ import annotations

from itertools import compress, pairwise
from typing import TYPE_CHECKING

from hatch_oaml.values.bilingual import Bilingual
from hatch_oaml.values.many import column
from hatch_oaml.values.wheel_names import member_order
from hatch_oaml.values.wording import abbreviated
from hatch_oaml.verification.opening import form_at

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from hatch_oaml.archives import Reading
    from hatch_oaml.records.integrity import Papers
    from hatch_oaml.records.manifest import Manifest
    from hatch_oaml.values.paths import ArchivePath
    from hatch_oaml.verification.unpacking import HashedArchive


def deviation_of(
    archive: Path, name: str, manifest: Manifest, contents: HashedArchive, papers: Papers
) -> Bilingual | None:
    """None where its name, the order and the modes of its members, and all bytes around them are those of a build.

    :param name: as it is told.
    """
    form = form_at(archive)
    if form is not None and form.target != manifest.target:
        return Bilingual(
            en=f"{name}: is called a `{form.name}`, and what is in it was written for the target `{manifest.target}`",
            zh=f"{name}：名称所示格式为 `{form.name}`，而其内容是为构建目标 `{manifest.target}` 写出的",
        )
    early = _out_of_order(contents.reading)
    if early is not None:
        return Bilingual(
            en=f"{name}: `{abbreviated(early)}` lies before a file that hatch-oaml writes ahead of it, in the order of their names",
            zh=f"{name}：`{abbreviated(early)}` 排在按名称顺序应先写出的文件之前",
        )
    wrongly = _wrongly_executable(contents.reading, papers)
    if wrongly is not None:
        return Bilingual(
            en=f"{name}: `{abbreviated(wrongly)}` is marked executable, as no Model, legal text or paper of a release ever is",
            zh=f"{name}：`{abbreviated(wrongly)}` 被标为可执行，而发布中的模型、法律文本与本工具写出的文件均不会如此",
        )
    return contents.reading.deviation(contents.digests, epoch=manifest.written.epoch)


def _out_of_order(reading: Reading) -> ArchivePath | None:
    """The member that another should lie before."""
    paths: list[ArchivePath] = list(column(reading.members, "path"))
    orders = list(map(member_order, paths))
    if orders == sorted(orders):
        return None
    return next(path for path, (order, behind) in zip(paths, pairwise(orders), strict=False) if order > behind)


def _wrongly_executable(reading: Reading, papers: Papers) -> ArchivePath | None:
    if not reading.tells_modes:
        return None
    rightly = frozenset(_executable(papers.listed))
    return next((path for path in _executable(reading.members) if path not in rightly), None)


def _executable(records: Iterable[object]) -> Iterator[ArchivePath]:
    return compress(column(records, "path"), column(records, "executable"))
