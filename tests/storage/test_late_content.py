"""What tells of the other members is written bit by bit, as it is made."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from hatch_oaml.records.members import FileContent, LateContent
from hatch_oaml.storage.copy import copy
from hatch_oaml.storage.entries import Entry
from hatch_oaml.values.digests import BLOCK, Sha256, sha256_of
from hatch_oaml.values.paths import archive_path
from tests.members import silent

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from hatch_oaml.records.members import Digests

HEAD, TAIL = b"head", 5


class Noted:
    """An output that keeps what is written, and how much at once."""

    def __init__(self) -> None:
        self.data = bytearray()
        self.longest = 0

    def reserve(self, size: int) -> None:
        """Nothing to reserve."""

    def block_end(self, offset: int) -> int:
        return offset + BLOCK

    def write_at(self, offset: int, data: bytes | bytearray | memoryview) -> None:
        self.data.extend(bytes(max(0, offset + len(data) - len(self.data))))
        self.data[offset : offset + len(data)] = data
        self.longest = max(self.longest, len(data))


def entry_of(pieces: list[bytes], size: int) -> Entry:
    def made(_digests: Digests) -> Iterator[bytes]:
        yield from pieces

    return Entry(archive_path("a/SUMS"), LateContent(size=size, pieces=made), HEAD, TAIL)


def test_it_is_never_held_whole() -> None:
    pieces = [bytes([number]) * (BLOCK // 4 + 1) for number in range(17)]
    data = b"".join(pieces)
    output = Noted()

    copied = copy(output, [entry_of(pieces, len(data))], silent)

    assert HEAD + data + bytes(TAIL) == output.data
    assert {archive_path("a/SUMS"): sha256_of(data)} == copied.digests
    assert BLOCK + len(pieces[0]) >= output.longest


@pytest.mark.parametrize("pieces", [[b"ab"], [b"ab", b"cd"], [b"a" * BLOCK, b"b" * BLOCK]])
def test_nothing_is_written_beyond_its_end(pieces: list[bytes]) -> None:
    output = Noted()

    with pytest.raises(ValueError, match=r"a/SUMS: \d+ bytes rendered, 3 foretold"):
        copy(output, [entry_of(pieces, 3)], silent)

    assert len(HEAD) + 3 >= len(output.data)


def test_the_digest_of_a_file_is_the_very_one_that_was_expected(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_bytes(b"text")
    expected = Sha256("".join(sha256_of(b"text")))
    content = FileContent(source=str(file), size=4, expected=expected)

    copied = copy(Noted(), [Entry(archive_path("file"), content, b"")], silent)

    assert expected is copied.digests[archive_path("file")]
