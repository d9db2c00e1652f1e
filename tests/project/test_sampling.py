"""A text that a base has is sampled as it was recorded; every other one by its own lines."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from hatch_oaml.notices import Extraction
from hatch_oaml.project.sampling import name_of, sampling
from hatch_oaml.recognition.fingerprint import fingerprint_of
from hatch_oaml.records.shared_values import known_at
from hatch_oaml.values.digests import sha256_of
from hatch_oaml.values.fingerprints import NO_LINES, fingerprint

if TYPE_CHECKING:
    from hatch_oaml.values.fingerprints import Fingerprint
    from tests.conftest import BaseWith, FileWith

TEXT = "".join(f"value_{number} = weave({number})\n" for number in range(20))
DIGEST = sha256_of(TEXT.encode())
RECORDED = fingerprint("00c0ffee 5d038a57")
RECORDS = [(TEXT, RECORDED), (TEXT, fingerprint("00c0ffee")), (TEXT + "x", RECORDED)]


@pytest.fixture
def extraction() -> Extraction:
    return Extraction(sampled=TEXT.encode())


def test_the_same_text_at_the_same_path_is_sampled_as_it_was_recorded(
    extraction: Extraction, base_with: BaseWith, file_with: FileWith
) -> None:
    base = base_with(file_with("a.py", TEXT, fingerprint=RECORDED))

    assert RECORDED == sampling(known_at("a.py", [base]), is_compared=True)(extraction, DIGEST)


@pytest.mark.parametrize(
    ("path", "text", "recorded"),
    [
        ("a.py", TEXT[:-1] + " ", RECORDED),
        ("a.py", TEXT + "x", RECORDED),
        ("b.py", TEXT, RECORDED),
        ("a.py", TEXT, NO_LINES),
    ],
)
def test_another_text_is_sampled_anew(
    extraction: Extraction, base_with: BaseWith, file_with: FileWith, path: str, text: str, recorded: Fingerprint
) -> None:
    base = base_with(replace(file_with(path, text), fingerprint=recorded))

    assert fingerprint_of(TEXT.encode()) == sampling(known_at("a.py", [base]), is_compared=True)(extraction, DIGEST)


def test_where_nothing_is_compared_nothing_is_sampled(extraction: Extraction) -> None:
    assert NO_LINES == sampling(None, is_compared=False)(extraction, DIGEST)


def test_what_is_kept_of_a_text_is_asked_for_by_the_record_that_it_was_sampled_by(
    base_with: BaseWith, file_with: FileWith
) -> None:
    """So that no sample outlives a record that was mended."""
    bases = [base_with(file_with("a.py", text, fingerprint=lines)) for text, lines in RECORDS]
    samples = [sampling(known_at("a.py", [base]), is_compared=True) for base in bases]
    others = [sampling(None, is_compared=True), sampling(known_at("a.py", bases), is_compared=False)]

    assert len(RECORDS) + 2 == len({name_of(sample) for sample in (*samples, *others)})
