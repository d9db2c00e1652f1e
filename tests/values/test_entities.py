"""Entities are read by the rules of HTML, and twice where a copyright sign was escaped twice; an address in a program is none."""

from __future__ import annotations

import pytest

from hatch_oaml.values.entities import unescaped


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("&copy; 2020 Loom &amp; Weaver", "© 2020 Loom & Weaver"),
        ("&amp;copy; 2020 Loom", "© 2020 Loom"),
        ("&amp;#169; 2020 Loom", "© 2020 Loom"),
        ("&amp;lt;loom&amp;gt;", "&lt;loom&gt;"),
        ("read(&copyObject)", "read(&copyObject)"),
        ("&copy 2020 Loom", "© 2020 Loom"),
    ],
)
def test_an_entity_is_read_as_its_letter_and_an_address_in_a_program_as_it_stands(text: str, read: str) -> None:
    assert read == unescaped(text)
