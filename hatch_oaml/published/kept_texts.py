"""The small texts of an archive that are asked for again once it is closed: what may be the license, tell of changes, or tell what it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hatch_oaml.published.license_search import may_be_called_license
from hatch_oaml.telling.texts import tells_by_name
from hatch_oaml.values.paths import file_name

if TYPE_CHECKING:
    from collections.abc import Iterable

    from hatch_oaml.archives import Reading
    from hatch_oaml.records.members import StoredMember

_LONGEST = 1 << 20
"""Bytes of one; a license or a changelog has less."""
_ALL = 64 << 20
_METADATA = frozenset({"pyproject.toml", "PKG-INFO", "METADATA"})


class KeptTexts:
    """By path, as many as have room."""

    def __init__(self) -> None:
        self._texts: dict[str, bytes] = {}
        self._left = _ALL

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

    def get(self, path: str) -> bytes | None:
        return self._texts.get(path)
