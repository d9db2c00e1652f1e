"""A text that a base has is sampled as it was recorded; every other one by its own lines."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from hatch_oaml.notices import Extraction
from hatch_oaml.project.sampling import sampling
from hatch_oaml.recognition.fingerprint import fingerprint_of
from hatch_oaml.values.fingerprints import NO_LINES, fingerprint

if TYPE_CHECKING:
    from tests.conftest import BaseWith, FileWith

TEXT = "".join(f"value_{number} = weave({number})\n" for number in range(20))
RECORDED = fingerprint("00c0ffee 5d038a57")


@pytest.fixture
def extraction() -> Extraction:
    return Extraction(sampled=TEXT.encode())


def test_the_same_text_at_the_same_path_is_sampled_as_it_was_recorded(
    extraction: Extraction, base_with: BaseWith, file_with: FileWith
) -> None:
    base = base_with(file_with("a.py", TEXT, fingerprint=RECORDED))

    assert RECORDED == sampling("a.py", [base], is_compared=True)(extraction)


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
    extraction: Extraction, base_with: BaseWith, file_with: FileWith, path: str, text: str, recorded: str
) -> None:
    base = base_with(replace(file_with(path, text), fingerprint=fingerprint(recorded)))

    assert fingerprint_of(TEXT.encode()) == sampling("a.py", [base], is_compared=True)(extraction)


def test_where_nothing_is_compared_nothing_is_sampled(extraction: Extraction) -> None:
    assert NO_LINES == sampling("a.py", [], is_compared=False)(extraction)
