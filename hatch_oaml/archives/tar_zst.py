"""The release archive as a tar in Zstandard frames, compressed side by side."""

from __future__ import annotations

from contextlib import closing
from functools import partial
from typing import TYPE_CHECKING

from hatch_oaml.archives._contract import ArchiveFormat
from hatch_oaml.archives._tar import tar_end, tar_entries, tar_size
from hatch_oaml.archives._zstd import NOTE_SIZE, EndNote, end_note, most_compressed_size
from hatch_oaml.archives._zstd_reading import FrameBytes, TarZstReading
from hatch_oaml.archives._zstd_writing import FrameWriter
from hatch_oaml.records.members import BytesContent, FileContent, LateContent
from hatch_oaml.storage.entries import as_expected, rendered
from hatch_oaml.storage.output import storage_of
from hatch_oaml.storage.source import blocks, whole
from hatch_oaml.values.digests import RunningSha256, sha256_of

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import BinaryIO

    from hatch_oaml.records.members import Digests, Member, Progress
    from hatch_oaml.storage.entries import Entry
    from hatch_oaml.storage.output import Storage
    from hatch_oaml.values.digests import Sha256
    from hatch_oaml.values.paths import ArchivePath

_SMALL = 1 << 17


def _write(file: BinaryIO | Storage, members: Sequence[Member], *, epoch: int, progress: Progress) -> Digests:
    """Members that tell of the others are stored, so that their place is known before their bytes are.

    Behind the frames comes a note, which other programs skip, with the digest of the uncompressed tar and what the frames
    depend on beside it. Where much
    follows a member that tells of others, the digest can only be taken from the finished frames, which costs time.
    """
    output = storage_of(file)
    output.reserve(_capacity(members))
    with closing(FrameWriter(output)) as frames:
        stream = _Stream(frames, progress)
        late = [entry for entry in tar_entries(members, epoch=epoch) if not stream.add(entry)]
        frames.add(tar_end(members))
        frames.flush()
        for number, entry in enumerate(late):
            frames.fill(number, stream.late_bytes(entry))
        output.truncate(frames.size)
        digest = frames.digest() or _digest_of_finished(output)
        output.write_at(frames.size, end_note(EndNote(digest=digest), frames.crc()))
    return stream.digests


def _digest_of_finished(output: Storage) -> Sha256:
    with closing(FrameBytes(output.read_back())) as content:
        return content.digest()


def _capacity(members: Sequence[Member]) -> int:
    cuts = 2 + sum(isinstance(member.content, LateContent) for member in members)
    return most_compressed_size(tar_size(members)) + cuts * 64 + NOTE_SIZE


class _Stream:
    """The members' bytes go one after the other into frames, and are hashed on the way."""

    def __init__(self, frames: FrameWriter, progress: Progress) -> None:
        self.digests: dict[ArchivePath, Sha256] = {}
        self._frames = frames
        self._progress = progress

    def add(self, entry: Entry) -> bool:
        """False for what can only be told later: room is made for it."""
        if isinstance(entry.content, LateContent):
            self._frames.set_aside(entry.size)
            return False
        self._frames.add(entry.head)
        if isinstance(entry.content, BytesContent):
            self._add_at_once(entry, entry.content.data)
        elif entry.content.size <= _SMALL:
            self._add_at_once(entry, whole(entry.path, entry.content))
        else:
            self._add_by_blocks(entry, entry.content)
        self._frames.add(bytes(entry.tail))
        return True

    def late_bytes(self, entry: Entry) -> bytes:
        """The whole entry, to be asked once all others are added."""
        data = rendered(entry, self.digests)
        self._note(entry, sha256_of(data))
        self._progress(entry.path, len(data))
        return b"".join((entry.head, data, bytes(entry.tail)))

    def _add_at_once(self, entry: Entry, data: bytes) -> None:
        self._frames.add(data)
        self._note(entry, sha256_of(data))
        self._progress(entry.path, len(data))

    def _add_by_blocks(self, entry: Entry, content: FileContent) -> None:
        running = RunningSha256()
        for block in blocks(entry.path, content, self._frames.capacity):
            self._frames.in_order(partial(running.update, block))
            self._frames.took(len(block))
            self._progress(entry.path, len(block))
        self._frames.in_order(lambda: self._note(entry, running.digest()))

    def _note(self, entry: Entry, digest: Sha256) -> None:
        self.digests[entry.path] = as_expected(entry, digest)


FORMAT = ArchiveFormat(
    name="tar-zst",
    target="oaml",
    suffix=".tar.zst",
    write=_write,
    parse=TarZstReading,
    capacity=_capacity,
)
