"""The tensors of a weight file, as a base record keeps them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from hatch_oaml.records.tensors import Tensor

if TYPE_CHECKING:
    from hatch_oaml.records.base_file import BaseFile
    from hatch_oaml.records.tensors import Weights


def with_tensors(file: BaseFile, facts: Weights) -> BaseFile:
    """In the order of names; where the bytes of a tensor lie is nobody's concern later."""
    if not all(_can_be_recorded(tensor) for tensor in facts.tensors):
        return file
    tensors = (
        Tensor(name=tensor.name, dtype=tensor.dtype, shape=tensor.shape, sha256=tensor.sha256)
        for tensor in facts.tensors
    )
    return replace(
        file,
        format=facts.format,
        dtype=facts.dtype,
        tensors=tuple(sorted(tensors, key=lambda tensor: (tensor.name, tensor.shape, tensor.dtype))),
    )


def _can_be_recorded(tensor: Tensor) -> bool:
    """A header can have names that no TOML file can hold, such as a lone surrogate, or none at all."""
    return all(text and text.encode(errors="replace").decode() == text for text in (tensor.name, tensor.dtype))
