"""The small texts of an archive that are asked for again once it is closed: what may be the license, tell of changes, or tell what it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hatch_oaml.published.license_search import may_be_called_license
from hatch_oaml.published.trees import HEAD
from hatch_oaml.telling.texts import tells_by_name
from hatch_oaml.values.paths import file_name
from hatch_oaml.values.weight_names import is_weight_name
from hatch_oaml.values.wheel_names import METADATA

if TYPE_CHECKING:
    from collections.abc import Iterable

    from hatch_oaml.archives import Reading
    from hatch_oaml.records.members import StoredMember

_LONGEST = 1 << 20
"""Bytes of one; a license or a changelog has less."""
_ALL = 64 << 20
_METADATA = frozenset({"pyproject.toml", "PKG-INFO", METADATA})


class KeptTexts:
    """By path, as many as have room."""

    def __init__(self) -> None:
        self._texts: dict[str, bytes] = {}
        self._left = _ALL
        self._heads: dict[str, bytes] = {}
        self._left_of_heads = _ALL // 2

    def wants(self, path: str, size: int) -> bool:
        is_told = tells_by_name(path) or may_be_called_license(path) or file_name(path) in _METADATA
        is_record = path.startswith("bases/") and path.endswith(".toml")
        return (is_told or is_record) and size <= min(_LONGEST, self._left)

    def keep(self, path: str, data: bytes) -> None:
        self._texts[path] = data
        self._left -= len(data)

    def read(self, reading: Reading, members: Iterable[tuple[StoredMember, str]]) -> None:
        """:raises SourceError: the archive is damaged."""
        for member, path in members:
            if self.wants(path, member.size):
                self.keep(path, b"".join(map(bytes, reading.blocks(member))))
            elif member.size <= _LONGEST and not is_weight_name(path):
                self._keep_head(path, bytes(next(iter(reading.blocks(member)), memoryview(b""))[:HEAD]))

    def _keep_head(self, path: str, data: bytes) -> None:
        if b"\0" not in data and len(data) <= self._left_of_heads:
            self._heads[path] = data
            self._left_of_heads -= len(data)

    def head(self, path: str) -> bytes | None:
        return self._texts.get(path, self._heads.get(path))

    def get(self, path: str) -> bytes | None:
        return self._texts.get(path)
