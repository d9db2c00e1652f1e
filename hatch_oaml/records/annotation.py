"""What a file beside others says of their license, as REUSE has it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

Precedence = Literal["closest", "aggregate", "override"]
"""*closest*: only of files that say nothing themselves. *aggregate*: besides what they say. *override*: in its place, and
in place of what stands further down (https://reuse.software/spec-3.3/#order-of-precedence).
"""
PRECEDENCES: tuple[Precedence, ...] = get_args(Precedence)


@dataclass(frozen=True, slots=True, kw_only=True)
class Annotation:
    """`globs` are patterns of paths as the file has them; `license` is an SPDX expression, empty where none is said.

    `line` is where it begins, from 1.
    """

    globs: tuple[str, ...]
    license: str
    line: int
    precedence: Precedence = "closest"
