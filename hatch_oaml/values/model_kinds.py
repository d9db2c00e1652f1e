"""Which kind of model file a name promises: the one list that the classification and the readers of weights share."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from hatch_oaml.values.expressions import expression

if TYPE_CHECKING:
    from hatch_oaml.values.roles import Kind

_OPTIMIZER = expression(
    r"(^|/)(optimizer|optim(?![a-z])|scheduler|lr_scheduler|scaler|training_args|trainer_state|rng_state|random_states)[^/]*$"
    r"|optim_states?\.|_optim[_.]|\.pdopt$",
    re.IGNORECASE,
    needed=("optim", "scheduler", "scaler", "training_args", "trainer_state", "rng_state", "random_states", ".pdopt"),
)
"""What Trainer, accelerate, DeepSpeed and PaddlePaddle call the state of training."""
_ADAPTER = expression(
    r"(^|[/_.-])(adapter|adapter_model|adapter_config|lora)([_.-]|$)[^/]*", re.IGNORECASE, needed=("adapter", "lora")
)
_CHECKPOINT = expression(
    r"(^|/)(checkpoint|ckpt|global_?step|iter|epoch|step)[-_=]?\d+([/_.=-]|$)|(epoch|step)[-_=]\d+|\.ckpt$",
    re.IGNORECASE,
    needed=("checkpoint", "ckpt", "global", "iter", "epoch", "step"),
)


def model_kind_by_name(path: str) -> Kind:
    """An optimizer's state in a checkpoint's folder is an optimizer's; `weights` where the name says nothing."""
    if _OPTIMIZER.search(path):
        return "optimizer"
    if _ADAPTER.search(path):
        return "adapter"
    return "checkpoint" if _CHECKPOINT.search(path) else "weights"
