"""A merge's configuration, as mergekit leaves it beside the merged weights."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hatch_oaml.statements._contract import Witness
from hatch_oaml.statements._merge_lists import is_merge, merged_models

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hatch_oaml.records.statement import Statement


def _read(text: str) -> Iterator[Statement]:
    return merged_models(text) if is_merge(text) else iter(())


WITNESS = Witness(name="merge", claims=lambda path: path.lower().endswith((".yml", ".yaml")), read=_read)
