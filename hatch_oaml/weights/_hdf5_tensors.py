"""The tensors of an HDF5 file, told by h5py where the extra `hdf5` is installed: their places alone, never their data.

Nothing leads out of the file: of links only hard ones are followed, and what says that its data lie in another file
is a fault. Filters, which may be plugins, run only where data are read.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, NamedTuple

from hatch_oaml.records.tensors import Tensor
from hatch_oaml.values.bilingual import Bilingual
from hatch_oaml.values.extras import how_to_read
from hatch_oaml.values.wording import abbreviated
from hatch_oaml.weights._contract import (
    MOST_FAULTS,
    MOST_TENSORS,
    BrokenError,
    UnreadError,
    count,
    plain,
    wrong_size,
)
from hatch_oaml.weights._hdf5_file import MetadataFile
from hatch_oaml.weights._hdf5_types import dtype_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hatch_oaml.weights._hdf5_file import At

SIGNATURE = b"\x89HDF\r\n\x1a\n"

NOT_INSTALLED = how_to_read("hdf5")
_LONGEST_NAME = 4096


class Contents(NamedTuple):
    tensors: tuple[Tensor, ...]
    faults: tuple[Bilingual, ...]


def read_tensors(at: At, size: int) -> Contents | None:
    """Those of an HDF5 file of `size` bytes, which `at` reads; None where h5py is not installed.

    :raises BrokenError: the library finds it damaged.
    :raises UnreadError: it has too much to be read, or was written by a later version.
    """
    try:
        import h5py  # type: ignore[import-not-found,import-untyped,unused-ignore]  # noqa: PLC0415  # an optional library
    except ImportError:
        return None
    answer = _read(h5py, MetadataFile(at, size), size)
    if isinstance(answer, Contents):
        return answer
    raise answer


def _read(h5py: Any, file: MetadataFile, size: int) -> Contents | BrokenError | UnreadError:
    """An error is answered without its traceback, which holds what h5py had open.

    That would live on until Python ends, and the library, which closes it still later, takes the process down with it.
    """
    try:
        with h5py.File(file, "r") as opened:
            walk = _Walk(h5py, size)
            walk.go(opened["/"].id)
            return Contents(tuple(walk.tensors), tuple(walk.faults))
    except (BrokenError, UnreadError) as refusal:
        return refusal.with_traceback(None)
    except Exception as error:  # noqa: BLE001  # h5py raises whatever a damaged file makes it raise
        return (file.refusal or _refusal(error)).with_traceback(None)


def _refusal(error: Exception) -> BrokenError | UnreadError:
    """A later version is no damage."""
    reason = abbreviated(str(error) or type(error).__name__)
    told = f"the HDF5 library cannot read it: {reason}", f"HDF5 库无法读取：{reason}"
    return UnreadError(*told) if "version" in reason else BrokenError(*told)


@dataclass(slots=True)
class _Walk:
    """From group to group, each once: a group may lie in itself."""

    h5py: Any
    size: int
    tensors: list[Tensor] = field(default_factory=list)
    faults: list[Bilingual] = field(default_factory=list)
    _objects: int = 0

    def go(self, root: Any) -> None:
        groups = [("", root)]
        seen = {self._address(root)}
        while groups:
            prefix, group = groups.pop()
            below = []
            for name, found in self._found_in(group, prefix):
                if isinstance(found, self.h5py.h5d.DatasetID):
                    self._add(name, found)
                elif isinstance(found, self.h5py.h5g.GroupID) and self._address(found) not in seen:
                    seen.add(self._address(found))
                    below.append((f"{name}/", found))
            groups += reversed(below)

    def _found_in(self, group: Any, prefix: str) -> Iterator[tuple[str, Any]]:
        h5l, h5o = self.h5py.h5l, self.h5py.h5o
        for raw in self._names(group):
            name = prefix + plain(raw.decode("utf-8", "replace"))
            if raw in {b"", b"."} or b"/" in raw or len(name) > _LONGEST_NAME:
                raise BrokenError(
                    f"`{abbreviated(name)}` is no name in HDF5", f"`{abbreviated(name)}` 不是 HDF5 中的名称"
                )
            kind = group.links.get_info(raw).type
            if kind == h5l.TYPE_HARD:
                yield name, h5o.open(group, raw)
            elif kind != h5l.TYPE_SOFT:  # a soft one is one more name for what is found anyway
                self._tell(_elsewhere(name))

    def _names(self, group: Any) -> list[bytes]:
        names: list[bytes] = []

        def keep(name: bytes) -> bool | None:
            names.append(name)
            return True if len(names) + self._objects > 2 * MOST_TENSORS else None

        group.links.iterate(keep)
        self._objects += len(names)
        if self._objects > 2 * MOST_TENSORS:
            raise UnreadError(
                f"it has more than {2 * MOST_TENSORS:,} groups and datasets",
                f"其中的组和数据集超过 {2 * MOST_TENSORS:,} 个",
            )
        return names

    def _address(self, group: Any) -> int:
        return int(self.h5py.h5o.get_info(group).addr)

    def _add(self, name: str, dataset: Any) -> None:
        """Before all else: does it lie here? To ask a virtual dataset for its shape opens other files."""
        plist = dataset.get_create_plist()
        if plist.get_layout() == self.h5py.h5d.VIRTUAL or plist.get_external_count():
            self._tell(_elsewhere(name))
            return
        if len(self.tensors) == MOST_TENSORS:
            raise UnreadError(
                f"it has more than {MOST_TENSORS:,} tensors; at most that many are read",
                f"文件中的张量超过 {MOST_TENSORS:,} 个，最多只读取这么多",
            )
        tensor = _tensor(self.h5py, name, dataset)
        self.tensors.append(tensor)
        for fault in _faults(tensor, int(dataset.get_type().get_size()), self.size):
            self._tell(fault)

    def _tell(self, fault: Bilingual) -> None:
        if len(self.faults) < MOST_FAULTS:
            self.faults.append(fault)


def _tensor(h5py: Any, name: str, dataset: Any) -> Tensor:
    """Its bytes have a place if they lie in one piece, as they do unless somebody asked for chunks."""
    dtype, has_fixed_width = dtype_of(h5py, dataset)
    size = int(dataset.get_storage_size())
    in_one_piece = dataset.get_create_plist().get_layout() == h5py.h5d.CONTIGUOUS
    offset = dataset.get_offset() if in_one_piece and has_fixed_width and size else None
    shape = (0,) if dataset.shape is None else tuple(map(int, dataset.shape))
    return Tensor(
        name=name,
        dtype=dtype,
        shape=shape,
        offset=None if offset is None else int(offset),
        size=None if offset is None else size,
    )


def _faults(tensor: Tensor, width: int, size: int) -> Iterator[Bilingual]:
    if tensor.offset is None or tensor.size is None:
        return
    elements = count(tensor.shape)
    if elements is None or elements * width != tensor.size:
        bits = None if elements is None else elements * width * 8
        what = f"{tensor.dtype} {abbreviated(str(list(tensor.shape)))}"
        yield wrong_size(tensor.name, bits=bits, found=tensor.size, what=what)
    end = tensor.offset + tensor.size
    if end > size:
        yield Bilingual(
            en=f"truncated: tensor `{abbreviated(tensor.name)}` ends at byte {end:,}, the file has {size:,}",
            zh=f"文件被截断：张量 `{abbreviated(tensor.name)}` 止于第 {end:,} 字节，而文件只有 {size:,} 字节",
        )


def _elsewhere(name: str) -> Bilingual:
    return Bilingual(
        en=f"`{abbreviated(name)}` lies in another file, which an HDF5 file of weights must not lead to",
        zh=f"`{abbreviated(name)}` 位于另一个文件中，而权重的 HDF5 文件不得指向其他文件",
    )
