"""A waiver says why, in words that are not the notice's own."""

from __future__ import annotations

import pytest

from hatch_oaml.records.config import Waiver
from hatch_oaml.retention.waivers import defect_of_waiver

NOTICE = "Copyright 2020 Ostrava Loom, weavers of kelp"


@pytest.mark.parametrize(
    ("reason", "expected"),
    [
        ("", "empty"),
        ("TODO", "placeholder"),
        ("weavers of kelp", "repetition"),
        (NOTICE, "repetition"),
        ("see above", "generic"),
        ("the the the the", "generic"),
        ("参见说明文档", "generic"),
        ("the folder legacy/, of which it speaks, is not shipped", None),
    ],
)
def test_a_reason_is_one_or_says_nothing(reason: str, expected: str | None) -> None:
    assert expected == defect_of_waiver(Waiver(notice=NOTICE, base="b", reason=reason))


def test_a_waiver_of_words_that_any_notice_has_is_of_none() -> None:
    assert "unspecific" == defect_of_waiver(Waiver(notice="Copyright 2020", base="b", reason="the part is not shipped"))
