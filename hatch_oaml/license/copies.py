"""What a file that should be the license is, and where it is not."""

from __future__ import annotations

from itertools import chain, combinations
from typing import TYPE_CHECKING, Literal

from hatch_oaml.license.canonical import (
    EDITIONS,
    bare_text,
    canonical_text,
    folded_text,
    offsets_of,
    segment_at,
    segments,
)
from hatch_oaml.license.differences import LicenseDifference
from hatch_oaml.license.folding import Folded, locate_bare, without_white_space
from hatch_oaml.license.markings import come, gone, joined, same
from hatch_oaml.license.versions import VERSIONS
from hatch_oaml.values.decoding import decode
from hatch_oaml.values.digests import sha256_of
from hatch_oaml.values.frozen import frozen

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from hatch_oaml.license.canonical import Edition, Segment
    from hatch_oaml.license.differences import Extra
    from hatch_oaml.license.versions import LicenseVersion

State = Literal["verbatim", "typographic", "altered", "partial", "missing"]

_GLIMPSE = 12
"""So many characters show where the typography first differs."""


@frozen
class LicenseCopy:
    """A copy held against the license, by rules alone: no degree of likeness is asked.

    *verbatim*: equal but for white space and encoding. *typographic*: equal once folded too. *partial*: one edition so,
    the other not there. *missing*: none of the numbered clauses stands whole in it. *altered*: anything else.

    `version` is what it was held against, the latest where nothing tells. A copy that `is_pdf` is the published PDF,
    byte for byte, and *missing*: its text cannot be compared.
    """

    state: State
    version: LicenseVersion
    encoding: str = ""
    differences: tuple[LicenseDifference, ...] = ()
    missing_editions: tuple[Edition, ...] = ()
    extra_before: Extra | None = None
    extra_after: Extra | None = None
    is_pdf: bool = False


def compare_license(data: bytes, versions: Sequence[LicenseVersion] = VERSIONS) -> LicenseCopy:
    """How `data`, the bytes of a file, agrees with the version of the license that it has most clauses of.

    Never raises: bytes in no encoding are read as Latin-1, and what is no copy at all is `missing`.
    """
    digest = sha256_of(data)
    for version in versions:
        if digest in version.pdfs:
            return LicenseCopy(state="missing", version=version, is_pdf=True)
    decoded = decode(data)
    bare = without_white_space(decoded.text)
    for version in versions:
        if bare == bare_text(version):
            return LicenseCopy(state="verbatim", version=version, encoding=decoded.encoding)
    copy = Folded.of(decoded.text)
    standing = {version: offsets_of(copy, version) for version in versions}
    version = max(reversed(versions), key=lambda version: len(standing[version]))
    return _judge(copy, version, standing[version], decoded.encoding)


_SMALLEST, _LARGEST = 8 << 10, 256 << 10
"""Bytes between which the published text lies, in whatever encoding and with whatever white space."""


def is_published_text(data: bytes) -> bool:
    """Is `data` the text of a version and nothing else, whatever its white space?"""
    if not _SMALLEST <= len(data) <= _LARGEST:
        return False
    bare = without_white_space(decode(data).text)
    return any(len(bare) == len(bare_text(version)) and bare == bare_text(version) for version in VERSIONS)


def _judge(copy: Folded, version: LicenseVersion, standing: Mapping[Segment, int], encoding: str) -> LicenseCopy:
    if copy.words == folded_text(version).words:
        first = _first_deviation(copy, version)
        return LicenseCopy(state="typographic", version=version, encoding=encoding, differences=(first,))
    if not standing:
        return LicenseCopy(state="missing", version=version, encoding=encoding)
    for edition in EDITIONS:
        if copy.words in _without(edition, version):
            return LicenseCopy(state="partial", version=version, encoding=encoding, missing_editions=(edition,))
    # only a copy that differs is aligned word by word
    from hatch_oaml.license.alterations import alterations  # noqa: PLC0415

    found = alterations(copy, version, standing)
    return LicenseCopy(
        state="altered",
        version=version,
        encoding=encoding,
        differences=found.differences,
        missing_editions=found.missing_editions,
        extra_before=found.extra_before,
        extra_after=found.extra_after,
    )


def complete_texts(version: LicenseVersion) -> Iterator[str]:
    """The folded words of the whole text, and of one edition alone, the longest first."""
    yield folded_text(version).words
    yield from sorted((words for edition in EDITIONS for words in _without(edition, version)), key=len, reverse=True)


def _without(edition: Edition, version: LicenseVersion) -> Iterator[str]:
    """The text with nothing of one edition, or with no more of it than its title, its headings, or both."""
    kinds = ("title", "heading")
    for kept in chain.from_iterable(combinations(kinds, size) for size in range(len(kinds) + 1)):
        yield "".join(part.words for part in segments(version) if part.edition != edition or part.kind in kept)


def _first_deviation(copy: Folded, version: LicenseVersion) -> LicenseDifference:
    text, bare = canonical_text(version), bare_text(version)
    pairs = enumerate(zip(bare, without_white_space(copy.source), strict=False))
    offset = next((offset for offset, (our, their) in pairs if our != their), len(bare))
    ours, theirs = locate_bare(text, offset), locate_bare(copy.source, offset)
    part = segment_at(ours, version)
    return LicenseDifference(
        kind="typography",
        edition=part.edition,
        clause=part.clause,
        line=copy.line(theirs),
        pieces=joined([gone(text[ours : ours + _GLIMPSE]), same(" "), come(copy.source[theirs : theirs + _GLIMPSE])]),
    )
