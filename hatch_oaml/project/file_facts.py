"""One file read: its bytes once, into the facts that a release or a base record keeps of it."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from io import BytesIO, FileIO
from typing import TYPE_CHECKING

from hatch_oaml import notices, weights
from hatch_oaml.license.second_copies import CALLED_OURS, is_altered_copy
from hatch_oaml.project.model_card import is_model_card, read_model_card
from hatch_oaml.project.model_facts import model_file_at, read_at, read_model_file
from hatch_oaml.project.on_disk import on_disk_at, unreadable
from hatch_oaml.project.sampling import fingerprint
from hatch_oaml.records.base_record import looks_like_base
from hatch_oaml.records.generated import is_generated
from hatch_oaml.records.inventory import ReleaseFile
from hatch_oaml.records.lfs_pointers import POINTER_SIZE, parse_pointer
from hatch_oaml.records.members import FileContent
from hatch_oaml.statements import statements_of
from hatch_oaml.storage.source import held_to
from hatch_oaml.terms.annotations import read_annotations
from hatch_oaml.terms.known import read_license_text
from hatch_oaml.terms.own_terms import own_terms
from hatch_oaml.values.bilingual import Bilingual
from hatch_oaml.values.digests import BLOCK, start_and_digest
from hatch_oaml.values.legal_names import holds_license
from hatch_oaml.values.paths import file_name
from hatch_oaml.values.sameness import same
from hatch_oaml.values.weight_names import is_weight_name

if TYPE_CHECKING:
    from contextlib import AbstractContextManager
    from io import RawIOBase

    from hatch_oaml.project.named import Named
    from hatch_oaml.project.on_disk import OnDisk
    from hatch_oaml.project.sampling import Fingerprinting
    from hatch_oaml.records.base_file import BaseFile
    from hatch_oaml.values.digests import Sha256
    from hatch_oaml.values.paths import ArchivePath
    from hatch_oaml.values.roles import Kind, Role

WHOLE = 16 << 20
"""Of so many bytes at its start a text is searched for notices."""
_PROSE = frozenset({"documentation", "data", "other"})
_PAGE = ".html"


def read_file(
    path: ArchivePath,
    source: str,
    named: Named,
    root: str,
    sample: Fingerprinting = fingerprint,
    known: BaseFile | None = None,
) -> ReleaseFile:
    """The facts of one file; a model file's digest stays unknown, since its bytes are read when they are written.

    :param named: what its name and the project's tables say of it; weights by their bytes are the Model all the same.
    :param root: the tree's, without a slash at its end.
    :param sample: takes the fingerprint of a text, at a price that only a comparison with a base is worth.
    :param known: a base's file there: what is equal of a text is kept once.
    :raises SourceError: the file cannot be read.
    """
    if named.role == "model":
        return model_file_at(path, source, named.kind, root)
    try:
        return _read_text_file(path, named, on_disk_at(source, root), sample, known)
    except OSError as error:
        raise unreadable(source, error) from error


def read_stored_file(
    path: ArchivePath, named: Named, stored: OnDisk, sample: Fingerprinting = fingerprint
) -> ReleaseFile:
    """As `read_file`, of an object in a store.

    :param stored: what the store says of it, its pin too.
    :raises SourceError: it cannot be read, or has changed.
    """
    if named.role == "model":
        return read_model_file(path, named.kind, stored)
    return _read_text_file(path, named, stored, sample)


def _read_text_file(
    path: ArchivePath, named: Named, on_disk: OnDisk, sample: Fingerprinting, known: BaseFile | None = None
) -> ReleaseFile:
    with _opened(path, on_disk) as file:
        data = file.read(min(BLOCK, on_disk.size + 1)) or b""
        is_cut = on_disk.size > len(data)  # behind a long text an archive may stand
        if (is_cut or weights.may_be_weights(data)) and (found := _content(path, data, file, on_disk)) is not None:
            if not named.may_be(found.certainty):
                return replace(read_model_file(path, "weights", on_disk), declared=named.declared)
        elif named.declared is not None and not is_weight_name(path):
            named = named._replace(declared=None)
        most = len(data) if is_long_record(named.kind, data) else WHOLE
        start, digest, size = start_and_digest(data, partial(_read, file), most)
    if known is not None:
        digest, size = same(digest, known.sha256), same(size, known.size)
    if size is not on_disk.size:
        on_disk = on_disk._replace(size=size)
    read = text_file(path, named.role, named.kind, start, digest, on_disk, sample)
    return replace(read, declared=named.declared) if named.declared else read


def _opened(path: ArchivePath, on_disk: OnDisk) -> AbstractContextManager[RawIOBase]:
    if on_disk.pin is None:
        return open(on_disk.source, "rb", buffering=0)
    return held_to(path, FileContent(source=on_disk.source, size=on_disk.size, pin=on_disk.pin))


def _read(file: RawIOBase, at_most: int) -> bytes:
    return file.read(at_most) or b""


def _content(path: ArchivePath, start: bytes, file: RawIOBase, on_disk: OnDisk) -> weights.Content | None:
    """What the file is by its bytes, of which the first were read already; `file` is left where it was."""
    if len(start) >= on_disk.size:
        return weights.content(path, BytesIO(start), len(start))
    if not isinstance(file, FileIO):
        return weights.content_of_bytes(path, on_disk.size, read_at(path, on_disk))
    found = weights.content(path, file, on_disk.size)
    file.seek(len(start))
    return found


def text_file(
    path: ArchivePath,
    role: Role,
    kind: Kind,
    start: bytes,
    digest: Sha256,
    on_disk: OnDisk,
    sample: Fingerprinting = fingerprint,
) -> ReleaseFile:
    """The facts of what is no model file.

    :param start: its first `WHOLE` bytes.
    :param digest: of the whole file.
    """
    is_record, is_license = _is_record(kind, start), holds_license(path)
    may_be_copy = is_license or kind in {"license", "notice"}
    may_be_copy = (
        may_be_copy
        or (  # no call of our own: it is asked of each file
            (kind in _PROSE or path[-5:] == _PAGE) and CALLED_OURS.search(path) is not None
        )
    )
    alters_license = may_be_copy and is_altered_copy(file_name(path), start)
    extract = notices.extract_declared if kind == "notice" else notices.extract
    extraction = notices.Extraction() if is_record else extract(path, start)
    size = on_disk.size
    is_searched = is_record or size <= WHOLE or notices.is_told_by_its_beginning(path)
    return ReleaseFile(
        path=path,
        source=on_disk.source,
        role=role,
        kind=kind,
        size=size,
        sha256=digest,
        mtime_ns=on_disk.mtime_ns,
        executable=on_disk.executable,
        target=on_disk.target,
        pointer=parse_pointer(start) if size < POINTER_SIZE else None,
        shards=weights.inspect_index(path, start) if weights.is_index(path) else None,
        notices=extraction.notices,
        license_text=read_license_text(start) if is_license or alters_license else None,
        alters_license=alters_license,
        statements=(*statements_of(path, start), *(() if is_record else own_terms(path, start))),
        annotations=read_annotations(path, start),
        card=read_model_card(start) if is_model_card(path) else None,
        fingerprint=sample(extraction, digest),
        not_a_contribution=extraction.not_a_contribution,
        secret=extraction.secret,
        unread=extraction.unread if is_searched else _only_the_start(size),
    )


def _is_record(kind: Kind, start: bytes) -> bool:
    """Is this a record of ours? The notices that it quotes are those of other files, and nobody reads them there."""
    return kind == "modifications" or is_long_record(kind, start)


def is_long_record(kind: Kind, start: bytes) -> bool:
    """Is it one that grows with the release, of which nothing behind its first bytes is looked at?"""
    return kind == "base-record" or looks_like_base(start) or is_generated(start)


def _only_the_start(size: int) -> Bilingual:
    return Bilingual(
        en=f"of its {size:,} bytes only the first {WHOLE:,} were searched for notices",
        zh=f"文件共 {size:,} 字节，只在前 {WHOLE:,} 字节中查找了声明",
    )
