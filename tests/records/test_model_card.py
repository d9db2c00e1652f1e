"""Of a card's front matter plain values and lists are read, and nothing else is taken for one."""

from __future__ import annotations

import pytest

from hatch_oaml.records.model_card import front_matter


@pytest.mark.parametrize(
    ("yaml", "expected"),
    [
        ("license: mit", {"license": ("mit",)}),
        ("license: 'mit'", {"license": ("mit",)}),
        ('license: "a # b"  # why', {"license": ("a # b",)}),
        ("license: mit # why", {"license": ("mit",)}),
        ("license:\n- mit\n- apache-2.0", {"license": ("mit", "apache-2.0")}),
        ("license:\n  - mit", {"license": ("mit",)}),
        ("base_model: [a/b, 'c/d']", {"base_model": ("a/b", "c/d")}),
        ("base_model: a/b\r\nlicense: mit\r", {"base_model": ("a/b",), "license": ("mit",)}),
        ("extra:\n  license: mit", {"extra": ()}),
        ("license: null", {"license": ()}),
        ("# license: mit", {}),
        ("url: https://example.org", {"url": ("https://example.org",)}),
    ],
)
def test_the_keys_at_the_top_are_read(yaml: str, expected: dict[str, tuple[str, ...]]) -> None:
    assert expected == front_matter(f"---\n{yaml}\n---\n# Kelp\n".encode())
    assert expected == front_matter(f"\ufeff---\n{yaml}\n---\n".encode())


@pytest.mark.parametrize(
    "card", ["", "# Kelp\n", "license: mit\n", "---\nlicense: mit\n", "\n---\nlicense: mit\n---\n"]
)
def test_a_card_without_front_matter_tells_nothing(card: str) -> None:
    assert {} == front_matter(card.encode())


def test_bytes_that_are_no_text_do_not_stop_the_reading() -> None:
    assert ("mit",) == front_matter(b"---\nlicense: mit\nname: \xff\xfe\n---\n")["license"]
