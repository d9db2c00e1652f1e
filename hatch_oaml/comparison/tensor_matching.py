"""The tensors of two models held against each other, by name, dtype, shape and digest."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING

from hatch_oaml.comparison.gguf_names import gguf_name
from hatch_oaml.comparison.tensor_diff import TensorDiff
from hatch_oaml.comparison.tensor_words import not_compared
from hatch_oaml.values.frozen import frozen

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from hatch_oaml.records.tensors import Tensor

_ENOUGH_NAMES = 0.5
_SAME_DTYPES = {
    "float": "f32",
    "float32": "f32",
    "float16": "f16",
    "half": "f16",
    "bfloat16": "bf16",
    "double": "f64",
    "float64": "f64",
    "float8_e4m3fn": "f8_e4m3",
    "float8e4m3fn": "f8_e4m3",
    "float8_e5m2": "f8_e5m2",
    "float8e5m2": "f8_e5m2",
    "int8": "i8",
    "int16": "i16",
    "int32": "i32",
    "int64": "i64",
    "uint8": "u8",
    "uint16": "u16",
    "uint32": "u32",
    "uint64": "u64",
    "complex64": "c64",
}
_FLOATS = frozenset({"f64", "f32", "f16", "bf16"})
_PACKED = (".qweight", ".weight_packed")
"""What GPTQ, AWQ and compressed-tensors put in the place of `.weight`."""
_COMPANIONS = (
    *(".qzeros", ".scales", ".g_idx", ".biases", ".SCB", ".weight_format", ".input_scale"),
    *(
        ".weight_scale",
        ".weight_scale_inv",
        ".weight_zero_point",
        ".weight_shape",
        ".weight_g_idx",
        ".weight_global_scale",
    ),
    *(".weight.absmax", ".weight.quant_map", ".weight.nested_absmax", ".weight.nested_quant_map"),
    *(".weight.quant_state.bitsandbytes__nf4", ".weight.quant_state.bitsandbytes__fp4"),
)
"""What they, MLX and bitsandbytes keep beside it: scales, zero points, the order of columns."""


@frozen
class Model:
    """The tensors of all files of one model; `dtype` is the files' own word for how they are quantized."""

    format: str
    tensors: tuple[Tensor, ...]
    dtype: str | None = None

    @cached_property
    def by_name(self) -> Mapping[str, Tensor]:
        return {tensor.name: tensor for tensor in self.tensors}

    @cached_property
    def main_dtype(self) -> str:
        """The dtype of most parameters."""
        if self.dtype:
            return self.dtype
        parameters: Counter[str] = Counter()
        for tensor in self.tensors:
            parameters[_dtype(tensor)] += tensor.parameters
        return max(sorted(parameters), key=lambda dtype: parameters[dtype], default="")


def compare_tensors(base: Model, release: Model) -> TensorDiff:
    """By name, dtype, shape and digest; GGUF against other formats through llama.cpp's published names, or not at all."""
    if not base.tensors or not release.tensors:
        return TensorDiff(not_compared=not_compared("the tensors of one side are not known", "有一方的张量未知"))
    if base.format == release.format or "gguf" not in {base.format, release.format}:
        return _compare(base, release)
    if release.format != "gguf":
        return TensorDiff(
            not_compared=not_compared("the base is GGUF and the release is not", "基础模型为 GGUF，而发布不是")
        )
    return _compare_with_gguf(base, release)


def _compare_with_gguf(base: Model, release: Model) -> TensorDiff:
    """GGUF orders a shape the other way round, and the converter may permute rows: an equal dtype with other bytes
    proves nothing, and stays undecided.
    """
    translated = [
        replace(tensor, name=name, shape=tensor.shape[::-1])
        for tensor in base.tensors
        if (name := gguf_name(tensor.name)) is not None
    ]
    if len(translated) < _ENOUGH_NAMES * len(base.tensors):
        return TensorDiff(
            not_compared=not_compared(
                f"{len(base.tensors) - len(translated):,} of the base's {len(base.tensors):,} names have no published GGUF name that we know",
                f"基础模型的 {len(base.tensors):,} 个名称中，有 {len(base.tensors) - len(translated):,} 个没有已知的公开 GGUF 对应名称",
            )
        )
    unmapped = [tensor for tensor in base.tensors if gguf_name(tensor.name) is None]
    diff = _compare(replace(base, tensors=(*translated, *unmapped)), release)
    undecided = (*diff.undecided, *diff.changed)
    parameters = sum(release.by_name[name].parameters for name in diff.changed)
    return replace(diff, changed=(), undecided=undecided, touched=diff.touched - parameters)


class _Groups:
    def __init__(self) -> None:
        self.names: dict[str, list[str]] = defaultdict(list)
        self.renamed: list[tuple[str, str]] = []
        self.touched = 0

    def sorted(self, group: str) -> tuple[str, ...]:
        return tuple(sorted(self.names[group]))

    def put(self, group: str, tensor: Tensor) -> None:
        self.names[group].append(tensor.name)
        if group not in {"unchanged", "undecided"}:
            self.touched += tensor.parameters


def _compare(base: Model, release: Model) -> TensorDiff:
    groups = _Groups()
    gone = {name: tensor for name, tensor in base.by_name.items() if name not in release.by_name}
    by_digest = _by_digest(gone.values())
    for tensor in release.by_name.values():
        other = base.by_name.get(tensor.name)
        if other:
            groups.put(_group(other, tensor), tensor)
            continue
        source = by_digest.get((tensor.sha256, tensor.shape)) if tensor.sha256 else None
        if source and source.name in gone:
            groups.renamed.append((source.name, tensor.name))
            del gone[source.name]
        elif (packed := _unpacked_name(tensor.name, _PACKED)) in base.by_name:
            gone.pop(packed, None)
            groups.put("requantized", tensor)
        elif _unpacked_name(tensor.name, _COMPANIONS) in base.by_name:
            groups.put("companions", tensor)
        else:
            groups.put("added", tensor)
    return TensorDiff(
        unchanged=groups.sorted("unchanged"),
        changed=groups.sorted("changed"),
        cast=groups.sorted("cast"),
        requantized=groups.sorted("requantized"),
        reshaped=groups.sorted("reshaped"),
        companions=groups.sorted("companions"),
        added=groups.sorted("added"),
        undecided=groups.sorted("undecided"),
        removed=tuple(sorted(gone)),
        renamed=tuple(sorted(groups.renamed)),
        parameters=sum(tensor.parameters for tensor in release.tensors),
        base_parameters=sum(tensor.parameters for tensor in base.tensors),
        touched=groups.touched,
        dtypes=(base.main_dtype, release.main_dtype),
    )


def _by_digest(tensors: Iterable[Tensor]) -> dict[tuple[str | None, tuple[int, ...]], Tensor]:
    """Only a tensor that is like no other can be told by its digest: empty and constant ones are alike."""
    found: dict[tuple[str | None, tuple[int, ...]], list[Tensor]] = defaultdict(list)
    for tensor in tensors:
        if tensor.sha256:
            found[tensor.sha256, tensor.shape].append(tensor)
    return {key: alike[0] for key, alike in found.items() if len(alike) == 1}


def _unpacked_name(name: str, suffixes: Iterable[str]) -> str:
    """`x.weight`, of which `name` is a part; "" where it has none of the `suffixes`."""
    suffix = next((suffix for suffix in suffixes if name.endswith(suffix)), None)
    return f"{name.removesuffix(suffix)}.weight" if suffix else ""


def _dtype(tensor: Tensor) -> str:
    return _SAME_DTYPES.get(tensor.dtype, tensor.dtype)


def _group(base: Tensor, tensor: Tensor) -> str:
    before, after = _dtype(base), _dtype(tensor)
    if before != after and not {before, after} <= _FLOATS:
        return "requantized"
    if base.shape != tensor.shape:
        return "reshaped"
    if before != after:
        return "cast"
    if base.sha256 is None or tensor.sha256 is None:
        return "undecided"
    return "unchanged" if base.sha256 == tensor.sha256 else "changed"
