"""A digest is 64 lower-case hexadecimal digits and nothing else."""

from __future__ import annotations

import io
import uuid

import pytest
from hypothesis import given, strategies as st

from hatch_oaml.values.digests import (
    UNKNOWN,
    RunningSha256,
    digest_for_uuid,
    read_blocks,
    sha256,
    sha256_of,
    sha256_of_blocks,
    sha256_of_name,
)

EMPTY = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"  # FIPS 180-4's digest of nothing


def test_the_digest_of_nothing_is_the_published_one() -> None:
    assert EMPTY == sha256_of(b"")


@given(st.binary())
def test_what_is_computed_can_be_read(data: bytes) -> None:
    assert sha256_of(data) == sha256(sha256_of(data))


def test_the_placeholder_has_the_length_of_any_digest() -> None:
    assert UNKNOWN == sha256(UNKNOWN)
    assert len(EMPTY) == len(UNKNOWN)


@pytest.mark.parametrize("text", ["", EMPTY[1:], EMPTY + "0", EMPTY.upper(), EMPTY + "\n", "g" * 64, "\u0660" * 64])
def test_anything_else_is_no_digest(text: str) -> None:
    with pytest.raises(ValueError) as caught:  # noqa: PT011  # the whole message is asserted below
        sha256(text)
    assert text == str(caught.value)


@given(st.lists(st.binary()))
def test_bytes_have_one_digest_however_they_are_cut(blocks: list[bytes]) -> None:
    whole = b"".join(blocks)
    running = RunningSha256()
    for block in blocks:
        running.update(memoryview(block))

    assert (sha256_of(whole), len(whole)) == (running.digest(), running.size)
    assert sha256_of(whole) == sha256_of_blocks(blocks)


@pytest.mark.parametrize("size", [0, 1, 1 << 20, (1 << 20) + 1])
def test_a_stream_is_read_to_its_end(size: int) -> None:
    assert bytes(size) == b"".join(read_blocks(io.BytesIO(bytes(size)).read))


def test_a_path_that_is_no_text_has_a_name_of_its_own() -> None:
    assert 3 == len({sha256_of_name("a\udcff"), sha256_of_name("a\udcfe"), sha256_of_name("a")})


@given(st.lists(st.text()))
def test_a_uuid_of_blocks_is_that_of_their_text(blocks: list[str]) -> None:
    namespace = uuid.NAMESPACE_URL

    digest = digest_for_uuid([namespace.bytes, *(block.encode() for block in blocks)])

    assert uuid.uuid5(namespace, "".join(blocks)) == uuid.UUID(bytes=digest, version=5)
