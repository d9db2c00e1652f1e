"""What the header of a weight file says, whatever its format."""

from __future__ import annotations

from dataclasses import field
from math import prod
from typing import TYPE_CHECKING

from hatch_oaml.values.frozen import frozen

if TYPE_CHECKING:
    from collections.abc import Mapping

    from hatch_oaml.values.bilingual import Bilingual
    from hatch_oaml.values.digests import Sha256
    from hatch_oaml.values.roles import Kind


@frozen
class Tensor:
    """`shape` as the format orders it; `dtype` in the format's own spelling, lower case (`bf16`, `q4_k`).

    `offset` and `size` are bytes from the start of the file, where the format keeps a tensor in one piece. `file` is
    the path, as written, of the other file that holds the bytes (ONNX external data); `offset` then counts in it.
    """

    name: str
    dtype: str
    shape: tuple[int, ...]
    offset: int | None = None
    size: int | None = None
    sha256: Sha256 | None = None
    file: str | None = None

    @property
    def parameters(self) -> int:
        return prod(self.shape)


@frozen
class Split:
    """Which of a GGUF set's files this is, counted from 0; `tensors` is the whole set's count."""

    number: int
    count: int
    tensors: int | None = None


@frozen
class Weights:
    """The facts of one weight file, read from its header alone.

    `format` is the reader's name (`safetensors`). `metadata` holds the header's texts, for notices. `faults` say why
    the file cannot be whole; `imports` are the globals that unpickling it would import; `unread` says what could not
    be told. `dtype` is the file's own word for how it is quantized (`q4_k_m`), where it has one.
    """

    format: str
    kind: Kind = "weights"
    tensors: tuple[Tensor, ...] = ()
    metadata: Mapping[str, str] = field(default_factory=dict)
    faults: tuple[Bilingual, ...] = ()
    imports: tuple[str, ...] = ()
    unread: Bilingual | None = None
    dtype: str | None = None
    split: Split | None = None


@frozen
class ShardIndex:
    """An index file: `weight_map` says which file beside it holds each tensor; `total_size` is bytes of tensors."""

    weight_map: Mapping[str, str] = field(default_factory=dict)
    total_size: int | None = None
    faults: tuple[Bilingual, ...] = ()
