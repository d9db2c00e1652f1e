"""The model files of a base and of a release, held against each other tensor by tensor."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from itertools import chain
from typing import TYPE_CHECKING

from hatch_oaml.comparison.tensor_diff import TensorDiff
from hatch_oaml.comparison.tensor_matching import Model, compare_tensors
from hatch_oaml.comparison.tensor_words import not_compared
from hatch_oaml.values.frozen import frozen
from hatch_oaml.values.wording import abbreviated

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Sequence

    from hatch_oaml.records.base_file import BaseFile
    from hatch_oaml.records.inventory import ReleaseFile
    from hatch_oaml.records.tensors import Tensor
    from hatch_oaml.values.paths import ArchivePath
    from hatch_oaml.values.roles import Kind

_TENSORS_ALONE = frozenset({"safetensors"})
"""Formats whose files are nothing but their tensors. A GGUF file has the tokenizer and the chat template beside them,
ONNX, TFLite and Keras the computation, a pickle whatever Python has: with equal tensors it can be another model.
"""


@frozen
class ModelFile:
    """One weight file of either side; `format` is None where its tensors are not known."""

    path: ArchivePath
    kind: Kind = "weights"
    format: str | None = None
    dtype: str | None = None
    tensors: tuple[Tensor, ...] = ()


def file_of_base(file: BaseFile) -> ModelFile:
    return ModelFile(path=file.path, format=file.format, dtype=file.dtype, tensors=file.tensors)


def file_of_release(file: ReleaseFile) -> ModelFile:
    facts = file.weights
    if facts is None:
        return ModelFile(path=file.path, kind=file.kind)
    return ModelFile(path=file.path, kind=file.kind, format=facts.format, dtype=facts.dtype, tensors=facts.tensors)


def header_key(file: ModelFile) -> Hashable | None:
    """Equal for files that can have equal contents, as far as names, dtypes and shapes tell; None where none can."""
    if file.format not in _TENSORS_ALONE or not file.tensors:
        return None
    return file.format, frozenset((tensor.name, tensor.dtype, tensor.shape) for tensor in file.tensors)


def content_key(file: ModelFile) -> Hashable | None:
    """Equal for files with equal tensors, whatever their order and the texts beside them; None where nobody can tell."""
    if header_key(file) is None or not all(tensor.sha256 for tensor in file.tensors):
        return None
    return file.format, frozenset((tensor.name, tensor.dtype, tensor.shape, tensor.sha256) for tensor in file.tensors)


def compare_models(base: Iterable[ModelFile], release: Iterable[ModelFile]) -> TensorDiff:
    """What became of the base's tensors in the release, in the format that both have most of.

    An optimizer's states are no part of it; neither are adapters, which leave the base's tensors to the base.
    """
    sources = [file for file in base if file.kind != "optimizer"]
    ours = [file for file in release if file.kind != "optimizer"]
    models = [file for file in ours if file.kind != "adapter"]
    if ours and not models:
        return _not_compared("the release is an adapter, with tensors of its own", "本发布为适配器，其张量均为自身所有")
    before, after = _formats(sources, models)
    unknown = _unknown(sources, before)
    if unknown:
        return _not_compared(
            f"of the base's `{abbreviated(unknown)}` they were not recorded",
            f"基础模型的 `{abbreviated(unknown)}` 未记录张量",
        )
    sources = [file for file in sources if file.format == before]
    models = [file for file in models if file.format == after]
    twice = _twice(sources) or _twice(models)
    if twice:
        sources, models = ([_below_folder(file) for file in files] for files in (sources, models))
        if _twice(sources) or _twice(models):
            return _not_compared(
                f"several files have a tensor `{abbreviated(twice)}`", f"有多个文件含张量 `{abbreviated(twice)}`"
            )
    diff = compare_tensors(_model(before, sources), _model(after, models))
    if before != after and diff.total and diff.total == len(diff.added):
        return _not_compared(
            f"{before} and {after} call them by other names", f"{before} 与 {after} 中的张量名称互不相同"
        )
    return diff


def _not_compared(en: str, zh: str) -> TensorDiff:
    return TensorDiff(not_compared=not_compared(en, zh))


def _formats(base: Iterable[ModelFile], release: Iterable[ModelFile]) -> tuple[str, str]:
    before, after = _counts(base), _counts(release)
    shared = {name: count for name, count in after.items() if name in before}
    if shared:
        name = _most(shared)
        return name, name
    return _most(before), _most(after)


def _counts(files: Iterable[ModelFile]) -> Counter[str]:
    counts: Counter[str] = Counter()
    for file in files:
        if file.tensors:
            counts[file.format or ""] += len(file.tensors)
    return counts


def _most(counts: dict[str, int]) -> str:
    return max(sorted(counts), key=lambda name: counts[name], default="")


def _unknown(files: Sequence[ModelFile], format_: str) -> str:
    """A file of the format by its suffix, of which no tensors are known: it was a Git LFS pointer, say."""
    suffixes = {_suffix(file.path) for file in files if file.format == format_ and file.tensors}
    return next((file.path for file in files if not file.format and _suffix(file.path) in suffixes), "")


def _suffix(path: str) -> str:
    return path.rpartition("/")[2].rpartition(".")[2]


def _twice(files: Iterable[ModelFile]) -> str:
    names = Counter(tensor.name for file in files for tensor in file.tensors)
    return next((name for name, count in names.items() if count > 1), "")


def _below_folder(file: ModelFile) -> ModelFile:
    """The parts of a pipeline lie in folders of their own, as diffusers has it, and share names."""
    folder = file.path.rpartition("/")[0]
    if not folder:
        return file
    return replace(file, tensors=tuple(replace(one, name=f"{folder}/{one.name}") for one in file.tensors))


def _model(format_: str, files: Sequence[ModelFile]) -> Model:
    dtypes = {file.dtype for file in files}
    return Model(
        format=format_,
        tensors=tuple(chain.from_iterable(file.tensors for file in files)),
        dtype=dtypes.pop() or None if len(dtypes) == 1 else None,
    )
