"""NumPy's `.npy` and `.npz`: a header of a dtype and a shape before each array.

After numpy.lib.format, versions 1.0 to 3.0. Not read through numpy: it would be a dependency of 60 MB for one line of
text. An array of objects is a pickle, and what it would import is told.
"""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from hatch_oaml.records.tensors import Tensor, Weights
from hatch_oaml.values.bilingual import Bilingual
from hatch_oaml.values.expressions import expression
from hatch_oaml.values.wording import abbreviated
from hatch_oaml.weights._contract import (
    LARGEST_READ,
    BrokenError,
    UnreadError,
    WeightFile,
    WeightFormat,
    count,
    ends_too_early,
    first,
    plain,
    too_many,
    wrong_size,
)
from hatch_oaml.weights._pickle import Budget, examine_pickle
from hatch_oaml.weights._zip import STORED, ZipMember

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_MAGIC = b"\x93NUMPY"
_LONGEST_HEADER = 10_000
"""numpy itself refuses a longer one (`max_header_size`)."""
_HEADER = expression(
    r"\{'descr': ?(?P<descr>'[<>|=]?\w+(\[\w+\])?'|\[.*\]), ?'fortran_order': ?(?:True|False), ?'shape': ?\((?P<shape>[\d, L]*)\),? ?\}"
)
_DTYPE = expression(r"[<>|=]?(?P<kind>[biufcmMOSUV])(?P<width>\d{1,9})?(\[\w+\])?\Z")
_KINDS = {"b": "bool", "i": "int", "u": "uint", "f": "float", "c": "complex"}
_MOST_MEMBERS = 10_000
_VERSIONS = frozenset({(1, 0), (2, 0), (3, 0)})
_UNKNOWN = "unknown"


def _recognizes(source: WeightFile) -> bool:
    if source.head.startswith(_MAGIC):
        return True
    members = source.members
    return bool(members) and all(name.endswith(".npy") for name in members or ())


def _read(source: WeightFile) -> Weights:
    if source.head.startswith(_MAGIC):
        return _weights(source, list(_one_behind_the_other(source)))
    if not source.head.startswith(b"PK\3\4"):
        raise BrokenError(
            f"its first bytes are {source.head[:6]!r}, expected those of a ZIP archive or {_MAGIC!r}",
            f"文件开头为 {source.head[:6]!r}，应为 ZIP 归档或 {_MAGIC!r}",
        )
    if source.members is None:
        raise BrokenError(
            "truncated: a ZIP archive that ends without its central directory", "文件被截断：ZIP 归档末尾没有中央目录"
        )
    if len(source.members) > _MOST_MEMBERS:
        raise too_many(len(source.members), _MOST_MEMBERS)
    return _weights(
        source, [_member(source, member) for member in source.members.values() if member.name.endswith(".npy")]
    )


def _one_behind_the_other(source: WeightFile) -> Iterator[_Array]:
    """numpy.save's own example writes several arrays into one file."""
    start = number = 0
    while start < source.size and number < _MOST_MEMBERS:
        data = source.at(start, min(source.size - start, _LONGEST_HEADER + 12))
        array = _Array(str(number or ""), data, source.size - start, start)
        end = start + (array.expected or source.size)
        is_last = array.expected is None or end + len(_MAGIC) > source.size or source.at(end, len(_MAGIC)) != _MAGIC
        if not is_last:
            array.size = end - start
        yield array
        start, number = source.size if is_last else end, number + 1


def _member(source: WeightFile, member: ZipMember) -> _Array:
    name = plain(member.name.removesuffix(".npy"))
    data = member.read(source.at, _LONGEST_HEADER + 12)
    if data is None:
        raise UnreadError(f"array `{abbreviated(name)}` cannot be unpacked", f"数组 `{abbreviated(name)}` 无法解压")
    array = _Array(name, data, member.size, member.offset(source.at) if member.method == STORED else None)
    array.member = member
    return array


class _Array:
    """One array: its header, and where it begins if it is not compressed.

    :raises BrokenError: if the header is none.
    """

    def __init__(self, name: str, data: bytes, size: int, start: int | None) -> None:
        self.name = name
        self.size = size
        self.start = start
        self.member: ZipMember | None = None
        wide = len(data) > 6 and data[6] > 1
        self.header = (12 if wide else 10) + int.from_bytes(data[8 : 12 if wide else 10], "little")
        text = data[12 if wide else 10 : self.header].decode("latin-1").strip()
        if not data.startswith(_MAGIC) or len(data) < 10:
            raise BrokenError(f"array `{abbreviated(name)}` has no header", f"数组 `{abbreviated(name)}` 没有头部")
        if self.header > size:
            raise ends_too_early(size, self.header)
        if tuple(data[6:8]) not in _VERSIONS:
            raise UnreadError(
                f"array `{abbreviated(name)}`: version {data[6]}.{data[7]} is unknown",
                f"数组 `{abbreviated(name)}`：未知的版本 {data[6]}.{data[7]}",
            )
        match = _HEADER.match(text)
        if match is None:
            raise UnreadError(
                f"array `{abbreviated(name)}`: header {abbreviated(text)}",
                f"数组 `{abbreviated(name)}` 的头部无法理解：{abbreviated(text)}",
            )
        self.descr = match["descr"].strip("'")
        extents = [part.strip(" L") for part in match["shape"].split(",")]
        last = extents.pop() if len(extents) > 1 or not extents[0] else "(3) is a number"
        if not all(extent.isdecimal() for extent in extents) or not (last.isdecimal() or not last):
            raise BrokenError(
                f"array `{abbreviated(name)}`: ({abbreviated(match['shape'])}) is no shape",
                f"数组 `{abbreviated(name)}`：`({abbreviated(match['shape'])})` 不是形状",
            )
        self.shape = tuple(int(extent) for extent in (*extents, last) if extent)
        self.dtype, self.width = _dtype(self.descr)

    @property
    def expected(self) -> int | None:
        """Bytes of header and elements; None where they are not told, or more than a file can hold."""
        elements = count(self.shape)
        return None if elements is None or self.width is None else self.header + elements * self.width


def _dtype(descr: str) -> tuple[str, int | None]:
    """The name that numpy prints, and bytes per element where they are told."""
    match = _DTYPE.match(descr)
    if match is None:
        return ("structured" if descr.startswith("[") else _UNKNOWN), None
    if match["kind"] == "O":
        return "object", None
    width = int(match["width"] or 0) * (4 if match["kind"] == "U" else 1)
    if match["kind"] in "mM":
        return descr.lstrip("<>|="), 8
    if match["kind"] in _KINDS:
        return (_KINDS[match["kind"]] if match["kind"] == "b" else f"{_KINDS[match['kind']]}{width * 8}"), width
    return descr.lstrip("<>|=").lower(), width


def _weights(source: WeightFile, arrays: list[_Array]) -> Weights:
    return Weights(
        format=FORMAT.name,
        tensors=tuple(_tensor(array) for array in arrays),
        faults=first(_misfits(arrays)),
        imports=_imports(source, arrays),
        unread=_unread(arrays),
    )


def _tensor(array: _Array) -> Tensor:
    elements = count(array.shape)
    size = None if elements is None or array.width is None else elements * array.width
    offset = None if array.start is None or size is None else array.start + array.header
    return Tensor(name=array.name, dtype=array.dtype, shape=array.shape, offset=offset, size=size)


def _misfits(arrays: list[_Array]) -> Iterator[Bilingual]:
    for array in arrays:
        elements = count(array.shape)
        if array.width is None:
            continue
        found = array.size - array.header
        if elements is None or elements * array.width != found:
            what = f"{array.dtype} {abbreviated(str(list(array.shape)))}"
            yield wrong_size(
                array.name, bits=None if elements is None else elements * array.width * 8, found=found, what=what
            )


def _imports(source: WeightFile, arrays: list[_Array]) -> tuple[str, ...]:
    budget = Budget()
    found: set[str] = set()
    for array in arrays:
        if array.dtype == "object" and array.start is not None:
            start = array.start + array.header
            found.update(examine_pickle(source, start, min(array.start + array.size, source.size), budget).imports)
        elif array.dtype == "object" and array.member is not None:
            data = array.member.read(source.at, LARGEST_READ) or b""
            unpacked = WeightFile(source.path, io.BytesIO(data), len(data))
            found.update(examine_pickle(unpacked, min(array.header, len(data)), len(data), budget).imports)
    return tuple(sorted(found))


def _unread(arrays: list[_Array]) -> Bilingual | None:
    packed = [array.name for array in arrays if array.dtype == "object" and array.start is None]
    if not packed:
        return _unknown(array.descr for array in arrays if array.dtype == _UNKNOWN)
    return Bilingual(
        en=f"array `{abbreviated(packed[0])}` is a compressed pickle",
        zh=f"数组 `{abbreviated(packed[0])}` 是压缩过的 pickle",
    )


def _unknown(descriptions: Iterable[str]) -> Bilingual | None:
    names = abbreviated(", ".join(sorted(set(descriptions))))
    if not names:
        return None
    return Bilingual(
        en=f"its dtypes {names} are unknown, so that sizes could not be checked",
        zh=f"未知的 dtype {names}，无法核对其大小",
    )


FORMAT = WeightFormat(name="numpy", recognizes=_recognizes, read=_read)
