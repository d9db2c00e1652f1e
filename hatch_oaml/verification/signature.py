"""The signature of an archive, held against the digests that were found in it."""

from __future__ import annotations

from contextlib import closing
from dataclasses import dataclass
from typing import TYPE_CHECKING

from hatch_oaml.records.generated import CHECKSUMS
from hatch_oaml.records.signature import Signature
from hatch_oaml.signing.place import signature_beside
from hatch_oaml.signing.statement import PACKED, is_below
from hatch_oaml.signing.trust import judged
from hatch_oaml.storage.bytes_at import blocks_at
from hatch_oaml.storage.opening import opened
from hatch_oaml.values.bilingual import Bilingual
from hatch_oaml.values.digests import sha256_of_blocks
from hatch_oaml.values.frozen import frozen
from hatch_oaml.values.paths import prefix_of
from hatch_oaml.values.wording import shown_name
from hatch_oaml.verification.unpacked_folder import layout_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from hatch_oaml.records.manifest import Manifest
    from hatch_oaml.records.members import StoredMember
    from hatch_oaml.signing.statement import Statement
    from hatch_oaml.signing.trust import Trust
    from hatch_oaml.storage.bytes_at import SizedBytesAt
    from hatch_oaml.values.digests import Sha256
    from hatch_oaml.verification.unpacking import HashedArchive

_SHOWN = 8


@frozen
class Asked:
    """What a receiver wants to know of who signed; `place` is the signature's file where it is not the usual one."""

    trust: Trust
    place: Path | None = None


def signature_of(
    archive: Path, asked: Asked, manifest_member: StoredMember, manifest: Manifest, contents: HashedArchive
) -> Signature:
    """:raises SourceError: the signature is there, and cannot be read."""
    place, data = signature_beside(archive, contents.digests, asked.place)
    if data is None:
        return Signature(place=place.name, is_there=False)
    signed = judged(data, asked.trust)
    faults = [signed.fault] if signed.fault else []
    if signed.statement is not None:
        compared = _Compared(archive, manifest_member, manifest, contents, signed.statement)
        faults = list(compared.faults())
    return Signature(
        place=place.name,
        is_there=True,
        is_within=place.parent == archive,
        method=signed.method,
        signer=signed.signer,
        is_known=signed.is_known and not faults,
        faults=tuple(faults),
    )


@dataclass(frozen=True, slots=True)
class _Compared:
    """A statement, and the members that it should tell of."""

    archive: Path
    manifest_member: StoredMember
    manifest: Manifest
    contents: HashedArchive
    statement: Statement

    def faults(self) -> Iterator[Bilingual]:
        if set(self.statement.digests) == {PACKED}:
            yield from self._faults_of_packed()
            return
        stated, found = self.statement.digests, self._found()
        other = sorted(path for path in stated.keys() & found.keys() if stated[path] != found[path])
        companions = self._companions()
        gone = sorted(path for path in stated.keys() - found.keys() if not is_below(path, companions))
        left_out = sorted(self._uncovered(found.keys() - stated.keys()))
        if other:
            yield _listed("it is over other bytes of", "以下文件的内容与所签署的不同：", other)
        if gone:
            yield _listed("it tells of files that are not there:", "它所述的以下文件不存在：", gone)
        if left_out:
            yield _listed("it does not tell of", "它未述及以下文件：", left_out)

    def _faults_of_packed(self) -> Iterator[Bilingual]:
        """A statement about the archive as one file: its bytes are read once more."""
        if self.archive.is_dir() or self._digest_of_packed() != self.statement.digests[PACKED]:
            yield Bilingual(en="it is over another file than this one", zh="它所签署的是另一个文件")

    def _digest_of_packed(self) -> Sha256:
        def digest(source: SizedBytesAt) -> Sha256:
            with closing(source):
                return sha256_of_blocks(blocks_at(source, 0, source.size))

        return opened(self.archive, digest)

    @property
    def _above(self) -> str:
        return prefix_of(self.manifest.root)

    def _found(self) -> dict[str, Sha256]:
        return {path.removeprefix(self._above): digest for path, digest in self.contents.digests.items()}

    def _uncovered(self, paths: Iterable[str]) -> Iterator[str]:
        """Who signed may leave a file out by name where the manifest, which is signed, tells its digest."""
        manifest = self.manifest_member.path.removeprefix(self._above)
        is_signed, left_out = manifest in self.statement.digests, self.statement.left_out
        listed = {file.path.removeprefix(self._above) for file in self.manifest.files}
        for path in paths:
            is_told = path in listed or path.rpartition("/")[2] == CHECKSUMS
            if not (is_signed and is_told and is_below(path, left_out)):
                yield path

    def _companions(self) -> frozenset[str]:
        """What lies beside the release: where a tool had put it when somebody signed the folder."""
        beside = (path.removeprefix(self._above) for path, _ in layout_of(self.contents.reading).companions)
        return frozenset(path.rstrip("/") for path in beside)


def _listed(en: str, zh: str, paths: list[str]) -> Bilingual:
    shown = [f"`{shown_name(path)}`" for path in paths[:_SHOWN]]
    more = len(paths) - len(shown)
    rest = Bilingual(en=f" and {more:,} more", zh=f"等共 {len(paths):,} 个") if more else Bilingual(en="", zh="")
    return Bilingual(en=f"{en} {', '.join(shown)}{rest.en}", zh=f"{zh}{'、'.join(shown)}{rest.zh}")
