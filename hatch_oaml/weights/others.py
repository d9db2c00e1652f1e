"""Formats that we know by name or by their first bytes, and cannot read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hatch_oaml.records.tensors import Weights
from hatch_oaml.values.bilingual import Bilingual
from hatch_oaml.values.expressions import expression
from hatch_oaml.weights._contract import LARGEST_READ, WeightFormat

if TYPE_CHECKING:
    from hatch_oaml.weights._contract import WeightFile

_MAGIC = {
    b"lmgg": "GGML",
    b"fmgg": "GGMF",
    b"tjgg": "GGJT",
    b"algg": "GGLA",
    b"RKNN\0\0\0\0": "RKNN",
    b"CYPTRKNN": "RKNN",
    b"IMOD\0\1\0\0": "Ascend",
    b"\x12\1\0\0\0\0\0\0\0\0\0\0\0\0\0\0": "MXNet",
}
_IDENTIFIERS = {b"ET12": "ExecuTorch", b"MSL1": "MindSpore Lite", b"MSL2": "MindSpore Lite", b"ORTM": "ONNX Runtime"}
"""Of FlatBuffers, behind the root table's offset."""
_BEGINNINGS = {
    "LightGBM": expression(rb"tree\r?\nversion=v\d{1,3}\r?\nnum_class=\d{1,9}\r?\n"),
    "XGBoost": expression(rb"\{L\0{7}\x07learner\{|binf(?![\s -~]{8})[\0-\xff]{8}"),
    "Paddle-Lite": expression(rb"[\1\2]\0v\d{1,2}\.\d{1,2}[\w.-]{0,10}\0"),
    "TensorRT": expression(rb"[pf]trt[\0-\xff]{2}\0\0"),
    "MindIR": expression(rb"\n[\1-\x20][\w.]+\x12\tMindSpore"),
    "MindSpore": expression(
        rb"\n[\x80-\xff]{0,9}[\0-\x7f]\n[\x80-\xff]?[\1-\x7f][ -\xff]{1,300}?\x12[\x80-\xff]{0,9}[\0-\x7f]"
        rb"(?:\x08[\x80-\xff]{0,9}[\0-\x7f]){0,12}\x12[\3-\x14](?:BFloat|Float|Double|U?Int|Bool|Complex|QInt)\d{0,3}\x1a"
    ),
}
"""Of trees a dump's first lines, or its first bytes in UBJSON and in XGBoost's older form; what `opt` wrote, and its version; a TensorRT engine's version; `ModelProto` of mind_ir.proto; the first `Value` of MindSpore's checkpoint.proto."""

_LEARNER = expression(rb"\s{0,9}\{\s{0,9}\"learner\"\s{0,9}:\s{0,9}\{")
_BOOSTER = expression(rb"\"gradient_booster\"\s{0,9}:\s{0,9}\{\s{0,9}\"(?:model|gbtree)\"\s{0,9}:")

_SUFFIXES = {
    "ggml": "GGML",
    "ckpt": "TensorFlow / MindSpore / Lightning",
    "distcp": "PyTorch DCP",
    "msgpack": "Flax",
    "mpk": "Burn",
    "pdparams": "PaddlePaddle",
    "pdopt": "PaddlePaddle",
    "pdiparams": "PaddlePaddle",
    "pdmodel": "PaddlePaddle",
    "pb": "TensorFlow",
    "engine": "TensorRT",
    "plan": "TensorRT",
    "trt": "TensorRT",
    "nemo": "NVIDIA NeMo",
    "mindir": "MindSpore",
    "om": "Ascend",
    "air": "Ascend",
    "pte": "ExecuTorch",
    "rknn": "RKNN",
    "mnn": "MNN",
    "caffemodel": "Caffe",
    "params": "MXNet",
    "weights": "Darknet",
}
"""What a file of that suffix is called in a message; the suffix itself where it is not here."""


def _by_content(source: WeightFile) -> str | None:
    head = source.head
    if head[4:8] in _IDENTIFIERS and 8 <= int.from_bytes(head[:4], "little") < max(source.size, 1024):
        return _IDENTIFIERS[head[4:8]]
    magic = next((magic for magic in _MAGIC if head.startswith(magic)), None)
    if magic:
        return _MAGIC[magic]
    known = next((name for name, start in _BEGINNINGS.items() if start.match(head)), None)
    return "XGBoost" if known is None and _is_learner(source) else known


def _is_learner(source: WeightFile) -> bool:
    """Has a dump of XGBoost in JSON what it keeps its trees in? Settings and people may be called a learner, too."""
    if _LEARNER.match(source.head) is None:
        return False
    return _BOOSTER.search(source.at(0, min(source.size, LARGEST_READ))) is not None


def _recognizes(source: WeightFile) -> bool:
    return _by_content(source) is not None


def _read(source: WeightFile) -> Weights:
    known = _by_content(source)
    suffix = source.path.lower().rpartition(".")[2]
    name = known or _SUFFIXES.get(suffix, suffix)
    return Weights(
        format=known or FORMAT.name,
        unread=Bilingual(en=f"there is no reader for its format ({name})", zh=f"尚不能读取其格式（{name}）"),
    )


FORMAT = WeightFormat(name="other", recognizes=_recognizes, read=_read)
