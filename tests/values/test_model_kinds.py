"""A name promises one kind, whoever asks; names and magic of weights have one home."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import hatch_oaml
from hatch_oaml.project.classification import classify
from hatch_oaml.records.config import parse_config
from hatch_oaml.records.tensors import Weights
from hatch_oaml.values.model_kinds import model_kind_by_name
from hatch_oaml.weights import kind_of

if TYPE_CHECKING:
    from hatch_oaml.values.roles import Kind

PACKAGE = Path(hatch_oaml.__file__).parent
KINDS: list[tuple[str, Kind]] = [
    ("optimizer.pt", "optimizer"),
    ("run/OPTIMIZER.bin", "optimizer"),
    ("lr_scheduler.pkl", "optimizer"),
    ("scaler.pt", "optimizer"),
    ("random_states_3.pkl", "optimizer"),
    ("trainer_state.pt", "optimizer"),
    ("mp_rank_00_optim_states.pt", "optimizer"),
    ("model.pdopt", "optimizer"),
    ("checkpoint-9/rng_state_1.pth", "optimizer"),
    ("adapter_model.safetensors", "adapter"),
    ("poet-lora.gguf", "adapter"),
    ("lora.v2.pt", "adapter"),
    ("step-120/model.safetensors", "checkpoint"),
    ("epoch=3-step=90.pt", "checkpoint"),
    ("iter_0000400/model.pt", "checkpoint"),
    ("last.ckpt", "checkpoint"),
    ("model.safetensors", "weights"),
    ("exploration.safetensors", "weights"),
    ("stepwise.gguf", "weights"),
    ("optimistic.gguf", "weights"),
]


@pytest.mark.parametrize(("path", "kind"), KINDS, ids=[path for path, _ in KINDS])
def test_a_name_promises_one_kind_to_the_classification_and_to_the_readers(path: str, kind: Kind) -> None:
    assert (kind, kind, kind) == (
        model_kind_by_name(path),
        classify(path, parse_config({}))[1],
        kind_of(path, Weights(format="other")),
    )


@pytest.mark.parametrize("magic", [r"\x89HDF", "git-lfs", "training_args", r"tjgg", '"*.safetensors"'])
def test_a_name_or_magic_of_weights_has_one_home(magic: str) -> None:
    homes = [
        file.relative_to(PACKAGE).as_posix()
        for file in PACKAGE.rglob("*.py")
        if magic in file.read_text(encoding="utf-8") and not file.is_relative_to(PACKAGE / "checks")
    ]

    assert 1 == len(homes), homes
