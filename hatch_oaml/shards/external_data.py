"""Do the data that an ONNX model keeps in other files lie there, beside it?"""

from __future__ import annotations

import posixpath
from collections import defaultdict
from itertools import chain
from typing import TYPE_CHECKING

from hatch_oaml.shards._contract import Problem, beside, tensors_en, tensors_zh
from hatch_oaml.values.bilingual import Bilingual
from hatch_oaml.values.wording import abbreviated

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from hatch_oaml.records.inventory import Inventory, ReleaseFile
    from hatch_oaml.records.tensors import Tensor


def external_data(inventory: Inventory) -> frozenset[str]:
    """The paths of files in which ONNX models keep their tensors, whatever these are called."""
    return frozenset(
        posixpath.normpath(beside(file, tensor.file))
        for file in inventory
        for tensor in (file.weights.tensors if file.weights else ())
        if tensor.file is not None and not _leaves(tensor.file)
    )


def external_data_problems(inventory: Inventory) -> Iterator[Problem]:
    for file in inventory:
        locations: dict[str, list[Tensor]] = defaultdict(list)
        for tensor in file.weights.tensors if file.weights else ():
            if tensor.file is not None:
                locations[tensor.file].append(tensor)
        yield from chain.from_iterable(
            _location(inventory, file, location, tensors) for location, tensors in locations.items()
        )


def _location(inventory: Inventory, file: ReleaseFile, location: str, tensors: Sequence[Tensor]) -> Iterator[Problem]:
    names = [tensor.name for tensor in tensors]
    if _leaves(location):
        yield _outside(file, location, names)
        return
    data = inventory.by_path.get(posixpath.normpath(beside(file, location)))
    if data is None:
        yield _missing_data(file, location, names)
        return
    last = max(tensors, key=lambda tensor: (tensor.offset or 0) + (tensor.size or 0))
    end = (last.offset or 0) + (last.size or 0)
    if end > data.size and data.pointer is None:
        yield _short_data(file, location, last, end, data.size)


def _leaves(location: str) -> bool:
    """ONNX's docs/ExternalData.md: relative to the model's folder, POSIX; `a/../w` does not lead out of it."""
    if not location or location.startswith("/") or any(letter in location for letter in "\\:\0"):
        return True
    return posixpath.normpath(location).split("/")[0] in {"..", "."}


def _outside(file: ReleaseFile, location: str, names: Sequence[str]) -> Problem:
    return Problem(
        path=file.path,
        message=Bilingual(
            en=f"the data of {tensors_en(names)} should lie in the model's folder, found `{abbreviated(location)}`",
            zh=f"{tensors_zh(names)}的数据应位于模型所在文件夹内，实为 `{abbreviated(location)}`",
        ),
        fix=Bilingual(
            en='save the model again with `onnx.save(model, path, save_as_external_data=True, location="model.onnx_data")`',
            zh='用 `onnx.save(model, path, save_as_external_data=True, location="model.onnx_data")` 重新保存模型',
        ),
    )


def _missing_data(file: ReleaseFile, location: str, names: Sequence[str]) -> Problem:
    return Problem(
        path=file.path,
        message=Bilingual(
            en=f"the data of {tensors_en(names)} are in `{abbreviated(location)}`, which is not in the release",
            zh=f"{tensors_zh(names)}的数据在 `{abbreviated(location)}` 中，而发布中没有该文件",
        ),
        fix=Bilingual(
            en=f"put `{abbreviated(location)}` beside the model, and see that `tool.oaml.model` matches it",
            zh=f"将 `{abbreviated(location)}` 放到模型旁边，并确认 `tool.oaml.model` 能匹配到它",
        ),
    )


def _short_data(file: ReleaseFile, location: str, tensor: Tensor, end: int, size: int) -> Problem:
    return Problem(
        path=file.path,
        message=Bilingual(
            en=f"tensor `{abbreviated(tensor.name)}` ends at byte {end:,} of `{abbreviated(location)}`, which has {size:,}",
            zh=f"张量 `{abbreviated(tensor.name)}` 止于 `{abbreviated(location)}` 的第 {end:,} 字节，而该文件只有 {size:,} 字节",
        ),
        fix=Bilingual(
            en=f"fetch `{abbreviated(location)}` again, of the same revision as the model",
            zh=f"重新取得与模型同一版本的 `{abbreviated(location)}`",
        ),
    )
