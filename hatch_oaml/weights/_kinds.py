"""Weights, checkpoints, optimizer states and adapters told apart: clause 1.2 calls all of them the Model."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from hatch_oaml.values.expressions import expression
from hatch_oaml.values.model_kinds import model_kind_by_name

if TYPE_CHECKING:
    from hatch_oaml.records.tensors import Weights
    from hatch_oaml.values.roles import Kind

_ADAPTER_TENSOR = expression(
    r"[._](?:lora_(?:A|B|a|b|up|down|embedding_[AB]|magnitude_vector)|hada_w[12]_[ab]|lokr_w[12](?:_[ab])?|oft_[rR]|ia3_l"
    r"|vera_lambda_[bd]|prompt_embeddings)(?:\.|$)",
    re.MULTILINE,
)
_OPTIMIZER_TENSOR = expression(
    r"\.(?:exp_avg|exp_avg_sq|max_exp_avg_sqs?|momentum_buffer|fp32_flat_groups)(?:\.|$)", re.MULTILINE
)
_OPTIMIZER_KEYS = (
    "state.",
    "param_groups",
    "optimizer",
    "optimizer_state_dict",
    "optimizer_states",
    "optim",
    "base_optimizer_state",
)
_MOST = 0.5


def kind_of(path: str, weights: Weights) -> Kind:
    """By content where it speaks, then by name. An optimizer's state in a checkpoint's folder is an optimizer's; a file
    with both a model and an optimizer's state is a checkpoint.
    """
    if weights.metadata.get("general.type") == "adapter":
        return "adapter"
    names = "\n".join(tensor.name for tensor in weights.tensors)
    states = len(_OPTIMIZER_TENSOR.findall(names))
    if states:
        alone = states >= _MOST * len(weights.tensors) and not _models(weights)
        return "optimizer" if alone else "checkpoint"
    if names and len(_ADAPTER_TENSOR.findall(names)) >= _MOST * len(weights.tensors):
        return "adapter"
    return model_kind_by_name(path)


def _models(weights: Weights) -> bool:
    """Does it hold a model's parameters beside the optimizer's states?"""
    outside = [tensor for tensor in weights.tensors if not _OPTIMIZER_TENSOR.search(tensor.name)]
    return any(tensor.parameters > 1 and not tensor.name.startswith(_OPTIMIZER_KEYS) for tensor in outside)
