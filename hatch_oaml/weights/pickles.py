"""Pickles of other libraries (scikit-learn, joblib, plain Python): what they would import, and whether they are whole.

After `pickletools`. joblib puts the arrays' raw bytes between the opcodes: behind the first such array one cannot see.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from hatch_oaml.records.tensors import Weights
from hatch_oaml.values.bilingual import Bilingual
from hatch_oaml.values.expressions import expression
from hatch_oaml.values.packing_marks import BZIP2, GZIP, XZ, ZSTANDARD
from hatch_oaml.weights._contract import (
    LARGEST_READ,
    ZLIB,
    WeightFile,
    WeightFormat,
    first,
)
from hatch_oaml.weights._pickle import MOST_OPCODES, Budget, examine_pickle

if TYPE_CHECKING:
    from hatch_oaml.weights._pickle import Pickled

_LZMA, _LZ4 = b"]\0\0", b"\x04\x22\x4d\x18"
_COMPRESSED = (GZIP[:2], *ZLIB, BZIP2, XZ, ZSTANDARD, _LZMA, _LZ4)
"""What joblib compresses with."""
_PROTOCOL = expression(
    rb"\x80[\2-\5][\x95c}\])(KMXU\x8cJN]|[}\]]q\0|\([dl]p\d+\r?\n|c[\w.]+\r?\n\w+\r?\n(?:p\d+\r?\n|q\0|\()", re.ASCII
)


def _recognizes(source: WeightFile) -> bool:
    """Every pickle ends with a full stop; a text, whose lines end with something else, never does."""
    return bool(_PROTOCOL.match(source.head)) and (source.is_beginning or source.at(source.size - 1, 1) == b".")


def _read(source: WeightFile) -> Weights:
    if source.head.startswith(_COMPRESSED):
        return _read_compressed(source)
    pickled = examine_pickle(source, 0, source.size, Budget())
    raw_arrays = any(name.startswith("joblib.numpy_pickle") for name in pickled.imports)
    return Weights(
        format=FORMAT.name,
        faults=first([pickled.fault] if pickled.fault and not raw_arrays else []),
        imports=tuple(sorted(pickled.imports)),
        unread=_unread(pickled, raw_arrays=raw_arrays),
    )


def _read_compressed(source: WeightFile) -> Weights:
    # only a compressed file is worth the import
    from hatch_oaml.weights._packed import beginning, unpacked  # noqa: PLC0415

    start = beginning(source.path, unpacked(source, LARGEST_READ))
    pickled = examine_pickle(start, 0, start.size, Budget())
    return Weights(
        format=FORMAT.name,
        imports=tuple(sorted(pickled.imports)),
        unread=Bilingual(en="it is a compressed pickle", zh="这是压缩过的 pickle"),
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
