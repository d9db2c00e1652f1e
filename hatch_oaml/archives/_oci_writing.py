"""An image layout is written as one tar: each byte of weights is read once, though a blob is called by its digest."""

from __future__ import annotations

from contextlib import closing
from functools import partial
from itertools import accumulate
from typing import TYPE_CHECKING

from hatch_oaml.archives._oci_facts import NOTHING, facts_in, manifest_among, root_of
from hatch_oaml.archives._oci_layout import (
    LARGEST_MANIFEST,
    LAYOUT_TEXT,
    Documents,
    Layer,
    blob_path,
    documents_of,
)
from hatch_oaml.archives._oci_order import firsts, in_tar_order
from hatch_oaml.archives._tar import tar_head, tar_padding
from hatch_oaml.records.checksums import below
from hatch_oaml.records.members import BytesContent, FileContent, LateContent, Member
from hatch_oaml.storage.bytes_at import blocks_at
from hatch_oaml.storage.copy import copy
from hatch_oaml.storage.entries import Entry
from hatch_oaml.storage.opening import INDEX, LAYOUT
from hatch_oaml.storage.source import whole
from hatch_oaml.values.bilingual import Bilingual
from hatch_oaml.values.digests import UNKNOWN, sha256_of
from hatch_oaml.values.errors import WriteError
from hatch_oaml.values.paths import ArchivePath

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from hatch_oaml.archives._oci_facts import Facts
    from hatch_oaml.records.members import Digests, Progress
    from hatch_oaml.storage.output import Storage
    from hatch_oaml.values.digests import Sha256

_CONFIG, _MANIFEST, _INDEX, _LAYOUT = (ArchivePath(f"/{name}") for name in ("config", "manifest", INDEX, LAYOUT))
"""No member of an archive is called so."""


def write_layout(output: Storage, members: Sequence[Member], *, epoch: int, progress: Progress) -> Digests:
    """:raises WriteError: there are more files than a registry takes."""
    plan = _Plan(members, epoch)
    entries = plan.entries()
    output.reserve(plan.size)
    digests = copy(output, entries, progress).digests
    end = _without_second_copies(output, entries, digests)
    output.write_at(end, bytes(tar_padding(end)))
    output.truncate(end + tar_padding(end))
    return {member.path: digests[member.path] for member in members}


def layout_size(members: Sequence[Member]) -> int:
    """Of the tar, in bytes, at most."""
    return _Plan(members, 0).size


class _Plan:
    """What goes into the tar, as far as it is known before a byte is read."""

    def __init__(self, members: Sequence[Member], epoch: int) -> None:
        self._members = members
        self._epoch = epoch
        self._root = root_of(member.path for member in members)
        self._facts = _facts_among(members, self._root)
        self._late = _InOrder(members)
        self._drafts = self._documents(None)
        used = sum(entry.size for entry in self.entries())
        self.size = used + tar_padding(used)
        _refuse_what_no_registry_takes(len(self._drafts.manifest), len(members))

    def entries(self) -> list[Entry]:
        ordered = in_tar_order(self._members, lambda member: member.content.size)
        return [
            *(self._blob(member.path, self._late.content_of(member)) for member in ordered),
            self._blob(_CONFIG, self._late_document(lambda found: found.config)),
            self._blob(_MANIFEST, self._late_document(lambda found: found.manifest)),
            self._named(_INDEX, INDEX, self._late_document(lambda found: found.index)),
            self._named(_LAYOUT, LAYOUT, BytesContent(data=LAYOUT_TEXT)),
        ]

    def _blob(self, path: ArchivePath, content: FileContent | BytesContent | LateContent) -> Entry:
        head = partial(_head, content.size, self._epoch)
        return Entry(
            path,
            content,
            head(blob_path(UNKNOWN)),
            _tail(content.size),
            head_for=lambda digest: head(blob_path(digest)),
        )

    def _named(self, path: ArchivePath, name: str, content: BytesContent | LateContent) -> Entry:
        return Entry(path, content, _head(content.size, self._epoch, name), _tail(content.size))

    def _late_document(self, which: Callable[[Documents], bytes]) -> LateContent:
        return LateContent(size=len(which(self._drafts)), pieces=lambda digests: [which(self._documents(digests))])

    def _documents(self, digests: Digests | None) -> Documents:
        """:param digests: None as long as nobody has read the members."""
        layers = [
            Layer(
                path=ArchivePath(below(self._root, member.path)),
                size=member.content.size,
                executable=member.executable,
                digest=UNKNOWN if digests is None else digests[member.path],
            )
            for member in self._members
        ]
        return documents_of(layers, self._facts, self._root, self._epoch)


class _InOrder:
    """Members that tell of others are rendered in the order of the archive, wherever in the tar they lie."""

    def __init__(self, members: Sequence[Member]) -> None:
        self._late = [member for member in members if isinstance(member.content, LateContent)]
        self._rendered: dict[ArchivePath, bytes] = {}

    def content_of(self, member: Member) -> FileContent | BytesContent | LateContent:
        content = member.content
        if not isinstance(content, LateContent):
            return content
        return LateContent(size=content.size, pieces=self._pieces(member.path))

    def _pieces(self, path: ArchivePath) -> Callable[[Digests], Iterator[bytes]]:
        def pieces(digests: Digests) -> Iterator[bytes]:
            if path not in self._rendered:
                self._render_all(dict(digests))
            yield self._rendered[path]

        return pieces

    def _render_all(self, digests: dict[ArchivePath, Sha256]) -> None:
        for member in self._late:
            if isinstance(member.content, LateContent):
                self._rendered[member.path] = member.content.render(digests)
                digests[member.path] = sha256_of(self._rendered[member.path])


def _facts_among(members: Sequence[Member], root: str) -> Facts:
    path = manifest_among(member.path for member in members)
    content = next((member.content for member in members if member.path == path), None)
    if path is None or content is None:
        return NOTHING
    if isinstance(content, LateContent):
        return facts_in(content.render({}), root)
    return facts_in(content.data if isinstance(content, BytesContent) else whole(path, content), root)


def _refuse_what_no_registry_takes(size: int, count: int) -> None:
    if size > LARGEST_MANIFEST:
        raise WriteError(
            Bilingual(
                en=f"{count:,} files make an OCI manifest of {size:,} bytes, and registries take {LARGEST_MANIFEST:,}; pack small files"
                " together, or build another format",
                zh=f"{count:,} 个文件的 OCI 清单达 {size:,} 字节，而镜像仓库的上限为 {LARGEST_MANIFEST:,} 字节；请将小文件打包，或构建其他格式",
            )
        )


def _head(size: int, epoch: int, name: str) -> bytes:
    return tar_head(Member(path=ArchivePath(name), content=FileContent(source="", size=size)), epoch=epoch)


def _tail(size: int) -> int:
    return -size % 512


def _without_second_copies(output: Storage, entries: Sequence[Entry], digests: Digests) -> int:
    """Files of the same bytes become one; answers where the last one ends."""
    offsets = dict(
        zip((entry.path for entry in entries), accumulate((entry.size for entry in entries), initial=0), strict=False)
    )
    blobs = [entry for entry in entries if entry.head_for is not None]
    kept = [*firsts(blobs, lambda entry: digests[entry.path]), *entries[len(blobs) :]]
    end = 0
    with closing(output.read_back()) as source:
        for start, size in _runs((offsets[entry.path], entry.size) for entry in kept):
            if start != end:
                for block in blocks_at(source, start, size):
                    output.write_at(end, block)
                    end += len(block)
            else:
                end += size
    return end


def _runs(parts: Iterator[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Offset and size of what lies in one piece."""
    begin, end = 0, 0
    for start, size in parts:
        if start != end:
            yield begin, end - begin
            begin = start
        end = start + size
    yield begin, end - begin
