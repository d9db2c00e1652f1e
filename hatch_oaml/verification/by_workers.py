"""The members of a finished archive hashed by whom the environment names, wherever those are: what travels are plain values."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, TypedDict

from hatch_oaml import __version__
from hatch_oaml.archives import Located
from hatch_oaml.engines import workforce_in
from hatch_oaml.parts.answers import Outcome, outcome, refuse_fault
from hatch_oaml.records.members import FileContent
from hatch_oaml.storage.opening import files_of
from hatch_oaml.storage.source import stretch
from hatch_oaml.values.digests import RunningSha256
from hatch_oaml.values.errors import OamlError, SourceError
from hatch_oaml.values.frozen import frozen
from hatch_oaml.values.paths import ArchivePath

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from concurrent.futures import Executor
    from pathlib import Path

    from typing_extensions import NotRequired

    from hatch_oaml.archives import Reading
    from hatch_oaml.records.members import Progress, StoredMember
    from hatch_oaml.values.digests import Sha256

_LEAST = 1 << 20
"""Bytes of a member from which on it is worth a task."""


class Stretch(TypedDict):
    """So many bytes of a file or an object, which must stand as it was seen to."""

    source: str
    file_size: int
    mtime_ns: int | None
    pin: str | None
    offset: int
    size: int


class Order(TypedDict):
    version: str
    path: str
    stretches: list[Stretch]


class Answer(TypedDict):
    outcome: Outcome
    sha256: NotRequired[Sha256]


@contextmanager
def workers_in(environment: Mapping[str, str]) -> Iterator[Workers | None]:
    """None where nobody is named.

    :raises UsageError: those who are named cannot be had.
    :raises WriteError: workers were lost.
    """
    workforce = workforce_in(environment)
    if workforce is None:
        yield None
        return
    with workforce.at_work() as executor:
        yield Workers(executor=executor)


@frozen
class Workers:
    executor: Executor

    def others(self, archive: Path, reading: Reading) -> Elsewhere | None:
        """Who hashes the members of the archive there; None where nobody but its reading can.

        :raises SourceError: the archive's files cannot be seen any more.
        """
        return Elsewhere(self.executor, archive, reading) if isinstance(reading, Located) else None


class Elsewhere:
    """Who hashes the members of one archive."""

    at_once = 64
    """Tasks that are waited for."""

    def __init__(self, executor: Executor, archive: Path, reading: Located) -> None:
        """:raises SourceError: the archive's files cannot be seen any more."""
        self._executor = executor
        self._reading = reading
        self._files = [] if archive.is_dir() else files_of(archive)

    def hash(self, member: StoredMember, progress: Progress) -> Sha256 | None:
        """None where it is not worth the way, or where nobody else can read it.

        :raises ChangedWhileReadingError: what a worker read is not what lies here.
        :raises SourceError: a worker cannot read it, or does not see it.
        :raises WriteError: a worker has another version.
        """
        place = None if member.size < _LEAST else self._reading.bare(member)
        if place is None:
            return None
        files, offset = (self._files, place) if isinstance(place, int) else ([place], member.offset)
        order = Order(version=__version__, path=member.path, stretches=list(_cut(files, offset, member.size)))
        answer = self._executor.submit(carry_out, order).result()
        refuse_fault(answer["outcome"], SourceError)
        progress(member.path, member.size)
        return answer["sha256"]


def carry_out(order: Order) -> Answer:
    """What a worker does, wherever it runs."""
    if order["version"] != __version__:
        return {"outcome": outcome()}
    running = RunningSha256()
    try:
        for each in order["stretches"]:
            file = FileContent(
                source=each["source"], size=each["file_size"], mtime_ns=each["mtime_ns"], pin=each["pin"]
            )
            for block in stretch(ArchivePath(order["path"]), file, each["offset"], each["size"]):
                running.update(block)
    except OamlError as error:
        on_disk = [each["source"] for each in order["stretches"] if each["pin"] is None]
        return {"outcome": outcome(error, sources=on_disk)}
    return {"outcome": outcome(), "sha256": running.digest()}


def _cut(files: Sequence[FileContent], offset: int, size: int) -> Iterator[Stretch]:
    """Where so many bytes from `offset` on lie in files that make one."""
    for file in files:
        inside = min(size, max(0, file.size - offset))
        if inside:
            yield Stretch(
                source=file.source,
                file_size=file.size,
                mtime_ns=file.mtime_ns,
                pin=file.pin,
                offset=offset,
                size=inside,
            )
        size -= inside
        offset = max(0, offset - file.size)
