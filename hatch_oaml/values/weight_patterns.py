"""The names that weight files go by."""

from __future__ import annotations

WEIGHT_PATTERNS: tuple[str, ...] = (
    "*.safetensors",
    "*.gguf",
    "*.ggml",
    "*.onnx",
    "*.onnx_data",
    "*.onnx.data",
    "*.bin",
    "*.pt",
    "*.pth",
    "*.ckpt",
    "*.distcp",
    "*.jit",
    "*.pkl",
    "*.pickle",
    "*.joblib",
    "*.npz",
    "*.tflite",
    "*.keras",
    "*.h5",
    "*.hdf5",
    "*.msgpack",
    "*.pdparams",
    "*.pdopt",
    "*.pdiparams",
    "*.mlmodel",
    "*.nemo",
    "*.llamafile",
)
"""gitignore patterns: the default of `tool.oaml.model`, and what `hatch-oaml init` has Hatchling leave out."""
