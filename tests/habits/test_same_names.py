"""A test is called the same whenever it is collected: workers compare the names, and the first that differs ends the run."""

from __future__ import annotations

import gzip
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pytest

STAMPED = re.compile(r"\\x1f\\x8b\\x08\\x00(?!(?:\\x00){4}| no gzip)")
"""The head of a gzip that tells the second of its making (RFC 1952, 2.3: MTIME), as a test's name shows bytes."""


def test_no_name_of_a_test_tells_the_time(request: pytest.FixtureRequest) -> None:
    assert [] == [item.nodeid for item in request.session.items if STAMPED.search(item.nodeid)]


def test_a_stamp_is_seen() -> None:
    late, timeless = (
        gzip.compress(b"a", mtime=time).decode("latin-1").encode("unicode_escape").decode()
        for time in (1_764_540_000, 0)
    )

    assert STAMPED.search(f"test_x[{late}]")
    assert not STAMPED.search(f"test_x[{timeless}]")
