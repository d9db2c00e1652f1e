"""Samples of texts that are compared with a base's: one that the base has too was sampled when it was recorded."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hatch_oaml.values.digests import sha256_of
from hatch_oaml.values.fingerprints import NO_LINES, text_of

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from hatch_oaml.notices import Extraction
    from hatch_oaml.records.base_file import BaseFile
    from hatch_oaml.records.base_record import BaseRecord
    from hatch_oaml.values.fingerprints import Fingerprint

    Fingerprinting = Callable[[Extraction], Fingerprint]


def no_fingerprint(_extraction: Extraction) -> Fingerprint:
    """Where there is nothing to compare with."""
    return NO_LINES


def fingerprint(extraction: Extraction) -> Fingerprint:
    return extraction.fingerprint


def sampling(path: str, bases: Sequence[BaseRecord], *, is_compared: bool) -> Fingerprinting:
    """How the text at `path` is sampled: to sample it costs ten times what it does to see that a base has the same bytes there."""
    if not is_compared:
        return no_fingerprint
    known = next((base.by_path[path] for base in bases if path in base.by_path), None)
    return AsRecorded(known) if known is not None and known.fingerprint else fingerprint


class AsRecorded:
    """Samples a text as the record of a base has it, if it is that very text."""

    def __init__(self, known: BaseFile) -> None:
        self.known = known

    def __call__(self, extraction: Extraction) -> Fingerprint:
        text = extraction.sampled
        is_the_same = len(text) == self.known.size and sha256_of(text) == self.known.sha256
        return self.known.fingerprint if is_the_same else fingerprint(extraction)


def name_of(sample: Fingerprinting) -> str:
    """All that an answer depends on that was sampled so."""
    if isinstance(sample, AsRecorded):
        return f"{sample.known.sha256} {text_of(sample.known.fingerprint)}"
    return "nothing" if sample is no_fingerprint else "itself"
