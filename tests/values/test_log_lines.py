"""A text of several lines gives no order to the machine that keeps a build's log."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, strategies as st

from hatch_oaml.values.log_lines import COMMANDS, SIGNS, json_text, shown, shown_line, shown_message

ORDER = re.compile(r"^\s*::|##\[|##vso\[|##teamcity\[", re.MULTILINE | re.IGNORECASE)


@pytest.mark.parametrize("sample", [sample for _, _, sample in COMMANDS])
def test_an_order_to_a_build_machine_is_shown_and_not_given(sample: str) -> None:
    assert ORDER.search(sample)
    assert not ORDER.search(shown(f"first\n{sample}\n  {sample}"))
    assert "text" in shown_line(sample)
    assert all(any(sign in text for sign in SIGNS) for text in (sample, sample.upper()))
    assert not ORDER.search(json_text(f'"\n{sample}"'))


@given(text=st.text(st.sampled_from(":# \t\n\r\x1b\u2028[vserox模")))
def test_no_text_gives_an_order(text: str) -> None:
    assert not ORDER.search(shown(text))
    assert not ORDER.search(shown_message(text))


@given(text=st.text())
def test_line_breaks_stay_and_what_is_shown_stays_as_it_is(text: str) -> None:
    assert text.count("\n") == shown(text).count("\n")
    assert shown(text) == shown(shown(text))


def test_usual_text_is_shown_as_it_is() -> None:
    text = "模型：a::b\n    fix: run `x` # 100%"

    assert text == shown(text)


def test_a_message_is_one_line_of_bounded_length_with_its_beginning_and_its_end() -> None:
    told = shown_message(f"pyproject.toml: got {'9' * 4000}\n; write another number")

    assert len(told) < 1600
    assert told.startswith("pyproject.toml: got 999")
    assert told.endswith("999\\n; write another number")
