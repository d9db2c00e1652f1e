"""A model card is read for what it says itself: keys that hubs know, and sections under headings that people write."""

from __future__ import annotations

import pytest

from hatch_oaml.project.card_headings import HEADINGS, HeadingWords, what_stands_below
from hatch_oaml.project.model_card import is_model_card, read_model_card
from hatch_oaml.records.model_card import ModelCard

CARD = """\
---
license: other
pipeline_tag: text-generation
library_name: transformers
language: [zh, en]
tags:
- chat
- chat
datasets: ["lab/one", lab/two]
metrics: [TODO, bleu]
---

# Lantern <!-- hidden -->

A model that
answers. 会回答问题。

```
# Limitations
none
```

## 2. Intended Uses

For support.

<!-- For weapons. -->
At night too.

## Bias, Risks & Limitations

[More Information Needed]

### 已知局限性

不会算术。

Direct Users
------------

Support staff.

## Ethical considerations ##

TODO
"""


def test_each_fact_is_in_the_card_s_own_words() -> None:
    assert ModelCard(
        description="A model that answers. 会回答问题。",
        task="text-generation",
        library="transformers",
        languages=("zh", "en"),
        tags=("chat",),
        datasets=("lab/one", "lab/two"),
        metrics=("bleu",),
        uses="For support.\n\nAt night too.",
        limitations="不会算术。",
        users="Support staff.",
    ) == read_model_card(CARD.encode())


def test_a_section_that_describes_the_model_goes_before_what_stands_below_the_title() -> None:
    assert "Ours." == read_model_card(b"# Lantern\n\nHello.\n\n## Model Description\n\nOurs.\n").description


@pytest.mark.parametrize(
    "text",
    [
        "",
        "# Lantern\n",
        "# Lantern\n\n![x](y.png)\n",
        "# Lantern\n\n<p>x</p>\n",
        "# L\n\n| a | b |\n",
        "# L\n\n- a\n",
        "# L\n\nTODO\n",
    ],
)
def test_what_a_card_does_not_say_is_not_told(text: str) -> None:
    assert ModelCard() == read_model_card(text.encode())


def test_a_long_section_is_told_by_whole_paragraphs() -> None:
    text = read_model_card(f"## Uses\n\n{'a' * 5000}\n\n{'b' * 5000}\n".encode()).uses

    assert "a" * 5000 == text


def test_any_bytes_are_read() -> None:
    assert ModelCard(tags=("?",)) == read_model_card(b'---\ntags: ["\\ud800"]\n---\n')
    assert ModelCard() == read_model_card(b"\xff\xfe\x00# Lantern\n\nNo text of any encoding.\n")


@pytest.mark.parametrize("row", HEADINGS, ids=lambda row: f"{row.about} {row.language}")
def test_every_row_of_headings_finds_its_sample_and_not_the_other(row: HeadingWords) -> None:
    assert row.about == what_stands_below(row.sample)
    assert row.about == what_stands_below(f"🚀 3.1 **{row.sample}**:")
    assert what_stands_below(row.other) is None


@pytest.mark.parametrize(
    ("path", "expected"), [("README.md", True), ("readme.MD", True), ("data/README.md", False), ("README.rst", False)]
)
def test_the_card_is_that_of_the_whole(path: str, *, expected: bool) -> None:
    assert expected is is_model_card(path)
