from __future__ import annotations

import struct
from typing import TYPE_CHECKING

import pytest

from hatch_oaml.values.extras import how_to_read

if TYPE_CHECKING:
    from tests.weights.conftest import InspectBytes

pytestmark = pytest.mark.usefixtures("without_h5py")

SIGNATURE = b"\x89HDF\r\n\x1a\n"


def superblock(version: int, end: int, base: int = 0) -> bytes:
    addresses = struct.pack("<QQQ", base, 2**64 - 1, end)
    if version < 2:
        return SIGNATURE + bytes([version, 0, 0, 0, 0, 8, 8, 0]) + bytes(8 if version == 0 else 12) + addresses
    return SIGNATURE + bytes([version, 8, 8, 0]) + addresses


@pytest.mark.parametrize("version", range(4))
@pytest.mark.parametrize("user_block", [0, 512, 2048])
def test_a_file_is_whole_if_it_reaches_its_end_address(
    inspect_bytes: InspectBytes, version: int, user_block: int
) -> None:
    data = (bytes(user_block) + superblock(version, 4096, base=user_block)).ljust(4096, b"\0")

    whole, cut = inspect_bytes("model.h5", data), inspect_bytes("model.h5", data[:-1])

    assert whole.faults == ()
    assert whole.unread is not None
    assert f"it is whole by its length; its tensors were not read: {how_to_read('hdf5').en}" == whole.unread.en
    assert [fault.en for fault in cut.faults] == ["truncated: at least 4,096 bytes are expected, the file has 4,095"]


def test_a_file_that_was_moved_behind_something_is_whole_all_the_same(inspect_bytes: InspectBytes) -> None:
    data = bytes(512) + superblock(2, 1024).ljust(1024, b"\0")

    assert () == inspect_bytes("model.h5", data).faults
    assert ["truncated: at least 1,536 bytes are expected, the file has 1,535"] == [
        fault.en for fault in inspect_bytes("model.h5", data[:-1]).faults
    ]


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (bytes(2000), r"its first bytes are b'\x00\x00\x00\x00\x00\x00\x00\x00', expected HDF5's b'\x89HDF\r\n\x1a\n'"),
        (SIGNATURE + bytes([2, 3]) + bytes(100), "its addresses are 3 bytes wide"),
        (SIGNATURE, "truncated: at least 9 bytes are expected, the file has 8"),
    ],
)
def test_a_broken_file_says_what_was_expected_and_found(inspect_bytes: InspectBytes, data: bytes, reason: str) -> None:
    assert [reason] == [fault.en for fault in inspect_bytes("model.h5", data).faults]


def test_an_unknown_superblock_is_said(inspect_bytes: InspectBytes) -> None:
    unread = inspect_bytes("model.h5", SIGNATURE + bytes([9]) + bytes(100)).unread

    assert unread is not None
    assert unread.en == "HDF5 superblock version 9 is unknown"
