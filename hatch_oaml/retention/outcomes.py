"""What becomes of the notices of the bases in a release, as values."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hatch_oaml.values.frozen import frozen

if TYPE_CHECKING:
    from collections.abc import Iterable

    from hatch_oaml.records.config import Waiver
    from hatch_oaml.records.notice import Notice
    from hatch_oaml.retention.waivers import StaleWaiver, UnjustifiedWaiver
    from hatch_oaml.values.paths import ArchivePath


@frozen
class Location:
    """Where in the release something stands."""

    path: ArchivePath
    line: int


@frozen
class Dropped:
    """A notice of the base called `base`, in its file `path`, that the release no longer has.

    `near` is the release's file where it should stand, if that ships; `unnamed` where a notice file has it without
    saying what it is a notice of.
    """

    base: str
    path: ArchivePath
    notice: Notice
    near: ArchivePath | None = None
    unnamed: Location | None = None


@frozen
class Altered:
    """A notice of the base that stands as `new`, changed or out of sight, in the release's file `here`."""

    base: str
    path: ArchivePath
    notice: Notice
    here: ArchivePath
    new: Notice


@frozen
class Moved:
    """A notice of the base that a notice file of the release keeps."""

    base: str
    path: ArchivePath
    notice: Notice
    to: Location


@frozen
class DroppedFile:
    """A notice file of the base that is gone, with the notices that are lost with it."""

    base: str
    path: ArchivePath
    notices: tuple[Notice, ...]


@frozen
class Kept:
    """A notice that recipients must go on retaining; `where` tells the release's file, and its line there."""

    base: str
    path: ArchivePath
    notice: Notice
    where: Location


@frozen
class Waived:
    """A notice of the base that the publisher left out, by `waiver`; `near` is what became of its file, if that ships."""

    base: str
    path: ArchivePath
    notice: Notice
    waiver: Waiver
    near: ArchivePath | None


@frozen
class Went:
    """A notice of the base that nobody is asked for: nothing ships of what it is a notice of."""

    base: str
    path: ArchivePath
    notice: Notice


@frozen
class Retention:
    """Every sure notice of every base is in exactly one of `retained` (with `moved` among them), `dropped`, `altered`,
    `dropped_files`, `waived` and `went`. All are in the order of bases, paths and lines.
    """

    dropped: tuple[Dropped, ...] = ()
    altered: tuple[Altered, ...] = ()
    moved: tuple[Moved, ...] = ()
    dropped_files: tuple[DroppedFile, ...] = ()
    unjustified_waivers: tuple[UnjustifiedWaiver, ...] = ()
    stale_waivers: tuple[StaleWaiver, ...] = ()
    retained: tuple[Kept, ...] = ()
    waived: tuple[Waived, ...] = ()
    went: tuple[Went, ...] = ()


class Drafts:
    """A `Retention` on its way."""

    def __init__(self) -> None:
        self.dropped: list[Dropped] = []
        self.altered: list[Altered] = []
        self.moved: list[Moved] = []
        self.dropped_files: list[DroppedFile] = []
        self.retained: list[Kept] = []
        self.waived: list[Waived] = []
        self.went: list[Went] = []

    def finished(self, unjustified: Iterable[UnjustifiedWaiver], stale: Iterable[StaleWaiver]) -> Retention:
        return Retention(
            dropped=tuple(self.dropped),
            altered=tuple(self.altered),
            moved=tuple(self.moved),
            dropped_files=tuple(self.dropped_files),
            retained=tuple(self.retained),
            waived=tuple(self.waived),
            went=tuple(self.went),
            unjustified_waivers=tuple(unjustified),
            stale_waivers=tuple(stale),
        )
