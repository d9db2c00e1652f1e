"""How a model file was made from its bases, as far as tensors, formats and what lies beside it show."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from hatch_oaml.records.modifications import RELATIONS
from hatch_oaml.values.expressions import expression

if TYPE_CHECKING:
    import re
    from collections.abc import Sequence

    from hatch_oaml.comparison.tensor_diff import TensorDiff
    from hatch_oaml.records.inventory import ReleaseFile
    from hatch_oaml.records.modifications import Relation
    from hatch_oaml.release import Release

_SEVERAL = 2
_EXPORTED = frozenset({"onnx", "tflite", "keras", "coreml"})
_QUANTIZED_DTYPES = ("q", "iq", "i4", "u4", "nf4", "fp4", "tq", "mxfp4")


@dataclass(frozen=True, slots=True)
class Trace:
    """A file called like `pattern` tells of `relation`; `yes` is such a path, `no` one that tells nothing."""

    pattern: re.Pattern[str]
    relation: Relation
    why: str
    yes: str
    no: str


TRACES = (
    Trace(
        expression(r"(?:.*/)?merge(?:kit)?[-_]config\.ya?ml"), "merge", "mergekit", "mergekit_config.yml", "merges.txt"
    ),
    Trace(
        expression(r".*(?<![a-z])(?:distil(?:l|led|lation)?|teacher|student)(?![a-z]).*"),
        "distilled",
        "the words of the trade",
        "train/distill_from_7b.py",
        "distiller-dialogues.jsonl",
    ),
    Trace(
        expression(r"(?:.*/)?(?:quantize_config|quant_config|quantization_config)\.json"),
        "quantized",
        "AutoGPTQ, AutoAWQ, compressed-tensors",
        "quantize_config.json",
        "config.json",
    ),
)
"""What the tools of each relation leave beside the model."""


def relation_shown(release: Release, files: Sequence[ReleaseFile], diffs: Sequence[TensorDiff]) -> Relation:
    """What is proposed for `files`, for a person to confirm; `modified` where nothing is shown.

    :param diffs: one for each base whose tensors are known.
    """
    if all(file.kind == "adapter" for file in files):
        return "adapter"
    traced = _traced(release)
    if "merge" in traced or _differs_from_several(release, files, diffs):
        return "merge"
    shown: list[Relation] = [diff.relation for diff in diffs if diff.relation]
    best = next((relation for relation in shown if relation != "modified"), shown[0] if shown else None)
    if best in {None, "modified", "pruned"} and "distilled" in traced and not any(diff.is_same for diff in diffs):
        return "distilled"
    if best:
        return best
    if any(diff.is_same for diff in diffs):
        return "converted"  # the base's tensors, in other files than the base's
    found: Relation = "quantized" if "quantized" in traced else _by_format(release, files)
    return _told_on_card(release) or found if found == "modified" else found


def _told_on_card(release: Release) -> Relation | None:
    """What the release's own card says to hubs, if it says one thing."""
    told = {
        statement.value
        for file in release.inventory
        if release.differences[file.path] not in {"same", "moved"}
        for statement in file.statements
        if statement.about == "relation"
    }
    return next((relation for relation in RELATIONS if told == {relation}), None)


def _traced(release: Release) -> frozenset[Relation]:
    """By files that no base has already: the base's own tell of the base."""
    known = {path.casefold() for base in release.bases for path in base.by_path}
    paths = [file.path.casefold() for file in release.inventory if file.path.casefold() not in known]
    return frozenset(trace.relation for trace in TRACES if any(trace.pattern.fullmatch(path) for path in paths))


def _differs_from_several(release: Release, files: Sequence[ReleaseFile], diffs: Sequence[TensorDiff]) -> bool:
    """Has it the tensors of several bases, and the values of none; or, of those unknown, their paths and other bytes?"""
    if any(diff.is_same for diff in diffs):
        return False
    if sum(diff.relation == "finetune" for diff in diffs) >= _SEVERAL:
        return True
    unknown = [base for base in release.bases if not base.has_tensors]
    return len(unknown) >= _SEVERAL and all(
        sum(file.path in base.by_path for base in unknown) >= _SEVERAL for file in files
    )


def _by_format(release: Release, files: Sequence[ReleaseFile]) -> Relation:
    """Another format than any of the bases' shows that something was converted, and its dtypes whether more was done."""
    formats = {file.weights.format for file in files if file.weights}
    suffixes = {path.rpartition(".")[2] for base in release.bases for path in base.by_path}
    if not formats or formats & suffixes:
        return "modified"
    if formats == {"gguf"}:
        dtypes = (tensor.dtype for file in files if file.weights for tensor in file.weights.tensors)
        return "quantized" if any(dtype.startswith(_QUANTIZED_DTYPES) for dtype in dtypes) else "converted"
    return "converted" if formats <= _EXPORTED else "modified"
