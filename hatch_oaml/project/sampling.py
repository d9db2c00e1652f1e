"""Samples of texts that are compared with a base's: one that the base has too was sampled when it was recorded."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hatch_oaml.values.fingerprints import NO_LINES, text_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from hatch_oaml.notices import Extraction
    from hatch_oaml.records.base_file import BaseFile
    from hatch_oaml.values.digests import Sha256
    from hatch_oaml.values.fingerprints import Fingerprint

    Fingerprinting = Callable[[Extraction, Sha256], Fingerprint]
    """What is told of a text, and the digest of the whole file → its sample."""


def no_fingerprint(_extraction: Extraction, _digest: Sha256) -> Fingerprint:
    """Where there is nothing to compare with."""
    return NO_LINES


def fingerprint(extraction: Extraction, _digest: Sha256) -> Fingerprint:
    return extraction.fingerprint


def sampling(known: BaseFile | None, *, is_compared: bool) -> Fingerprinting:
    """How a text is sampled: to sample it costs ten times what it does to see that a base has the same bytes there.

    :param known: the base's file at its path.
    """
    if not is_compared:
        return no_fingerprint
    return AsRecorded(known) if known is not None and known.fingerprint else fingerprint


class AsRecorded:
    """Samples a text as the record of a base has it, if it is that very text."""

    def __init__(self, known: BaseFile) -> None:
        self.known = known

    def __call__(self, extraction: Extraction, digest: Sha256) -> Fingerprint:
        is_the_same = len(extraction.sampled) == self.known.size and digest == self.known.sha256
        return self.known.fingerprint if is_the_same else fingerprint(extraction, digest)


def name_of(sample: Fingerprinting) -> str:
    """All that an answer depends on that was sampled so."""
    if isinstance(sample, AsRecorded):
        return f"{sample.known.sha256} {text_of(sample.known.fingerprint)}"
    return "nothing" if sample is no_fingerprint else "itself"
