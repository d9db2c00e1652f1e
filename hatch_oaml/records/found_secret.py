"""What reads like a secret in a text, and where."""

from __future__ import annotations

from typing import Literal, get_args

from hatch_oaml.values.frozen import frozen

SecretKind = Literal["private-key", "token"]
SECRET_KINDS: tuple[SecretKind, ...] = get_args(SecretKind)


@frozen
class FoundSecret:
    """`line` from 1. The secret itself is kept nowhere: neither in a cache nor in a report."""

    kind: SecretKind
    line: int
