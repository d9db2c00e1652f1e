"""SHA-256 digests, the only ones a release speaks."""

from __future__ import annotations

import hashlib
from typing import NewType

from hatch_oaml.values.expressions import expression

Sha256 = NewType("Sha256", str)
"""64 lower-case hexadecimal digits."""

BLOCK = 1 << 20
"""Bytes that are read and hashed at once: more fall out of the processor's second-level cache before they are written."""

UNKNOWN = Sha256("0" * 64)
"""Stands where a digest will be written once it is known; of the same length, so that sizes are known before."""

_HEX = expression(r"[0-9a-f]{64}\Z")


def sha256(text: str) -> Sha256:
    """:raises ValueError: if `text` is not 64 lower-case hexadecimal digits."""
    if not _HEX.match(text):
        raise ValueError(text)
    return Sha256(text)


def sha256_of(data: bytes) -> Sha256:
    return Sha256(hashlib.sha256(data).hexdigest())
