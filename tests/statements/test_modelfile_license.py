"""What Ollama shows as a model's license is read out of its Modelfile."""

from __future__ import annotations

import pytest

from hatch_oaml.statements.modelfile import WITNESS
from tests.growing import grows_linearly


def told(text: str) -> list[tuple[str, int]]:
    assert WITNESS.read is not None
    return [(said.value, said.line) for said in WITNESS.read(text) if said.about == "possible-license"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('FROM ./m.gguf\nLICENSE """MIT License\n\nCopyright (c) 2025 Example Lab"""\n', [("MIT License", 2)]),
        ('LICENSE """\nCopyright 2025 Example Lab\nMIT License\n', [("MIT License", 1)]),
        ("FROM ./m.gguf\nlicense Apache-2.0\n", [("Apache-2.0", 2)]),
        ('LICENSE "CC-BY-4.0"\nLICENSE MIT', [("CC-BY-4.0", 1), ("MIT", 2)]),
        ('LICENSE """For research purposes only."""', [("For research purposes only.", 1)]),
        ("LICENSE OpenAtom Model License, Version 1.0\n", []),
        ('LICENSE """Copyright 2025 Example Lab\nUnder the OpenAtom Model License."""\n', []),
        ("LICENSE 开放原子模型许可证 第一版\n", []),
        ("LICENSE see LICENSE\n", []),
        ('LICENSE """\n"""\n', []),
        ('SYSTEM """Ask for the LICENSE MIT gave."""\n', []),
    ],
)
def test_another_license_is_told_and_ours_is_not(text: str, expected: list[tuple[str, int]]) -> None:
    assert expected == told(text)


def test_many_of_them_are_read_in_linear_time() -> None:
    assert grows_linearly(lambda size: told('LICENSE """a\n' * (size // 13)), 60_000)
