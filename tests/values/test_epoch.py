"""SOURCE_DATE_EPOCH is a whole number of seconds that every archive can hold, or it is refused."""

from __future__ import annotations

import pytest
from hatchling.builders.utils import get_reproducible_timestamp
from hypothesis import given, strategies as st

from hatch_oaml.values.bilingual import Bilingual
from hatch_oaml.values.epoch import parse_epoch
from hatch_oaml.values.errors import ConfigurationError
from hatch_oaml.values.wording import abbreviated


def test_without_a_word_it_is_hatchling_s_own_default(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)

    assert get_reproducible_timestamp() == parse_epoch(None)


@given(st.integers(0, (1 << 32) - 1))
def test_seconds_that_gzip_can_hold_are_read(seconds: int) -> None:
    assert seconds == parse_epoch(str(seconds))


@pytest.mark.parametrize(
    "text",
    [
        "",
        " 1",
        "1 ",
        "-1",
        "+1",
        "1.5",
        "1e9",
        "0x10",
        "1_000",
        "yesterday",
        "٣",
        "1²",
        "4294967296",
        "9" * 5000,
        "1\n",
    ],
)
def test_anything_else_is_refused(text: str) -> None:
    expected = Bilingual(
        en=f'SOURCE_DATE_EPOCH: expected whole seconds since 1970, at most 4294967295, got "{abbreviated(text)}"',
        zh=f'SOURCE_DATE_EPOCH：应为自 1970 年起的整秒数，且不超过 4294967295，实为 "{abbreviated(text)}"',
    )

    with pytest.raises(ConfigurationError) as caught:
        parse_epoch(text)
    assert (expected,) == caught.value.messages


@given(st.text())
def test_any_text_is_a_number_or_refused(text: str) -> None:
    try:
        assert 0 <= parse_epoch(text) < 1 << 32
    except ConfigurationError:
        assert not (text.isascii() and text.isdecimal() and int(text) < 1 << 32 and len(text) <= 10)
