"""What a finished archive shows of itself, beside the release in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hatch_oaml.values.frozen import frozen

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hatch_oaml.records.listing import Listed, Written
    from hatch_oaml.records.members import Digests
    from hatch_oaml.records.notice import NoticeKind
    from hatch_oaml.records.signature import Signature
    from hatch_oaml.values.bilingual import Bilingual
    from hatch_oaml.values.digests import Sha256
    from hatch_oaml.values.packed import Packed
    from hatch_oaml.values.paths import ArchivePath


@frozen
class AlteredMember:
    """A member whose bytes are not those that the manifest tells of."""

    path: str
    expected: Sha256
    found: Sha256


@frozen
class PromisedNotice:
    """A notice that the manifest says must be retained: of file `path` of the base called `base`."""

    base: str
    path: str
    kind: NoticeKind
    text: str


@frozen
class Papers:
    """What an archive says of itself, to be held against what it is.

    `manifest` lies at `place`, and hatch-oaml of `version` wrote it; `page` and `metadata` (of a wheel or an sdist) are the
    bytes of a member each, None where there is none. `listed`, `written` and `digests` are how the archive's members are
    found to be. The bill of materials lies at `bill_place`; `bill` are its bytes, where
    another version wrote it: of this version its digest tells all. `target` is Hatchling's, whose archives have the format that it is said to have; None of a format that nobody
    knows. `wheel` is a wheel's file of that name, `project_table` the `pyproject.toml` of an sdist.
    """

    place: ArchivePath
    manifest: Packed
    version: str
    listed: Sequence[Listed]
    written: Written
    digests: Digests
    target: str | None
    page: bytes | None = None
    bill_place: ArchivePath | None = None
    bill: bytes | None = None
    metadata_place: ArchivePath | None = None
    metadata: bytes | None = None
    wheel: bytes | None = None
    project_table: bytes | None = None


@frozen
class Integrity:
    """An archive held against its own manifest.

    `archive` is its file name. Not `has_manifest` is one without a manifest of ours: nobody judged it. `deviation` tells what
    stands outside of the members and is not what our writer puts there; it and `papers` are only asked for where the members
    agree.
    `companions` are what tools put beside the files of an unpacked one, each with who does so: nobody read them. `is_part` tells
    of the package folder of a wheel, without its metadata; `elsewhere` are the files beside those that the manifest lists and that installers put elsewhere.
    `signature` is None where nobody asked for one. `manifest_sha256` tells one release from every other, since the manifest has
    the digest of each file; `file_sha256`, where somebody asked for it, is of the archive's own bytes.
    """

    archive: str
    has_manifest: bool
    manifest_sha256: Sha256 | None = None
    file_sha256: Sha256 | None = None
    altered: tuple[AlteredMember, ...] = ()
    missing: tuple[str, ...] = ()
    extra: tuple[str, ...] = ()
    promised: tuple[PromisedNotice, ...] = ()
    deviation: Bilingual | None = None
    papers: Papers | None = None
    companions: tuple[tuple[str, Bilingual], ...] = ()
    is_part: bool = False
    elsewhere: tuple[str, ...] = ()
    signature: Signature | None = None
