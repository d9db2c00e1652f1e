"""What a file beside others says of whose they are and of their license, as REUSE has it."""

from __future__ import annotations

from typing import Literal, get_args

from hatch_oaml.values.frozen import frozen

Precedence = Literal["closest", "aggregate", "override"]
"""*closest*: only of files that say nothing themselves. *aggregate*: besides what they say. *override*: in its place, and
in place of what stands further down (https://reuse.software/spec-3.3/#order-of-precedence).
"""
PRECEDENCES: tuple[Precedence, ...] = get_args(Precedence)


@frozen
class Annotation:
    """`globs` are patterns of paths as the file has them; `license` is an SPDX expression, empty where none is said.

    `line` is where it begins, from 1; `copyrights` are its notices, each as it stands there.
    """

    globs: tuple[str, ...]
    license: str
    line: int
    precedence: Precedence = "closest"
    copyrights: tuple[str, ...] = ()
