"""The files of a release, with what is known of each."""

from __future__ import annotations

from dataclasses import field, replace
from functools import cached_property
from typing import TYPE_CHECKING

from hatch_oaml.values.fingerprints import NO_LINES
from hatch_oaml.values.frozen import frozen
from hatch_oaml.values.kept import BELOW_A_ROOT, RARE
from hatch_oaml.values.paths import sort_key
from hatch_oaml.values.patterns import PathIndex

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from hatch_oaml.records.annotation import Annotation
    from hatch_oaml.records.found_secret import FoundSecret
    from hatch_oaml.records.license_text import LicenseText
    from hatch_oaml.records.model_card import ModelCard
    from hatch_oaml.records.notice import Notice
    from hatch_oaml.records.statement import Statement
    from hatch_oaml.records.tensors import ShardIndex, Weights
    from hatch_oaml.values.bilingual import Bilingual
    from hatch_oaml.values.digests import Sha256
    from hatch_oaml.values.fingerprints import Fingerprint
    from hatch_oaml.values.paths import ArchivePath
    from hatch_oaml.values.roles import Kind, Role


@frozen
class LfsPointer:
    """What a Git LFS pointer file says of the file that it stands for."""

    sha256: Sha256
    size: int


@frozen
class ReleaseFile:
    """One file that the release ships.

    `source` is where its bytes are read from, `target` where a symbolic link in the tree led to when it is one;
    `sha256` is None until the bytes have been read, which for model files is when the archive is written; `mtime_ns`
    is when the file was last modified as it was scanned, so that a change in between is seen. A file with a `pin` lies in a
    store, at the address `source`; the pin is what proves that it is still the same.
    `fingerprint` holds the hashes of the file's informative lines, for telling a renamed file from a new one;
    `unread` says why its notices could not be read.
    """

    path: ArchivePath
    source: str = field(metadata=BELOW_A_ROOT)
    role: Role
    kind: Kind
    size: int
    sha256: Sha256 | None = None
    mtime_ns: int | None = None
    pin: str | None = field(default=None, metadata=RARE)
    executable: bool = False
    target: str | None = field(default=None, metadata=RARE)
    pointer: LfsPointer | None = field(default=None, metadata=RARE)
    notices: tuple[Notice, ...] = field(default=(), metadata=RARE)
    fingerprint: Fingerprint = NO_LINES
    unread: Bilingual | None = field(default=None, metadata=RARE)
    not_a_contribution: int | None = field(default=None, metadata=RARE)
    """The line on which the file marks itself “Not a Contribution” (clause 1.7)."""
    secret: FoundSecret | None = field(default=None, metadata=RARE)
    """What reads like a private key or a token in it."""
    declared: str | None = field(default=None, metadata=RARE)
    """The option and pattern that call it what its bytes are not: of weights another role, or of a container Data."""
    license_text: LicenseText | None = field(default=None, metadata=RARE)
    """Of a file that is called a license, what text it holds."""
    alters_license: bool = field(default=False, metadata=RARE)
    """Is it a copy of the release's license in other words than the published? Then it has a `license_text`."""
    statements: tuple[Statement, ...] = field(default=(), metadata=RARE)
    """What the file says of bases, relation and license of the release."""
    annotations: tuple[Annotation, ...] = field(default=(), metadata=RARE)
    """What the file says of the license of others."""
    card: ModelCard | None = field(default=None, metadata=RARE)
    """Of the model card of the whole, what it says of the model."""
    weights: Weights | None = field(default=None, metadata=RARE)
    shards: ShardIndex | None = field(default=None, metadata=RARE)


@frozen
class Inventory:
    """`files` in the order of their paths' UTF-8 bytes, each path once."""

    files: tuple[ReleaseFile, ...]

    @classmethod
    def of(cls, files: Iterable[ReleaseFile]) -> Inventory:
        return cls(files=tuple(sorted(files, key=lambda file: sort_key(file.path))))

    @cached_property
    def by_path(self) -> Mapping[str, ReleaseFile]:
        return {file.path: file for file in self.files}

    @cached_property
    def telling(self) -> tuple[ReleaseFile, ...]:
        """Those that say something of bases, relation or license: few of many."""
        return tuple(file for file in self.files if file.statements)

    @cached_property
    def license_texts(self) -> tuple[ReleaseFile, ...]:
        """Those that hold the text of a license, by their names."""
        return tuple(file for file in self.files if file.license_text is not None)

    @cached_property
    def paths(self) -> PathIndex:
        """For patterns to be held against."""
        return PathIndex(self.by_path)

    @property
    def total_size(self) -> int:
        """In bytes."""
        return sum(file.size for file in self.files)

    def __iter__(self) -> Iterator[ReleaseFile]:
        return iter(self.files)

    def with_files(self, files: Iterable[ReleaseFile]) -> Inventory:
        """`files` in place of those that have their paths."""
        known = {file.path: file for file in files}
        return Inventory(files=tuple(known.get(file.path, file) for file in self.files))

    def with_digests(self, digests: Mapping[ArchivePath, Sha256]) -> Inventory:
        return Inventory(
            files=tuple(
                replace(file, sha256=digests[file.path]) if file.sha256 is None and file.path in digests else file
                for file in self.files
            )
        )
