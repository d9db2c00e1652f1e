"""A form of company is known wherever holders are found and wherever they are compared."""

from __future__ import annotations

import re

import pytest

from hatch_oaml.recognition.words.holders import COMPANY
from hatch_oaml.retention.normalization import claims
from hatch_oaml.values.company_forms import LEGAL


@pytest.mark.parametrize("form", LEGAL)
def test_a_form_makes_words_a_name(form: str) -> None:
    assert re.search(COMPANY.either, f"Ostrava Loom {form}")


@pytest.mark.parametrize("form", LEGAL)
def test_a_name_with_a_form_is_no_other_holder_beside_the_name_without(form: str) -> None:
    (bare,), (whole,) = claims("Copyright 2020 Loom"), claims(f"Copyright 2020 Loom, {form}")

    assert not whole.names(bare)
