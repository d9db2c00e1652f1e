"""How a clause of the license is cited in a sentence."""

from __future__ import annotations

from hatch_oaml.values.bilingual import Bilingual


def cited(clause: str) -> Bilingual:
    """`3.1 2)` is `clause 3.1 2)`, `第 3.1 款第 2）项`."""
    number, _, item = clause.partition(" ")
    return Bilingual(en=f"clause {clause}", zh=f"第 {number} 款" + (f"第 {item.removesuffix(')')}）项" if item else ""))
