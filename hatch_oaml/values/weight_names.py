"""The names that weight files go by: the one table that the readers, the gate and `hatch-oaml init` share."""

from __future__ import annotations

from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from hatch_oaml.values.expressions import expression
from hatch_oaml.values.patterns import Patterns

if TYPE_CHECKING:
    from collections.abc import Callable

NAMES_OF_FORMATS: dict[str, tuple[str, ...]] = {
    "safetensors": ("*.safetensors",),
    "gguf": ("*.gguf",),
    "onnx": ("*.onnx",),
    "pytorch": (
        *("*.pt", "*.pth", "*.pt2", "*.ptl", "*.jit", "*.torchscript"),
        *("pytorch_model*.bin", "diffusion_pytorch_model*.bin", "adapter_model.bin", "optimizer.bin"),
    ),
    "tflite": ("*.tflite", "*.lite", "*.litert"),
    "coreml": ("*.mlmodel",),  # a package keeps its weights in a `weight.bin`
    "hdf5": ("*.h5", "*.hdf5"),
    "keras": ("*.keras",),
    "numpy": ("*.npz", "*.npy"),
    "pickle": ("*.pkl", "*.pickle", "*.joblib", "*.dill"),
    "other": (
        *("*.ggml", "*.llamafile"),  # llama.cpp
        *("*.ckpt", "*.distcp"),  # Lightning, MindSpore and TensorFlow; torch.distributed.checkpoint
        *("*.msgpack", "*.mpk"),  # Flax, Burn
        *("*.pdparams", "*.pdopt", "*.pdiparams", "*.pdmodel"),  # PaddlePaddle
        *("model.pb", "*_model.pb", "graph.pb", "*_graph.pb", "*graph_def.pb"),  # TensorFlow before 2
        *("init_net.pb", "*_init_net.pb"),  # Caffe2
        *("saved_model.pb", "frozen_*.pb", "*_frozen.pb", "*.data-[0-9]*-of-[0-9]*", "*.ckpt*.meta"),  # TensorFlow
        *("*.engine", "*.plan", "*.trt"),  # TensorRT
        *("*.nemo", "*.mar", "*.t7", "*.weights"),  # NVIDIA NeMo, TorchServe, Lua Torch, Darknet
        *("*.mindir", "**/*_variables/data_[0-9]*", "*.ms", "*.om", "*.air"),  # MindSpore, Ascend
        *("*.pte", "*.ptd", "*.rknn", "*.rkllm", "*.mnn", "*.mnn.weight"),  # ExecuTorch, Rockchip, MNN
        *("*.dlc", "*.hef", "*.ort", "*.litertlm"),  # Qualcomm, Hailo, ONNX Runtime, LiteRT
        *("*.tnnmodel", "*.tmfile", "*.bmodel", "*.cvimodel", "*.kmodel", "*.xmodel", "*.axmodel"),  # boards of others
        *("*.caffemodel", "*.params", "__params__"),  # Caffe, MXNet, PaddlePaddle before 2.0
        *(
            "*.skops",
            "*.ubj",
            "*.cbm",
            "*.ftz",
            "*.eqx",
            "*.dduf",
        ),  # scikit-learn, XGBoost, CatBoost, fastText, Equinox
        *("manifest.ocdbt", "**/ocdbt.process_[0-9]*/**", f"**/d/{'[0-9a-f]' * 4}{'?' * 28}"),  # Orbax
        *("**/target.*/[0-9]*", "**/state.param_states.*/[0-9]*"),  # T5X
        "*.tensors",  # CoreWeave
    ),
}
"""The name of a reader in `hatch_oaml/weights/` → gitignore patterns. A test holds that each reader is in it."""

NAMES_OF_ANY_FORMAT = ("*.bin", "*.onnx_data", "*.onnx.data")
"""They promise weights, and no format: what a model beside them tells of, or no reader knows."""

CONTAINERS = ("*.npy", "*.npz", "*.h5", "*.hdf5", "*.pkl", "*.pickle", "*.joblib", "*.dill", "*.msgpack")
"""Names that Data go by as well (clause 1.5)."""

WEIGHT_PATTERNS: tuple[str, ...] = (
    *(name for names in NAMES_OF_FORMATS.values() for name in names if not name.endswith(".bin")),
    *NAMES_OF_ANY_FORMAT,
    *("*.pth.tar", "*.pt.zip", "*.bin.gz", "*.safetensors.gz", "*.safetensors.zst", "*.ckpt.tar.gz"),
)
"""The default of `tool.oaml.model`, and what `hatch-oaml init` has Hatchling leave out."""

_PROMISING = tuple(name for names in NAMES_OF_FORMATS.values() for name in names)
_PACKED = expression(
    r"(?:\.(?:gz|gzip|z|sz|bz2|bzip2|xz|lzma|lz|lzo|zst|zstd|lz4|br|zip|tar|tgz|tbz2|txz|tzst|7z|rar|aes|age|gpg|enc)"
    r"|\.(?:bak|backup|old|orig|tmp|temp|incomplete|download|crdownload)"
    r"|[._-](?:part|split)[._-]?(?:\d{1,5}|[a-z]{1,3})?(?:[._-]?of[._-]?\d{1,5})?|\.\d{1,5}|\.a[a-f]|(?:\.~\d{1,5})?~"
    r"|[._-]\d{2,5}-of-\d{2,5})$"
)
"""What compresses, packs, encrypts, keeps or cuts a file, and is put behind its name."""
_LONGEST_PACKED = 24
"""Characters."""
_PATH_FILES = expression(
    r"(^|/)(distutils-precedence|easy-install|[^/]*nspkg|__editable__[^/]*|_editable_impl_[^/]*|_virtualenv|a1_coverage)\.pth$"
)
"""Python's own use of the suffix: https://docs.python.org/3/library/site.html."""
_DATA = expression(
    r"(^|/)(data|datasets?|dataset[-_.][^/]*|eval|evals|evaluation|eval[-_][^/]*|corpus|corpora|benchmarks?)/"
    r"|(^|[/_.-])(data|dataset|eval|corpus|corpora|samples|labels|embeddings?_cache)([_.-][^/]*)?\.[^/.]+$"
)


class _Names:
    """Patterns that are read when they are first asked."""

    def __init__(self, lines: tuple[str, ...]) -> None:
        self._lines = lines

    @cached_property
    def match(self) -> Callable[[str], bool]:
        return Patterns(self._lines).match


_WEIGHTS, _FORMATS, _BOXES = _Names(WEIGHT_PATTERNS), _Names(_PROMISING), _Names(CONTAINERS)


@lru_cache(maxsize=1 << 10)  # as below
def _unpacked(path: str) -> str:
    """In lower case, without what is put behind a name."""
    lower = path.lower()
    end = len(lower)
    while found := _PACKED.search(lower, max(0, end - _LONGEST_PACKED), end):
        end = found.start()
    return lower[:end]


@lru_cache(maxsize=1 << 10)  # a path is asked about several times, one behind the other
def is_weight_name(path: str) -> bool:
    """Does `path` have a weight file's name, in any case, and whatever packs it?"""
    lower = path.lower()
    if path.rpartition("/")[2].startswith("._"):
        return False  # AppleDouble: what macOS keeps beside a file
    if _WEIGHTS.match(lower):
        return _PATH_FILES.search(lower) is None
    plain = _unpacked(path)
    return plain != lower and _WEIGHTS.match(plain)


def promises_format(path: str) -> bool:
    """Has `path` the name of one weight format, and not only one that weights go by among others?"""
    return _FORMATS.match(path.lower())


def is_named_as_data(path: str) -> bool:
    """Is it a container that may hold Data, in a folder or under a name that says so (clause 1.5)?"""
    return _BOXES.match(_unpacked(path)) and lies_among_data(path)


def lies_among_data(path: str) -> bool:
    """Does a folder of `path`, or its name, say that a container there holds Data?"""
    return _DATA.search(_unpacked(path)) is not None
