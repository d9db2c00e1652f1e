"""What the readers of all weight formats share: a file read at chosen places, and the two ways of giving up."""

from __future__ import annotations

import struct
from functools import cached_property
from itertools import islice
from typing import TYPE_CHECKING, BinaryIO

from hatch_oaml.values.bilingual import Bilingual
from hatch_oaml.values.expressions import expression
from hatch_oaml.values.frozen import frozen
from hatch_oaml.values.packing_marks import ZIP
from hatch_oaml.values.weight_names import NAMES_OF_FORMATS
from hatch_oaml.values.wording import abbreviated
from hatch_oaml.weights._zip import LongDirectoryError, Members, read_members

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from hatch_oaml.records.tensors import Weights
    from hatch_oaml.values.paths import ArchivePath

WINDOW = 64 * 1024
LARGEST_READ = 8 * 1024 * 1024
"""Parsed JSON takes up to 20 times its size: so a reader stays below 200 MB on any bytes."""
MOST_TENSORS = 30_000
"""In one file: a second's work. The largest models have tens of thousands, over hundreds of shards."""
MOST_FAULTS = 20
_LARGEST_COUNT = 2**63
_LOCAL_HEADER = 30
OLD_PICKLES = (b"(dp", b"(lp", b"}q", b"]q", b"ccopy_reg\n", b"ccollections\n", b"cnumpy")
"""How pickles of protocols 0 and 1 begin, which are texts."""
TREES = expression(rb"tree\r?\nversion=|\s{0,9}\{\s{0,9}\"learner\"")
"""How dumps of LightGBM and XGBoost begin, which are texts."""
ZLIB = (b"x\x01", b"x\x5e", b"x\x9c", b"x\xda")
"""How compressed files begin; of zlib's two bytes nothing is sure but in a file that is called a pickle."""


class BrokenError(Exception):
    """The file cannot be whole."""

    def __init__(self, en: str, zh: str) -> None:
        self.fault = Bilingual(en=en, zh=zh)
        super().__init__(en)


class UnreadError(Exception):
    """The file may be whole; we cannot tell."""

    def __init__(self, en: str, zh: str) -> None:
        self.reason = Bilingual(en=en, zh=zh)
        super().__init__(en)


class WeightFile:
    """A file of `size` bytes, read through a small window; one asks for what one needs and never for all of it.

    `is_beginning` tells that more bytes follow, which are not at hand: those of a compressed file.
    """

    is_beginning = False

    def __init__(self, path: ArchivePath, file: BinaryIO, size: int) -> None:
        self.path = path
        self.size = size
        self._file = file
        self._start = 0
        self._window = b""

    def at(self, offset: int, length: int) -> bytes:
        """:raises BrokenError: if the file ends before.
        :raises UnreadError: if `length` is more than is ever read at once.
        """
        start = offset - self._start
        if start < 0 or start + length > len(self._window):
            self._move_window(offset, length)
            start = 0
        return self._window[start : start + length]

    def _move_window(self, offset: int, length: int) -> None:
        if offset < 0 or length < 0 or offset + length > self.size:
            raise ends_too_early(self.size, offset + length)
        if length > LARGEST_READ:
            raise UnreadError(
                f"one part of its header is {length:,} bytes long; at most {LARGEST_READ:,} are read",
                f"文件头的一部分长 {length:,} 字节，最多只读取 {LARGEST_READ:,} 字节",
            )
        self._file.seek(offset)
        self._window = self._file.read(max(length, WINDOW))
        self._start = offset
        if len(self._window) < length:
            raise ends_too_early(offset + len(self._window), offset + length)

    @cached_property
    def head(self) -> bytes:
        return self.at(0, min(self.size, 1024))

    @property
    def first_member(self) -> str | None:
        """The name in the local header at the start, if this is a ZIP archive."""
        if not self.head.startswith(ZIP) or len(self.head) < _LOCAL_HEADER:
            return None
        length = int.from_bytes(self.head[26:28], "little")
        return self.head[_LOCAL_HEADER : _LOCAL_HEADER + length].decode("utf-8", "replace")

    @cached_property
    def members(self) -> Members | None:
        """The central directory, if this is a ZIP archive that has one."""
        return self._directory() if self.head.startswith(ZIP) else None

    @cached_property
    def appended_members(self) -> Members | None:
        """As `members`, if a ZIP archive stands behind something else: a program, a picture, a script."""
        if self.is_beginning or self.head.startswith(ZIP):
            return None
        return self._directory()

    def _directory(self) -> Members | None:
        try:
            return read_members(self.at, self.size)
        except LongDirectoryError as error:
            raise UnreadError(
                f"its ZIP directory is {error.args[0]:,} bytes long", f"其 ZIP 目录长达 {error.args[0]:,} 字节"
            ) from None


def ends_too_early(size: int, needed: int) -> BrokenError:
    return BrokenError(
        f"truncated: at least {needed:,} bytes are expected, the file has {size:,}",
        f"文件被截断：至少应有 {needed:,} 字节，实有 {size:,} 字节",
    )


class Cursor:
    """Reads one value after the other, `order` being `struct`'s sign for the byte order."""

    def __init__(self, source: WeightFile, position: int = 0, order: str = "<") -> None:
        self.at = source.at
        self.position = position
        self.order = order

    def take(self, length: int) -> bytes:
        data = self.at(self.position, length)
        self.position += length
        return data

    def number(self, code: str) -> int:
        """`code` is `struct`'s letter for an integer."""
        layout = self.order + code
        return int(struct.unpack(layout, self.take(struct.calcsize(layout)))[0])

    def skip(self, length: int) -> None:
        self.position += length


@frozen
class WeightFormat:
    """A weight format: `recognizes` looks at the content.

    `read` raises `BrokenError` and `UnreadError` alone, on any bytes.
    """

    name: str
    recognizes: Callable[[WeightFile], bool]
    read: Callable[[WeightFile], Weights]

    @property
    def names(self) -> tuple[str, ...]:
        """File name patterns that promise the format."""
        return NAMES_OF_FORMATS.get(self.name, ())


def count(shape: Iterable[int]) -> int | None:
    """How many elements; None if more than any file can hold, as long products are slow to compute."""
    product = 1
    overflow = False
    for extent in shape:
        if extent == 0:
            return 0
        overflow = overflow or product > _LARGEST_COUNT
        product = 1 if overflow else product * extent
    return None if overflow or product > _LARGEST_COUNT else product


def first(faults: Iterable[Bilingual]) -> tuple[Bilingual, ...]:
    """A file that is broken in a hundred thousand places is broken enough."""
    return tuple(islice(faults, MOST_FAULTS))


def plain(text: str) -> str:
    """`text` without lone surrogates, which no file of ours could hold."""
    return text.encode("utf-8", "backslashreplace").decode()


def wrong_size(name: str, *, bits: int | None, found: int, what: str) -> Bilingual:
    """:param bits: that `what`, a dtype and shape as in `bf16 [2, 3]`, takes; None if no file could hold it."""
    if bits is None:
        return Bilingual(
            en=f"tensor `{abbreviated(name)}`: {what} takes more bytes than a file can hold, found {found:,}",
            zh=f"张量 `{abbreviated(name)}`：{what} 所需字节多于任何文件所能容纳，实有 {found:,} 字节",
        )
    expected = f"{bits // 8:,}" + (f".{bits % 8 * 125:03}".rstrip("0") if bits % 8 else "")
    return Bilingual(
        en=f"tensor `{abbreviated(name)}`: {what} takes {expected} bytes, found {found:,}",
        zh=f"张量 `{abbreviated(name)}`：{what} 应占 {expected} 字节，实有 {found:,} 字节",
    )


def too_many(found: int, limit: int) -> UnreadError:
    return UnreadError(
        f"it has {found:,} tensors; at most {limit:,} are read",
        f"文件有 {found:,} 个张量，最多只读取 {limit:,} 个",
    )
