"""HDF5, the container of Keras' `.h5` and of `model.weights.h5`: its signature, its length, its tensors.

After the HDF5 File Format Specification 3.0, section II.A (superblocks 0 to 3). With the extra `hdf5` the datasets are
read through h5py; it is a C library with a history of faults on hostile files, so it sees a file only after it proved
whole, and never by default.
"""

from __future__ import annotations

from hatch_oaml.records.tensors import Weights
from hatch_oaml.values.bilingual import Bilingual
from hatch_oaml.weights._contract import (
    BrokenError,
    Cursor,
    UnreadError,
    WeightFile,
    WeightFormat,
    ends_too_early,
)
from hatch_oaml.weights._hdf5_tensors import NOT_INSTALLED, SIGNATURE, read_tensors

_LARGEST_USER_BLOCK = 64 * 1024
_WHOLE = Bilingual(
    en=f"it is whole by its length; its tensors were not read: {NOT_INSTALLED.en}",
    zh=f"按长度看文件是完整的；其中的张量未读取：{NOT_INSTALLED.zh}",
)


def _recognizes(source: WeightFile) -> bool:
    return _superblock(source) is not None


def _superblock(source: WeightFile) -> int | None:
    """At byte 0, or behind a user block of 512, 1024, 2048, … bytes."""
    offset = 0
    while offset + 8 <= min(source.size, _LARGEST_USER_BLOCK):
        if source.at(offset, 8) == SIGNATURE:
            return offset
        offset = offset * 2 or 512
    return None


def _read(source: WeightFile) -> Weights:
    start = _superblock(source)
    if start is None:
        raise BrokenError(
            f"its first bytes are {source.head[:8]!r}, expected HDF5's {SIGNATURE!r}",
            f"文件开头为 {source.head[:8]!r}，应为 HDF5 的 {SIGNATURE!r}",
        )
    end = _end(source, start)
    if end > source.size:
        raise ends_too_early(source.size, end)
    contents = read_tensors(source.at, source.size)
    if contents is None:
        return Weights(format=FORMAT.name, unread=_WHOLE)
    return Weights(format=FORMAT.name, tensors=contents.tensors, faults=contents.faults)


def _end(source: WeightFile, start: int) -> int:
    """The superblock's end-of-file address, moved as far as the file was since its base address was written."""
    cursor = Cursor(source, start + len(SIGNATURE))
    version = cursor.number("B")
    if version > 3:
        raise UnreadError(f"HDF5 superblock version {version} is unknown", f"未知的 HDF5 超级块版本 {version}")
    if version < 2:
        cursor.skip(4)
        width = cursor.number("B")
        cursor.skip(10 if version == 0 else 14)
    else:
        width = cursor.number("B")
        cursor.skip(2)
    if width not in {2, 4, 8}:
        raise BrokenError(f"its addresses are {width} bytes wide", f"其地址宽度为 {width} 字节")
    addresses = [int.from_bytes(cursor.take(width), "little") for _ in range(3)]
    return start + addresses[2] - addresses[0]


FORMAT = WeightFormat(name="hdf5", recognizes=_recognizes, read=_read)
