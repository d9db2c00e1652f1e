from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from hatch_oaml.records.tensors import Tensor, Weights
from hatch_oaml.weights import kind_of

if TYPE_CHECKING:
    from hatch_oaml.values.roles import Kind


def weights(*names: str, **metadata: str) -> Weights:
    tensors = tuple(Tensor(name=name, dtype="f32", shape=(2, 2)) for name in names)
    return Weights(format="safetensors", tensors=tensors, metadata=metadata)


MODEL = ("model.layers.0.mlp.up_proj.weight", "lm_head.weight")
STATE = ("state.0.exp_avg", "state.0.exp_avg_sq", "state.0.step")
PEFT = ("base_model.model.layers.0.q_proj.lora_A.weight", "base_model.model.layers.0.q_proj.lora_B.weight")
KOHYA = (
    "lora_unet_down_blocks_0_attn.lora_up.weight",
    "lora_unet_down_blocks_0_attn.lora_down.weight",
    "lora_unet_down_blocks_0_attn.alpha",
)
CASES: list[tuple[str, Weights, Kind]] = [
    ("model.safetensors", weights(*MODEL), "weights"),
    ("pytorch_model-00001-of-00002.bin", weights(*MODEL), "weights"),
    ("checkpoint-500/model.safetensors", weights(*MODEL), "checkpoint"),
    ("global_step1200/model.pt", weights(*MODEL), "checkpoint"),
    ("epoch=3-step=1000.ckpt", weights(*MODEL), "checkpoint"),
    ("ckpt_500.pt", weights(*MODEL), "checkpoint"),
    ("runs/last.pt", weights(*MODEL, *STATE), "checkpoint"),
    ("runs/state.pt", weights(*STATE), "optimizer"),
    ("checkpoint-500/optimizer.pt", weights(), "optimizer"),
    ("checkpoint-500/scheduler.pt", weights(), "optimizer"),
    ("checkpoint-500/rng_state_0.pth", weights(), "optimizer"),
    ("zero_pp_rank_0_mp_rank_00_optim_states.pt", weights(), "optimizer"),
    ("model.pdopt", weights(), "optimizer"),
    ("anything.safetensors", weights(*PEFT), "adapter"),
    ("anything.safetensors", weights(*KOHYA), "adapter"),
    ("adapter_model.bin", weights(), "adapter"),
    ("style-lora.safetensors", weights(), "adapter"),
    ("BlueLM-7B-LoRA.gguf", weights(), "adapter"),
    ("a.gguf", weights(*MODEL, **{"general.type": "adapter"}), "adapter"),
    ("exploration.safetensors", weights(*MODEL), "weights"),
    ("step_by_step.safetensors", weights(*MODEL), "weights"),
]


@pytest.mark.parametrize(("path", "facts", "kind"), CASES, ids=[f"{path}-{kind}" for path, _, kind in CASES])
def test_kinds_are_told_by_content_then_by_name(path: str, facts: Weights, kind: Kind) -> None:
    assert kind == kind_of(path, facts)
