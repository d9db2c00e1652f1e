"""The order of things: gather, judge, write."""

from __future__ import annotations

import hashlib
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from hatch_oaml import archives
from hatch_oaml.archives._draft import drafted, require_space
from hatch_oaml.assembly import Assembly, assemble_tree, assemble_wheel
from hatch_oaml.bilingual import Bilingual
from hatch_oaml.checks import all_checks
from hatch_oaml.digests import Sha256
from hatch_oaml.errors import ChangedWhileReadingError, WriteError
from hatch_oaml.findings import Report
from hatch_oaml.hatchling_part import sdist_members, set_aside, wheel_members, without
from hatch_oaml.manifest import Written
from hatch_oaml.paths import ArchivePath
from hatch_oaml.reading import hash_files
from hatch_oaml.selection import output_folders, placed_files, wheel_paths
from hatch_oaml.verification import read_archive

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from hatchling.builders.plugin.interface import BuilderInterface

    from hatch_oaml.archives._contract import Digests, Format, Progress, Reading, StoredMember
    from hatch_oaml.release import Release


def judge(release: Release) -> Report:
    """What all checks say; with digests still unknown, what is certain without them."""
    return Report.of(release, (ruling for check in all_checks().values() for ruling in check.rule(release)))


def _judge_again(report: Report, digests: Mapping[ArchivePath, Sha256]) -> Report:
    """The same judgement once the digests are known: only what they can add to is asked again."""
    release = report.release.with_digests(digests)
    checks = all_checks()
    known = (ruling for ruling in report.rulings if not checks[ruling.check].asks_digests)
    asked = (ruling for check in checks.values() if check.asks_digests for ruling in check.rule(release))
    return Report.of(release, (*known, *asked))


def examine(release: Release, progress: Progress) -> Report:
    """The whole judgement of a project, every byte of its release read once."""
    try:
        return judge(release.with_digests(hash_files(release.inventory, progress)))
    except ChangedWhileReadingError as error:
        return _judge_changed(release, error, {})


def verify(archive: Path, progress: Progress) -> Report:
    """The receiver's judgement of a finished archive, from that archive alone."""
    return judge(read_archive(archive, progress))


def complete_wheel(
    report: Report,
    artifact: Path,
    builder: BuilderInterface[Any, Any],
    build_data: dict[str, Any],
    epoch: int,
    progress: Progress,
) -> Report:
    """Replaces the wheel that Hatchling wrote by one that holds the release; on refusal there is no wheel.

    :param report: the judgement without errors that let Hatchling begin.
    """
    release = report.release
    placed = placed_files(builder, build_data)
    sources = {source: path for path, source in placed.items()}
    paths = wheel_paths(builder.metadata, release.project, (file.path for file in release.inventory))
    written = _written("wheel", "", epoch)
    with set_aside(artifact) as (small, spool):
        return _write(
            report,
            artifact,
            lambda: assemble_wheel(release, wheel_members(small, placed, spool), sources, paths, written),
            written,
            progress,
        )


def complete_sdist(
    report: Report,
    artifact: Path,
    builder: BuilderInterface[Any, Any],
    build_data: dict[str, Any],
    epoch: int,
    progress: Progress,
) -> Report:
    """Replaces the sdist that Hatchling wrote by one that holds the release; on refusal there is no sdist."""
    release = report.release
    placed = placed_files(builder, build_data)
    folder = artifact.name.removesuffix(".tar.gz")
    outputs = output_folders(builder)
    written = _written("sdist", folder, epoch)
    with set_aside(artifact) as (small, spool):
        return _write(
            report,
            artifact,
            lambda: assemble_tree(release, without(sdist_members(small, placed, spool), outputs, folder), written),
            written,
            progress,
        )


def write_release(report: Report, target: Path, format_name: str, epoch: int, progress: Progress) -> Report:
    """The release archive, below one folder; on refusal there is none."""
    release = report.release
    written = _written(format_name, f"{release.project.name}-{release.project.version}", epoch)
    return _write(report, target, lambda: assemble_tree(release, (), written), written, progress)


def _judge_changed(
    release: Release, error: ChangedWhileReadingError, origins: Mapping[ArchivePath, ArchivePath]
) -> Report:
    path = ArchivePath(error.path)
    return judge(replace(release, changed=(origins.get(path, path),)))


def _written(name: str, root: str, epoch: int) -> Written:
    return Written(format=name, root=root, epoch=epoch, parameters=archives.all_formats()[name].parameters)


class _RefusedError(Exception):
    def __init__(self, report: Report) -> None:
        self.report = report


def _read_back(archive_format: Format, path: Path, legal: frozenset[ArchivePath], digests: Digests) -> None:
    """Another reader finds in the finished file what was meant to be there.

    :raises WriteError: it does not.
    """
    with closing(archive_format.read(path)) as reading:
        found = {member.path: member for member in reading.members}
        if found.keys() != digests.keys() or any(_digest(reading, found[path]) != digests[path] for path in legal):
            raise WriteError(
                Bilingual(
                    en=f"{path.name}: what was written does not read back; nothing of it is kept; build again",
                    zh=f"{path.name}：写入的内容读回时不一致；已全部舍弃；请重新构建",
                )
            )


def _digest(reading: Reading, member: StoredMember) -> Sha256:
    digest = hashlib.sha256()
    for block in reading.blocks(member):
        digest.update(block)
    return Sha256(digest.hexdigest())


def _passed(report: Report) -> Report:
    if report.errors:
        raise _RefusedError(report)
    return report


def _write(
    report: Report, target: Path, assemble: Callable[[], Assembly], written: Written, progress: Progress
) -> Report:
    """The archive under its final name, or a report that says why it is not there."""
    archive_format = archives.all_formats()[written.format]
    places: Mapping[ArchivePath, ArchivePath] = {}
    try:
        assembly = assemble()
        places = assembly.places
        require_space(target.parent, archive_format.room(assembly.members))
        with drafted(target) as file:
            digests = archive_format.write(file, assembly.members, epoch=written.epoch, progress=progress)
            file.flush()
            _read_back(archive_format, Path(file.name), assembly.legal, digests)
            return _passed(_judge_again(report, assembly.release_digests(digests)))
    except _RefusedError as refusal:
        return refusal.report
    except ChangedWhileReadingError as error:
        return _judge_changed(report.release, error, {place: path for path, place in places.items()})
