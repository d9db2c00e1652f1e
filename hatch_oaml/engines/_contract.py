"""What every engine offers: somebody who does the work of a build, as an executor of the standard library."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hatch_oaml.values.frozen import frozen

if TYPE_CHECKING:
    from collections.abc import Callable
    from concurrent.futures import Executor
    from contextlib import AbstractContextManager


@frozen
class Engine:
    """`name` stands before the colon in `HATCH_OAML_EXECUTOR`, and `argument` is how messages call what stands behind it.

    `parse` takes that and answers who opens the executor; what is submitted to it is a function of a module of ours with
    plain values, and may run in another process or on another machine. Neither we nor `parse` schedule or repeat anything:
    what an executor does about a lost worker is its own affair.

    :raises UsageError: by `parse` what is written cannot be meant; by the context the executor cannot be had.
    :raises WriteError: by the context, which tells so of workers that were lost.
    """

    name: str
    argument: str
    parse: Callable[[str], Callable[[], AbstractContextManager[Executor]]]
