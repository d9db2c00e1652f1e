from __future__ import annotations

import gguf
import pytest

from hatch_oaml.comparison.gguf_names import _BLOCK, _GLOBAL, gguf_name

LAYERS = 3
ARCHITECTURES = [gguf.MODEL_ARCH.LLAMA, gguf.MODEL_ARCH.QWEN2, gguf.MODEL_ARCH.QWEN3]


@pytest.mark.parametrize("architecture", ARCHITECTURES, ids=lambda architecture: architecture.name)
@pytest.mark.parametrize("module", [*_GLOBAL, *(f"model.layers.2.{module}" for module in _BLOCK)])
def test_every_name_is_the_gguf_packages_where_the_architecture_has_it(
    architecture: gguf.MODEL_ARCH, module: str
) -> None:
    published = gguf.get_tensor_name_map(architecture, LAYERS).get_name(f"{module}.weight", try_suffixes=(".weight",))

    assert published in {None, gguf_name(f"{module}.weight")}


def test_every_name_is_in_one_of_the_gguf_packages_maps() -> None:
    maps = [gguf.get_tensor_name_map(architecture, LAYERS) for architecture in ARCHITECTURES]
    modules = [*_GLOBAL, *(f"model.layers.2.{module}" for module in _BLOCK)]

    assert [] == [module for module in modules if not any(names.get_name(module) for names in maps)]


@pytest.mark.parametrize("name", ["transformer.h.0.attn.weight", "weight", "", "model.layers.x.mlp.up_proj.weight"])
def test_other_names_have_none(name: str) -> None:
    assert gguf_name(name) is None
