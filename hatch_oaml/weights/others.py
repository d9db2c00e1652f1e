"""Formats that we know by name or by their first bytes, and cannot read."""

from __future__ import annotations

from typing import TYPE_CHECKING, NoReturn

from hatch_oaml.weights._contract import UnreadError, WeightFormat

if TYPE_CHECKING:
    from hatch_oaml.weights._contract import WeightFile

_MAGIC = {
    b"lmgg": "GGML",
    b"fmgg": "GGMF",
    b"tjgg": "GGJT",
    b"algg": "GGLA",
}


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
    "mlmodel": "Core ML",
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


def _recognizes(source: WeightFile) -> bool:
    return source.head[:4] in _MAGIC


def _read(source: WeightFile) -> NoReturn:
    suffix = source.path.lower().rpartition(".")[2]
    name = _MAGIC.get(source.head[:4]) or _SUFFIXES.get(suffix, suffix)
    raise UnreadError(f"there is no reader for its format ({name})", f"尚不能读取其格式（{name}）")


FORMAT = WeightFormat(name="other", recognizes=_recognizes, read=_read)
