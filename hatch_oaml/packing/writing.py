"""A judged release written: the small part that Hatchling wrote, the model, and what we say of both."""

from __future__ import annotations

from contextlib import closing, contextmanager, nullcontext
from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol

from hatchling.builders.wheel import WheelBuilder

from hatch_oaml import archives
from hatch_oaml.packing.assembly import Assembly, assemble_tree, assemble_wheel
from hatch_oaml.packing.by_workers import by_workers
from hatch_oaml.packing.form import Place, refuse_other_than_written
from hatch_oaml.packing.hatchling_archives import sdist_members, wheel_members, without
from hatch_oaml.packing.release_folder import ReleaseFolder
from hatch_oaml.packing.signature_beside import SignatureBeside
from hatch_oaml.packing.unjudged import with_unjudged
from hatch_oaml.pipeline import judge, judge_again, judge_changed
from hatch_oaml.project.hatchling_selection import output_folders, placed_files
from hatch_oaml.project.hatchling_wheel import old_bills
from hatch_oaml.project.own_archives import own_archives
from hatch_oaml.project.wheel_layout import wheel_layout
from hatch_oaml.records.listing import Written
from hatch_oaml.storage.draft import drafted
from hatch_oaml.storage.output import storage_of
from hatch_oaml.storage.volumes import drafted_volumes, remove_volumes
from hatch_oaml.values.errors import ChangedWhileReadingError
from hatch_oaml.values.frozen import frozen
from hatch_oaml.values.many import column
from hatch_oaml.values.paths import ArchivePath

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from concurrent.futures import Executor
    from contextlib import AbstractContextManager
    from pathlib import Path
    from typing import BinaryIO

    from hatchling.builders.plugin.interface import BuilderInterface

    from hatch_oaml.archives import ArchiveFormat
    from hatch_oaml.findings import Report
    from hatch_oaml.packing.form import Form
    from hatch_oaml.packing.handing_over import Handed
    from hatch_oaml.packing.in_a_store import InAStore
    from hatch_oaml.records.members import Digests, Member, Progress
    from hatch_oaml.release import Release
    from hatch_oaml.signing.signer import Signer
    from hatch_oaml.storage.output import Storage


@frozen
class Built:
    """What Hatchling wrote, and by which of its builders, before the gate opens."""

    handed: Handed
    builder: BuilderInterface[Any, Any]
    build_data: dict[str, Any]


def complete_wheel(report: Report, built: Built, epoch: int, progress: Progress) -> Report:
    """The wheel that holds the release, made of the one that Hatchling handed over; on refusal there is none.

    :param report: the judgement without errors that let Hatchling begin.
    """
    release, metadata = report.release, built.builder.metadata
    placed = placed_files(built.builder, built.build_data)
    layout = wheel_layout(metadata, release.project, release.inventory, placed)
    written = Written(target="wheel", root="", epoch=epoch)

    again = old_bills(built.builder) if isinstance(built.builder, WheelBuilder) else frozenset()

    def members_of(small: Path, *, spool: Path) -> Iterator[Member]:
        return (member for member in wheel_members(small, placed, spool) if member.path not in again)

    def assemble(release: Release, members: Iterable[Member]) -> Assembly:
        return assemble_wheel(release.without(layout.replaced), members, layout.member_paths, written)

    places = frozenset(layout.member_paths.values())
    gate = _Gate(written, places, members_of, assemble)
    return _complete(report, built, gate, progress)


def complete_sdist(report: Report, built: Built, epoch: int, progress: Progress) -> Report:
    """As `complete_wheel`, for the sdist."""
    folder = built.handed.target.name.removesuffix(".tar.gz")
    outputs, is_own_archive = output_folders(built.builder), own_archives(built.builder.metadata)
    placed = placed_files(built.builder, built.build_data)
    placed.pop("PKG-INFO", None)  # Hatchling writes it anew, though an unpacked sdist has one
    written = Written(target="sdist", root=folder, epoch=epoch)

    def members(small: Path, *, spool: Path) -> Iterator[Member]:
        return without(sdist_members(small, placed, spool), outputs, folder, is_own_archive)

    places = frozenset(ArchivePath(f"{folder}/{file.path}") for file in report.release.inventory)
    gate = _Gate(written, places, members, partial(assemble_tree, written=written))
    return _complete(report, built, gate, progress)


class _Members(Protocol):
    """The members of an archive that Hatchling wrote; large ones that lie nowhere on disk go into `spool`."""

    def __call__(self, archive: Path, /, *, spool: Path) -> Iterator[Member]: ...


class _Gate(NamedTuple):
    """How an archive that Hatchling wrote becomes one of the release; `places` are those of the release's own files."""

    written: Written
    places: frozenset[ArchivePath]
    members_of: _Members
    assemble: Callable[[Release, Iterable[Member]], Assembly]


def _complete(report: Report, built: Built, gate: _Gate, progress: Progress) -> Report:
    handed = built.handed

    def assemble_judged() -> Assembly:
        members = tuple(gate.members_of(handed.small, spool=handed.folder))
        found = with_unjudged(report.release, gate.written, members, gate.places, handed.folder)
        if found is not report.release:
            _passed(judge(found))
        return gate.assemble(found, members)

    written = gate.written
    form = _Packed(form=archives.archive_formats()[written.target], opened=partial(drafted, handed.target))
    return _write(report, form, assemble_judged, written, progress)


def write_release(
    report: Report,
    target: Path,
    format_name: str,
    epoch: int,
    progress: Progress,
    signer: Signer | None = None,
    executor: Executor | None = None,
) -> Report:
    """The release archive, below one folder, and its signature beside it if there is a `signer`; on refusal there is none.

    :param executor: has those who write it, if it is not this process alone.
    """
    archive_format = archives.archive_formats()[format_name]
    form = _Packed(
        form=by_workers(archive_format, executor) if executor else archive_format,
        opened=partial(drafted, target),
        beside=SignatureBeside(target, signer),
    )
    final = _write(report, form, *_release_parts(report, epoch), progress)
    if not final.errors:
        remove_volumes(target)
    return final


def write_volumes(
    report: Report,
    target: Path,
    volume_size: int,
    format_name: str,
    epoch: int,
    progress: Progress,
    signer: Signer | None = None,
) -> Report:
    """The release archive in volumes of at most `volume_size` bytes; on refusal there are none."""
    form = _Packed(
        form=archives.archive_formats()[format_name],
        opened=partial(drafted_volumes, target, volume_size),
        beside=SignatureBeside(target, signer),
    )
    return _write(report, form, *_release_parts(report, epoch), progress)


def write_folder(report: Report, target: Path, epoch: int, progress: Progress, signer: Signer | None = None) -> Report:
    """The release as a folder, its signature in it if there is a `signer`; on refusal there is none."""
    return _write(report, ReleaseFolder(target, signer), *_release_parts(report, epoch), progress)


def write_into_store(report: Report, form: InAStore, epoch: int, progress: Progress) -> Report:
    """The release archive in a store, by its parts; on refusal there is none."""
    return _write(report, form, *_release_parts(report, epoch), progress)


def _release_parts(report: Report, epoch: int) -> tuple[Callable[[], Assembly], Written]:
    release = report.release
    root = f"{release.project.name}-{release.project.version}"
    written = Written(target="oaml", root=root, epoch=epoch)
    return lambda: assemble_tree(release, (), written), written


class _RefusedError(Exception):
    def __init__(self, report: Report) -> None:
        self.report = report


def _passed(report: Report) -> Report:
    if report.errors:
        raise _RefusedError(report)
    return report


class _Opening(Protocol):
    """Opens what an archive is written into; it gets its name when all went well."""

    def __call__(self, *, capacity: int) -> AbstractContextManager[BinaryIO | Storage]: ...


@frozen
class _Packed:
    """An archive of `form` that is one file, or several that make one, with its signature beside it."""

    form: ArchiveFormat
    opened: _Opening
    beside: SignatureBeside | None = None

    @contextmanager
    def opening(self, assembly: Assembly, _written: Written) -> Iterator[Storage]:
        signature = self.beside.to_be_written() if self.beside else nullcontext()
        with signature, self.opened(capacity=self.form.capacity(assembly.members)) as file:
            yield storage_of(file)

    def write(self, place: Storage, assembly: Assembly, written: Written, progress: Progress) -> Digests:
        digests = self.form.write(place, assembly.members, epoch=written.epoch, progress=progress)
        with closing(self.form.parse(place.read_back())) as reading:
            found = list(column(reading.members, "path"))
            legal = {member.path: member for member in reading.members if member.path in assembly.legal}
            refuse_other_than_written(found, lambda path: reading.blocks(legal[path]), assembly, digests)
        return digests

    def sign(self, _place: Storage, root: str, digests: Digests) -> None:
        if self.beside:
            self.beside.sign(root, digests)


def _write(
    report: Report, form: Form[Place], assemble: Callable[[], Assembly], written: Written, progress: Progress
) -> Report:
    """The archive under its final name, or a report that says why it is not there."""
    member_paths: Mapping[ArchivePath, ArchivePath] = {}
    try:
        assembly = assemble()
        member_paths = assembly.member_paths
        with form.opening(assembly, written) as place:
            digests = form.write(place, assembly, written, progress)
            final = _passed(judge_again(report, assembly.release_digests(digests)))
            form.sign(place, written.root, digests)
            return final
    except _RefusedError as refusal:
        return refusal.report
    except ChangedWhileReadingError as error:
        return judge_changed(report.release, error, {member_path: path for path, member_path in member_paths.items()})
