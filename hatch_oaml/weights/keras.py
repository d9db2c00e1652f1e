"""Keras 3's `.keras`: a ZIP archive of `config.json`, `metadata.json` and `model.weights.h5`.

After keras/src/saving/saving_lib.py. The tensors are told as those of any HDF5 file. A Lambda layer holds marshalled Python code, which loading runs.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from hatch_oaml.records.tensors import Weights
from hatch_oaml.values.bilingual import Bilingual
from hatch_oaml.weights._contract import LARGEST_READ, BrokenError, WeightFile, WeightFormat
from hatch_oaml.weights._hdf5_tensors import NOT_INSTALLED, SIGNATURE, Contents, read_tensors
from hatch_oaml.weights._zip import STORED

if TYPE_CHECKING:
    from hatch_oaml.weights._zip import ZipMember

_CONFIG, _WEIGHTS = "config.json", "model.weights.h5"
_LAMBDA = b'"__lambda__"'


def _recognizes(source: WeightFile) -> bool:
    return bool(source.members) and {_CONFIG, _WEIGHTS} <= set(source.members or ())


def _read(source: WeightFile) -> Weights:
    members = source.members
    if members is None:
        raise BrokenError(
            "truncated: a ZIP archive that ends without its central directory is no Keras model",
            "文件被截断：没有中央目录的 ZIP 归档不是 Keras 模型",
        )
    for name in (_CONFIG, _WEIGHTS):
        if name not in members:
            raise BrokenError(f"`{name}` is missing in it", f"其中缺少 `{name}`")
    config = members[_CONFIG].read(source.at, LARGEST_READ)
    tensors = _tensors(source, members[_WEIGHTS])
    return Weights(
        format=FORMAT.name,
        imports=("keras.layers.Lambda",) if config and _LAMBDA in config else (),
        tensors=tensors.tensors if isinstance(tensors, Contents) else (),
        faults=tensors.faults if isinstance(tensors, Contents) else (),
        unread=None if isinstance(tensors, Contents) else tensors,
    )


def _tensors(source: WeightFile, member: ZipMember) -> Contents | Bilingual:
    """Those in its HDF5 file; or why they were not read."""
    if member.read(source.at, len(SIGNATURE)) != SIGNATURE:
        raise BrokenError(f"its `{_WEIGHTS}` is no HDF5 file", f"其中的 `{_WEIGHTS}` 不是 HDF5 文件")
    contents = _stored(source, member) if member.method == STORED else _inflated(source, member)
    return contents or Bilingual(
        en=f"the tensors of its `{_WEIGHTS}` were not read: {NOT_INSTALLED.en}",
        zh=f"其中 `{_WEIGHTS}` 的张量未读取：{NOT_INSTALLED.zh}",
    )


def _stored(source: WeightFile, member: ZipMember) -> Contents | None:
    """As Keras saves it: the tensors lie in the archive as they are."""
    start = member.offset(source.at)
    if start + member.size > source.size:
        raise BrokenError(f"truncated inside `{_WEIGHTS}`", f"文件在 `{_WEIGHTS}` 内被截断")
    contents = read_tensors(lambda offset, length: source.at(start + offset, length), member.size)
    if contents is None:
        return None
    placed = (
        tensor if tensor.offset is None else replace(tensor, offset=start + tensor.offset)
        for tensor in contents.tensors
    )
    return contents._replace(tensors=tuple(placed))


def _inflated(source: WeightFile, member: ZipMember) -> Contents | Bilingual | None:
    """In memory, so a small one only; its tensors lie nowhere as they are."""
    if member.size > LARGEST_READ:
        return Bilingual(
            en=f"its `{_WEIGHTS}` is compressed, and longer than the {LARGEST_READ:,} bytes that are unpacked",
            zh=f"其中的 `{_WEIGHTS}` 经过压缩，且长于可解压的 {LARGEST_READ:,} 字节",
        )
    data = member.read(source.at, member.size)
    if data is None or len(data) < member.size:
        raise BrokenError(f"truncated inside `{_WEIGHTS}`", f"文件在 `{_WEIGHTS}` 内被截断")
    contents = read_tensors(lambda offset, length: data[offset : offset + length], member.size)
    if contents is None:
        return None
    return contents._replace(tensors=tuple(replace(tensor, offset=None, size=None) for tensor in contents.tensors))


FORMAT = WeightFormat(name="keras", recognizes=_recognizes, read=_read)
