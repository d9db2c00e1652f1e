"""The files of a release in an image layout, packed as a tar or unpacked."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from hatch_oaml.archives._contract import Located
from hatch_oaml.archives._listing import consistent, safe_path
from hatch_oaml.archives._oci_facts import NOTHING, facts_in, manifest_among
from hatch_oaml.archives._oci_layout import (
    LARGEST_MANIFEST,
    LAYOUT_TEXT,
    Blob,
    Layer,
    blob_path,
    documents_of,
)
from hatch_oaml.archives._oci_order import firsts, in_tar_order
from hatch_oaml.archives._oci_parsing import is_tag_of, parse_index, parse_layout, parse_oci_manifest, tag_in
from hatch_oaml.archives._tar_reading import TarReading
from hatch_oaml.records.members import FileContent, Member, StoredMember
from hatch_oaml.storage.damage import damaged, deviates_at, refuse_inflation
from hatch_oaml.storage.opening import INDEX, LAYOUT
from hatch_oaml.values.bilingual import Bilingual
from hatch_oaml.values.digests import sha256_of
from hatch_oaml.values.paths import ArchivePath
from hatch_oaml.values.wording import printable, shown_value

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hatch_oaml.archives._contract import Reading
    from hatch_oaml.archives._oci_facts import Facts
    from hatch_oaml.archives._oci_layout import Documents
    from hatch_oaml.records.members import Digests
    from hatch_oaml.storage.bytes_at import SizedBytesAt
    from hatch_oaml.values.digests import Sha256
    from hatch_oaml.values.errors import SourceError

_LARGEST_PAPER = 256 << 20
"""Bytes of a release's own manifest that is read to hold the layout against it: more than any of a million files takes."""


class LayoutReading:
    """The layers of the one manifest; `store` holds the files of the layout under their names in it."""

    tells_modes = True

    def __init__(self, store: Reading, name: str) -> None:
        """:raises SourceError: it is no layout of a model whose layers are its files."""
        self.store = store
        self._name = name
        self.stored = {member.path: member for member in store.members}
        self.side_by_side = store.side_by_side
        try:
            parse_layout(self._named(LAYOUT))
            self._manifest = parse_index(self._named(INDEX))
            parsed = parse_oci_manifest(self._document(self._manifest))
            self._config = parsed.config
            self._document(parsed.config)
        except (ValueError, TypeError, KeyError, AttributeError) as error:
            raise _no_layout(name, shown_value(error)) from error
        self._root = parsed.root
        self._layers = {self._path(layer): layer for layer in parsed.layers}
        self.members = consistent(name, [self._member(layer) for layer in parsed.layers])
        size = sum(member.size for member in store.members)
        refuse_inflation(name, sum(member.size for member in self.members), size)

    def blocks(self, member: StoredMember) -> Iterator[memoryview]:
        return self.store.blocks(self._in_store(member))

    def bare(self, member: StoredMember) -> FileContent | int | None:
        return self.store.bare(self._in_store(member)) if isinstance(self.store, Located) else None

    def close(self) -> None:
        self.store.close()

    def deviation(self, digests: Digests, /, *, epoch: int) -> Bilingual | None:
        facts = self._facts()
        layers = [self._found(member, digests[member.path]) for member in self.members]
        written = documents_of(layers, facts, self._root, epoch)
        if (self._config, self._manifest) != written.blobs:
            return self._other_than_written("manifest or config", "清单或配置")
        expected = self._expected(layers, written)
        if surplus := sorted(self.stored.keys() - {member.path for member in expected}):
            return self._other_than_written(surplus[0], surplus[0])
        if isinstance(self.store, TarReading):
            return self._deviation_of_tar(self.store, expected, written.index, epoch)
        return self._deviation_of_index(facts)

    def _deviation_of_tar(self, tar: TarReading, expected: list[Member], index: bytes, epoch: int) -> Bilingual | None:
        if self._named(INDEX) != index:
            return self._other_than_written(INDEX, INDEX)
        if self._named(LAYOUT) != LAYOUT_TEXT:
            return self._other_than_written(LAYOUT, LAYOUT)
        offset = tar.first_deviation(expected, epoch)
        return None if offset is None else deviates_at(self._name, offset)

    def _deviation_of_index(self, facts: Facts) -> Bilingual | None:
        """Whoever copies a layout writes its index anew, which then tells the tag that he gave it."""
        try:
            tag = tag_in(self._named(INDEX))
        except (ValueError, TypeError, AttributeError):
            return self._other_than_written(INDEX, INDEX)
        if tag is not None and not is_tag_of(tag, facts.version):
            return self._other_than_written(INDEX, INDEX)
        return None

    def _expected(self, layers: list[Layer], written: Documents) -> list[Member]:
        """The files of the layout, in their order."""
        ordered = in_tar_order(layers, lambda layer: layer.size)
        blobs = [*(Blob(digest=layer.digest, size=layer.size) for layer in ordered), *written.blobs]
        sizes = {blob_path(blob.digest): blob.size for blob in firsts(blobs, lambda blob: blob.digest)}
        sizes |= {INDEX: len(written.index), LAYOUT: len(LAYOUT_TEXT)}
        return [
            Member(path=ArchivePath(name), content=FileContent(source="", size=size)) for name, size in sizes.items()
        ]

    def _facts(self) -> Facts:
        path = manifest_among(member.path for member in self.members)
        member = next((member for member in self.members if member.path == path), None)
        if member is None or member.size > _LARGEST_PAPER:
            return NOTHING
        return facts_in(b"".join(map(bytes, self.blocks(member))), self._root)

    def _found(self, member: StoredMember, digest: Sha256) -> Layer:
        return replace(self._layers[member.path], digest=digest)

    def _in_store(self, member: StoredMember) -> StoredMember:
        return replace(member, path=ArchivePath(blob_path(self._layers[member.path].digest)))

    def _path(self, layer: Layer) -> ArchivePath:
        return safe_path(self._name, f"{self._root}/{layer.path}" if self._root else layer.path)

    def _member(self, layer: Layer) -> StoredMember:
        stored = self._blob(Blob(digest=layer.digest, size=layer.size))
        return replace(stored, path=self._path(layer), executable=layer.executable)

    def _blob(self, blob: Blob) -> StoredMember:
        stored = self.stored.get(ArchivePath(blob_path(blob.digest)))
        if stored is None or stored.size != blob.size:
            said = blob_path(blob.digest)
            raise damaged(
                self._name,
                f"`{said}` of {blob.size:,} bytes, which it tells of, is not there",
                f"其中没有它所述的 `{said}`（{blob.size:,} 字节）",
            )
        return stored

    def _document(self, blob: Blob) -> bytes:
        """:raises ValueError: too large, or of another digest."""
        data = self._small(self._blob(blob))
        if sha256_of(data) != blob.digest:
            raise ValueError("a document has another digest")
        return data

    def _named(self, name: str) -> bytes:
        return self._small(self.stored[ArchivePath(name)])

    def _small(self, stored: StoredMember) -> bytes:
        if stored.size > LARGEST_MANIFEST:
            raise ValueError("a document is longer than a registry takes")
        return b"".join(map(bytes, self.store.blocks(stored)))

    def _other_than_written(self, en: str, zh: str) -> Bilingual:
        return Bilingual(
            en=f"{self._name}: `{printable(en)}` of the layout is not what hatch-oaml writes there",
            zh=f"{self._name}：布局中的 `{printable(zh)}` 不是 hatch-oaml 所写的",
        )


def _no_layout(name: str, why: str) -> SourceError:
    return damaged(name, f"it is no image layout of a model ({why})", f"不是模型的镜像布局（{why}）")


def read_packed_layout(source: SizedBytesAt) -> LayoutReading:
    """:raises SourceError: as `LayoutReading`, and where the tar itself is damaged or unsafe."""
    return LayoutReading(TarReading(source), source.name)
