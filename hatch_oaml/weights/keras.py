"""Keras 3's `.keras`: a ZIP archive of `config.json`, `metadata.json` and `model.weights.h5`.

After keras/src/saving/saving_lib.py. A Lambda layer holds marshalled Python code, which loading runs.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from hatch_oaml.bilingual import Bilingual
from hatch_oaml.tensors import Weights
from hatch_oaml.weights._contract import LARGEST_READ, BrokenError, Format, Source
from hatch_oaml.weights._zip import STORED

if TYPE_CHECKING:
    from hatch_oaml.weights._zip import Member

_CONFIG, _WEIGHTS = "config.json", "model.weights.h5"
_LAMBDA = b'"__lambda__"'
_SIGNATURE = b"\x89HDF\r\n\x1a\n"


def _recognizes(source: Source) -> bool:
    return bool(source.members) and {_CONFIG, _WEIGHTS} <= set(source.members or ())


def _read(source: Source) -> Weights:
    members = source.members
    if members is None:
        raise BrokenError(
            "truncated: a ZIP archive that ends without its central directory is no Keras model",
            "文件被截断：没有中央目录的 ZIP 归档不是 Keras 模型",
        )
    for name in (_CONFIG, _WEIGHTS):
        if name not in members:
            raise BrokenError(f"`{name}` is missing in it", f"其中缺少 `{name}`")
    _check_weights(source, members[_WEIGHTS])
    config = members[_CONFIG].read(source.at, LARGEST_READ)
    return Weights(
        format=FORMAT.name,
        imports=("keras.layers.Lambda",) if config and _LAMBDA in config else (),
        unread=Bilingual(
            en="the tensors of its `model.weights.h5` were not read", zh="其中 `model.weights.h5` 的张量未读取"
        ),
    )


def _check_weights(source: Source, member: Member) -> None:
    start = member.read(source.at, len(_SIGNATURE))
    if start != _SIGNATURE:
        raise BrokenError(f"its `{_WEIGHTS}` is no HDF5 file", f"其中的 `{_WEIGHTS}` 不是 HDF5 文件")
    if member.method == STORED and member.offset(source.at) + member.size > source.size:
        raise BrokenError(f"truncated inside `{_WEIGHTS}`", f"文件在 `{_WEIGHTS}` 内被截断")


FORMAT = Format(name="keras", names=("*.keras",), recognizes=_recognizes, read=_read)
