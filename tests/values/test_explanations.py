"""A sentence says how, or why, or it says nothing: in two languages, by samples drawn before the rule was written.

A third of the samples, `aside`, was put aside until then.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import pytest

from hatch_oaml.values.explanations import GENERIC, says_something

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

SAMPLES = Path(__file__).parents[2] / "fixtures" / "explanations"
LEAST = 0.95


def samples(language: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = tomllib.loads((SAMPLES / f"{language}.toml").read_text(encoding="utf-8"))["sample"]
    return found


@pytest.mark.parametrize("language", ["english", "chinese"])
@pytest.mark.parametrize("aside", [False, True], ids=["seen", "put aside"])
def test_the_samples_are_told_apart(language: str, aside: bool) -> None:  # noqa: FBT001  # which of two sets
    drawn = [sample for sample in samples(language) if sample["aside"] == aside]
    refused = {sample["text"] for sample in drawn if not says_something(sample["text"])}
    due = {sample["text"] for sample in drawn if not sample["says_how"]}

    assert len(drawn) >= 26
    assert len(refused & due) >= LEAST * len(due), due - refused
    assert len(refused & due) >= LEAST * len(refused), refused - due


@pytest.mark.parametrize(
    ("language", "what"), [(language, what) for language, rows in GENERIC.items() for what in rows]
)
def test_words_that_fit_any_change_say_nothing_however_many_there_are(language: str, what: str) -> None:
    assert not says_something(" ".join(GENERIC[language][what]))
    assert says_something(" ".join((*GENERIC[language][what], "telemetry call 遥测调用")))


@pytest.mark.parametrize("text", ["", "…", "123", "zz", "asdf qwer", "https://example.org/log", "the the the"])
def test_noise_says_nothing(text: str) -> None:
    assert not says_something(text)


def test_what_the_entry_says_anyway_says_nothing_more() -> None:
    assert says_something("demo.py quantized")
    assert not says_something("demo.py quantized", ("demo.py", "quantized"))
    assert not says_something("微调", ("微调",))
