"""What calls itself an excerpt, a summary or a translation is known, and each word of the table is needed."""

from __future__ import annotations

import pytest

from hatch_oaml.license.excerpts import OTHER_TEXTS, OtherText, calls_itself_other


@pytest.mark.parametrize("row", OTHER_TEXTS, ids=lambda row: row.yes)
def test_each_word_tells_its_sample_alone(row: OtherText) -> None:
    assert calls_itself_other("LICENSE", row.yes)
    assert calls_itself_other(row.yes, "")
    assert not calls_itself_other("LICENSE", row.no)
    assert row.why


def test_a_file_name_is_read_as_words() -> None:
    assert calls_itself_other("LICENSE_summary_en.md", "")
    assert not calls_itself_other("LICENSE_en.md", "OpenAtom Model License, Version 1.0")
