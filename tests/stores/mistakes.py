"""Mistakes of stores, for tests that need one."""

from __future__ import annotations

from hatch_oaml.values.bilingual import Bilingual
from hatch_oaml.values.errors import SourceError


def broken(offset: int) -> SourceError:
    return SourceError(Bilingual(en=f"broken at byte {offset}", zh=f"在第 {offset} 字节处中断"))
