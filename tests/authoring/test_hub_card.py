"""What a hub would read in a card, and it does not say, is told; what the card says rightly is not."""

from __future__ import annotations

import pytest

from hatch_oaml.authoring.card import Facts, new_card
from hatch_oaml.authoring.hub_card import said_to_hubs

BASES = ("vivo-ai/BlueLM-7B-Chat", "example-lab/Lantern-Tiny")
ONE = Facts(name="demo", license="LICENSE", bases=BASES[:1])
TWO = Facts(name="demo", license="LICENSE", bases=BASES)
GOOD = "license: other\nlicense_name: openatom-model-license-1.0\nlicense_link: LICENSE\n"
BASE = "base_model: vivo-ai/BlueLM-7B-Chat\n"


def card(lines: str) -> str:
    return f"---\n{lines}---\n# demo\n"


def told(facts: Facts, text: str | None) -> list[str]:
    said = list(said_to_hubs(facts, text))
    assert all(text.zh.startswith("README.md：") for text in said)
    return [text.en for text in said]


@pytest.mark.parametrize("facts", [Facts(name="demo", license="LICENSE"), ONE, TWO, Facts(name="x", license="L/中 文")])
def test_a_card_that_init_writes_says_all(facts: Facts) -> None:
    assert [] == told(facts, new_card(facts))


@pytest.mark.parametrize(
    "lines",
    [
        GOOD + BASE,
        GOOD.replace("LICENSE", "./LICENSE") + BASE,
        GOOD.replace("LICENSE", "https://example.org/license") + BASE,
        GOOD + "base_model:\n- bluelm-7b-chat\n- other/one\n",
        GOOD + "base_model: https://huggingface.co/vivo-ai/BlueLM-7B-Chat\n",
        GOOD.upper().replace("LICENSE:", "license:").replace("LICENSE_NAME", "license_name")
        .replace("LICENSE_LINK", "license_link") + BASE,
        "license: apache-2.0\n" + BASE,
    ],
)  # fmt: skip
def test_a_card_that_says_it_in_other_ways_is_let_be(lines: str) -> None:
    assert [] == told(ONE, card(lines))


@pytest.mark.parametrize("text", [None, "# demo\n", ""])
def test_a_card_without_front_matter_is_told_all_that_belongs_there(text: str | None) -> None:
    (said,) = told(ONE, text)

    assert all(line in said for line in (*GOOD.splitlines(), BASE.strip()))


@pytest.mark.parametrize(
    ("lines", "missing"),
    [
        (BASE, "license: other"),
        (GOOD, "base_model: vivo-ai/BlueLM-7B-Chat"),
        ("license: openatom-model-license-1.0\n" + BASE, "license: other"),
        (GOOD.replace("license_name: openatom-model-license-1.0\n", "") + BASE, "license_name"),
        (GOOD.replace("license_link: LICENSE\n", "") + BASE, "license_link: LICENSE"),
        (GOOD.replace("LICENSE", "LICENSE.md") + BASE, "license_link: LICENSE"),
    ],
)
def test_what_a_card_lacks_is_told_once(lines: str, missing: str) -> None:
    (said,) = told(ONE, card(lines))

    assert missing in said


def test_a_base_that_has_a_record_and_the_card_does_not_name_is_told() -> None:
    (said,) = told(TWO, card(GOOD + BASE))

    assert "- example-lab/Lantern-Tiny" in said
    assert "BlueLM" not in said
