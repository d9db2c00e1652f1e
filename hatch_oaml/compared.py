"""Two trees held against each other, as plain facts: what every report of a comparison shows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from hatch_oaml.values.frozen import frozen
from hatch_oaml.values.paths import sort_key

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hatch_oaml.comparison.tensor_diff import TensorDiff
    from hatch_oaml.license.copies import State
    from hatch_oaml.records.notice import Notice
    from hatch_oaml.records.publication import Telling
    from hatch_oaml.release import Release
    from hatch_oaml.values.digests import Sha256
    from hatch_oaml.values.paths import ArchivePath
    from hatch_oaml.values.roles import Role

FileState = Literal["same", "modified", "renamed", "added", "gone"]
FILE_STATES: tuple[FileState, ...] = ("same", "modified", "renamed", "added", "gone")
NoticeState = Literal["kept", "moved", "altered", "dropped", "waived", "went"]
NOTICE_STATES: tuple[NoticeState, ...] = ("kept", "moved", "altered", "dropped", "waived", "went")


@frozen
class ComparedFile:
    """One file of either side. `path` is the release's, of one that is `gone` the base's; `base` names the base that has it,
    "" where none has, and `was` is its path there where that is another one. `renamed` files have the base's bytes, or its tensors.

    `must_be_told` tells that clause 3.1 3) asks for a word on it, and `told` where the release has one.
    """

    path: str
    state: FileState
    role: Role | None
    base: str = ""
    was: str | None = None
    must_be_told: bool = False
    told: tuple[Telling, ...] = ()


@frozen
class ComparedNotice:
    """One notice of the base called `base`, in its file `path`, and what became of it: *kept* or *moved* to `here`, *altered*
    to `now` at `here`, *dropped*, *waived* by the publisher's own word; or it *went* with the file that it was of.
    """

    base: str
    path: str
    notice: Notice
    state: NoticeState
    here: str | None = None
    line: int | None = None
    now: str | None = None


@frozen
class ComparedBase:
    """`source` is what it was pointed at by; `tensors` are there where both sides' tensors are known."""

    name: str
    version: str
    source: str
    license: str
    files: int
    notices: int
    tensors: TensorDiff | None


@frozen
class Comparison:
    """`files` and `notices` in the order of bases and paths. `license` tells how the copy at `license_path` stands to the
    published text; `owes_license` whether any base asks for one.
    """

    release: str
    bases: tuple[ComparedBase, ...]
    license: State
    license_path: str
    owes_license: bool
    notices: tuple[ComparedNotice, ...]
    files: tuple[ComparedFile, ...]

    def files_that_are(self, state: FileState) -> tuple[ComparedFile, ...]:
        return tuple(file for file in self.files if file.state == state)

    def notices_that_are(self, state: NoticeState) -> tuple[ComparedNotice, ...]:
        return tuple(notice for notice in self.notices if notice.state == state)

    @property
    def to_be_told(self) -> tuple[ComparedFile, ...]:
        return tuple(file for file in self.files if file.must_be_told)

    @property
    def silent(self) -> tuple[ComparedFile, ...]:
        """What must be told of, and nothing names."""
        return tuple(file for file in self.files if file.must_be_told and not file.told)


def comparison_of(release: Release) -> Comparison | None:
    """None of what is no comparison."""
    if release.publication is None:
        return None
    return Comparison(
        release=release.publication.name,
        bases=tuple(_bases(release)),
        license=release.license.state if release.license else "missing",
        license_path=release.config.license,
        owes_license=release.owes_the_license,
        notices=tuple(_notices(release)),
        files=(*_files(release), *_gone(release)),
    )


def _bases(release: Release) -> Iterator[ComparedBase]:
    sources = release.publication.sources if release.publication else ()
    for base, source, tensors in zip(release.bases, sources, release.tensor_differences, strict=True):
        yield ComparedBase(
            name=base.name,
            version=base.version,
            source=source,
            license=base.license,
            files=len(base.files),
            notices=sum(notice.sure for file in base.files for notice in file.notices),
            tensors=tensors,
        )


def _files(release: Release) -> Iterator[ComparedFile]:
    by_digest: dict[Sha256 | None, tuple[str, str | None]] = {
        file.sha256: (base.name, file.path) for base in reversed(release.bases) for file in reversed(base.files)
    }
    for file in release.inventory:
        base, was = _came_from(release, file.path) or by_digest.get(file.sha256, ("", None))
        told = release.tellings.get(file.path)
        yield ComparedFile(
            path=file.path,
            state=_state(release, file.path),
            role=file.role,
            base=base,
            was=was,
            must_be_told=told is not None,
            told=told or (),
        )


def _state(release: Release, path: ArchivePath) -> FileState:
    difference = release.differences[path]
    if difference == "moved":
        return "same" if any(path in base.by_path for base in release.bases) else "renamed"
    if difference is None:  # every digest is known where two trees are compared
        raise AssertionError(path)
    return difference


def _came_from(release: Release, path: ArchivePath) -> tuple[str, str | None] | None:
    """The base, and the path there where it is another; None where neither path nor content tells."""
    at_path = next((base.name for base in release.bases if path in base.by_path), None)
    if at_path is not None:
        return at_path, None
    if path in release.origins:
        base, there = release.origins[path]
        return base.name, there.path
    return None


def _gone(release: Release) -> Iterator[ComparedFile]:
    here = {file.sha256 for file in release.inventory}
    for base in release.bases:
        for file in base.files:
            if file.sha256 not in here and not release.counterparts.of(base, file):
                yield ComparedFile(path=file.path, state="gone", role=None, base=base.name)


def _notices(release: Release) -> list[ComparedNotice]:
    """Each sure one of each base once, in their order."""
    order = {base.name: place for place, base in enumerate(release.bases)}
    found = {
        (order[one.base], sort_key(one.path), one.notice.line, one.notice.kind, one.notice.text): one
        for one in _outcomes(release)
    }
    return [found[key] for key in sorted(found)]


def _outcomes(release: Release) -> Iterator[ComparedNotice]:
    """The later ones say more: what moved is among what is kept."""
    retention = release.retention
    for kept in retention.retained:
        yield _outcome(kept.base, kept.path, kept.notice, "kept", kept.where.path, kept.where.line)
    for moved in retention.moved:
        yield _outcome(moved.base, moved.path, moved.notice, "moved", moved.to.path, moved.to.line)
    for one in retention.altered:
        yield _outcome(one.base, one.path, one.notice, "altered", one.here, one.new.line, one.new.text)
    for dropped in retention.dropped:
        yield _outcome(dropped.base, dropped.path, dropped.notice, "dropped")
    for gone in retention.dropped_files:
        for notice in gone.notices:
            yield _outcome(gone.base, gone.path, notice, "dropped")
    for waived in retention.waived:
        yield _outcome(waived.base, waived.path, waived.notice, "waived", waived.near)
    for went in retention.went:
        yield _outcome(went.base, went.path, went.notice, "went")


def _outcome(
    base: str,
    path: str,
    notice: Notice,
    state: NoticeState,
    here: str | None = None,
    line: int | None = None,
    now: str | None = None,
) -> ComparedNotice:
    return ComparedNotice(base=base, path=path, notice=notice, state=state, here=here, line=line, now=now)
