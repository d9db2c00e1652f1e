"""Pickles of other libraries (scikit-learn, joblib, plain Python): what they would import, and whether they are whole.

After `pickletools`. joblib puts the arrays' raw bytes between the opcodes: behind the first such array one cannot see.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from hatch_oaml.records.tensors import Weights
from hatch_oaml.values.bilingual import Bilingual
from hatch_oaml.values.expressions import expression
from hatch_oaml.weights._contract import UnreadError, WeightFile, WeightFormat, first
from hatch_oaml.weights._pickle import MOST_OPCODES, Budget, examine_pickle

if TYPE_CHECKING:
    from hatch_oaml.weights._pickle import Pickled

_COMPRESSED = (
    b"\x1f\x8b",
    b"x\x01",
    b"x\x5e",
    b"x\x9c",
    b"x\xda",
    b"BZh",
    b"\xfd7zXZ",
    b"]\x00\x00",
    b"\x04\x22\x4d\x18",
    b"\x28\xb5\x2f\xfd",
)
_PROTOCOL = expression(rb"\x80[\2-\5][\x95c}\])(KMXU\x8cJN]")


def _recognizes(source: WeightFile) -> bool:
    return bool(_PROTOCOL.match(source.head)) and source.at(source.size - 1, 1) == b"."


def _read(source: WeightFile) -> Weights:
    if source.head.startswith(_COMPRESSED):
        raise UnreadError("it is a compressed pickle", "这是压缩过的 pickle")
    pickled = examine_pickle(source, 0, source.size, Budget())
    raw_arrays = any(name.startswith("joblib.numpy_pickle") for name in pickled.imports)
    return Weights(
        format=FORMAT.name,
        faults=first([pickled.fault] if pickled.fault and not raw_arrays else []),
        imports=tuple(sorted(pickled.imports)),
        unread=_unread(pickled, raw_arrays=raw_arrays),
    )


def _unread(pickled: Pickled, *, raw_arrays: bool) -> Bilingual | None:
    if pickled.is_cut:
        return Bilingual(
            en=f"its pickle has more than {MOST_OPCODES:,} opcodes", zh=f"其 pickle 的操作码超过 {MOST_OPCODES:,} 个"
        )
    if raw_arrays:
        return Bilingual(
            en="joblib's raw arrays hide what follows the first of them", zh="joblib 的原始数组之后的内容无法得知"
        )
    return None


FORMAT = WeightFormat(name="pickle", recognizes=_recognizes, read=_read)
