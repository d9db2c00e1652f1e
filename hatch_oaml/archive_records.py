"""What an archive of ours shipped, as files of a base record."""

from __future__ import annotations

import hashlib
import json
import os
import tempfile
from collections import deque
from contextlib import closing
from dataclasses import dataclass
from typing import TYPE_CHECKING

from hatch_oaml import notices, weights
from hatch_oaml.archives import format_of
from hatch_oaml.base import BaseFile
from hatch_oaml.bilingual import Bilingual
from hatch_oaml.digests import Sha256
from hatch_oaml.errors import SourceError
from hatch_oaml.paths import archive_path, sort_key
from hatch_oaml.reading import read_text
from hatch_oaml.release import MANIFEST
from hatch_oaml.roles import ROLES

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from hatch_oaml.archives._contract import Progress, Reading, StoredMember
    from hatch_oaml.notice import Notice
    from hatch_oaml.paths import ArchivePath
    from hatch_oaml.roles import Role

_LONGEST_MANIFEST = 256 << 20
_HEAD = 16 << 20
_TAIL = 1 << 20


@dataclass(frozen=True, slots=True, kw_only=True)
class _Entry:
    member: StoredMember
    release: ArchivePath
    role: Role
    sha256: str


def record_archive(archive: Path, progress: Progress) -> tuple[BaseFile, ...]:
    """What `archive` ships, under its paths in the release, in the order of paths; each byte is read once.

    :raises SourceError: it is no whole archive of ours.
    """
    archive_format = format_of(archive)
    if archive_format is None:
        raise _not_ours(archive)
    with closing(archive_format.read(archive)) as reading:
        entries = list(_entries(archive, reading))
        files = [_base_file(archive, reading, entry, progress) for entry in entries]
    return tuple(sorted(files, key=lambda file: sort_key(file.path)))


def _not_ours(archive: Path) -> SourceError:
    return SourceError(
        Bilingual(
            en=f"{archive}: no archive that hatch-oaml wrote; unpack it and record the folder",
            zh=f"{archive}：不是 hatch-oaml 生成的归档；请解包后对文件夹运行 record",
        )
    )


def _entries(archive: Path, reading: Reading) -> Iterator[_Entry]:
    """What the manifest lists as part of the release."""
    by_path = {member.path: member for member in reading.members}
    place = min((path for path in by_path if path.rpartition("/")[2] == MANIFEST), key=len, default=None)
    if place is None or by_path[place].size > _LONGEST_MANIFEST:
        raise _not_ours(archive)
    try:
        manifest = json.loads(b"".join(map(bytes, reading.blocks(by_path[place]))))
        root = f"{manifest['root']}/" if manifest["root"] else ""
        for values in manifest["files"]:
            if values["release"] is not None and values["role"] in ROLES:
                yield _Entry(
                    member=by_path[archive_path(f"{root}{values['path']}")],
                    release=archive_path(values["release"]),
                    role=values["role"],
                    sha256=values["sha256"],
                )
    except (KeyError, TypeError, ValueError) as error:
        raise SourceError(
            Bilingual(
                en=f"{archive}: {place} is damaged, or lists what is not there ({error}); fetch the archive again",
                zh=f"{archive}：{place} 已损坏，或列出了不存在的文件（{error}）；请重新获取该归档",
            )
        ) from error


def _base_file(archive: Path, reading: Reading, entry: _Entry, progress: Progress) -> BaseFile:
    blocks = _told(reading.blocks(entry.member), entry, progress)
    if entry.role == "model":
        file = _model_file(entry, blocks)
    else:
        facts = read_text(entry.release, entry.role, "other", blocks)
        file = BaseFile(
            path=entry.release,
            size=facts.size,
            sha256=facts.sha256 or Sha256(""),
            notices=facts.notices,
            fingerprint=facts.fingerprint,
        )
    if file.sha256 != entry.sha256:
        raise SourceError(
            Bilingual(
                en=f"{archive}: {entry.member.path} has the SHA-256 {file.sha256}, its manifest says {entry.sha256};"
                " fetch the archive again",
                zh=f"{archive}：{entry.member.path} 的 SHA-256 为 {file.sha256}，而清单中为 {entry.sha256}；请重新获取该归档",
            )
        )
    return file


def _told(blocks: Iterator[memoryview], entry: _Entry, progress: Progress) -> Iterator[memoryview]:
    for block in blocks:
        yield block
        progress(entry.release, len(block))


def _model_file(entry: _Entry, blocks: Iterator[memoryview]) -> BaseFile:
    """Weights pass by once: hashed as they go, their two ends kept, where every format has its header."""
    digest = hashlib.sha256()
    head = bytearray()
    tail: deque[bytes] = deque()
    kept = 0
    for block in blocks:
        digest.update(block)
        if len(head) < _HEAD:
            head += block
        else:
            tail.append(bytes(block))
            kept += len(block)
            while kept - len(tail[0]) >= _TAIL:
                kept -= len(tail.popleft())
    return BaseFile(
        path=entry.release,
        size=entry.member.size,
        sha256=Sha256(digest.hexdigest()),
        notices=_header_notices(entry, bytes(head), b"".join(tail)),
    )


def _header_notices(entry: _Entry, head: bytes, tail: bytes) -> tuple[Notice, ...]:
    """Those of the header, from a file of the same size with a hole in its middle."""
    with tempfile.TemporaryDirectory() as folder:
        source = os.path.join(folder, "weights")
        with open(source, "wb") as file:
            file.write(head)
            file.truncate(entry.member.size)
            file.seek(entry.member.size - len(tail))
            file.write(tail)
        facts = weights.inspect(entry.release, source)
    return notices.extract_metadata(entry.release, facts.metadata) if facts else ()
