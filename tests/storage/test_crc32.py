import zlib

import pytest
from hypothesis import given, strategies as st

from hatch_oaml.storage.crc32 import combined, crc32


@given(st.binary(), st.binary())
def test_the_crc_of_a_whole_follows_from_those_of_its_parts(first: bytes, second: bytes) -> None:
    assert zlib.crc32(first + second) == combined(zlib.crc32(first), zlib.crc32(second), len(second))


def test_the_fast_library_is_taken_where_it_is_installed() -> None:
    assert pytest.importorskip("isal.isal_zlib").crc32 is crc32


@given(st.binary(), st.integers(0, 0xFFFFFFFF))
def test_every_library_computes_the_same_crc(data: bytes, start: int) -> None:
    assert zlib.crc32(data, start) == crc32(data, start)


def test_many_parts_may_be_put_together_one_by_one() -> None:
    whole = 0
    for _ in range(100):
        whole = combined(whole, zlib.crc32(bytes(65535)), 65535)

    assert zlib.crc32(bytes(6553500)) == whole
