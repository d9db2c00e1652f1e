"""How work grows with what it is given, in CPU seconds of this process: held against less of the same in the same run.

No number of seconds is a limit anywhere: a busy machine, or one that counts each line for coverage, takes many times as long, for
much and for little alike.
"""

from __future__ import annotations

import os
import time
from typing import TYPE_CHECKING

from hatch_oaml.notices import extract
from hatch_oaml.values.paths import archive_path

if TYPE_CHECKING:
    from collections.abc import Callable

TIMES = 8
"""As much is the large one of the small one."""
MOST = 20
"""Times as long as the small one: 8 in linear time, 64 in quadratic time."""
ROUNDS = 4
"""What another process did meanwhile is in no more than some of them."""
LEAST = 0.016 if os.name == "nt" else 0.002
"""CPU seconds that a small one is taken for at the least: what takes less is of no interest, and Windows counts in ticks of so many."""
PLAIN = "".join(
    f"def weave_{number}(thread, *, width={number}):\n    return thread.cross(width) # (c) 2020 Loom {number}\n"
    for number in range(400)
)


def cpu_seconds(work: Callable[[], object]) -> float:
    """Of this process, in `work`."""
    began = time.process_time()
    work()
    return time.process_time() - began


def grows_linearly(work: Callable[[int], object], size: int) -> bool:
    """Whether `work` of `size` takes no longer than linear time lets it, of what it takes for an eighth of it.

    `size` is of any unit, and large enough that a quadratic part of the small one's work would be most of that.
    """
    few = many = float("inf")
    for _ in range(ROUNDS):
        few = min(few, cpu_seconds(lambda: work(size // TIMES)))
        many = min(many, cpu_seconds(lambda: work(size)))
        if many < MOST * max(few, LEAST):
            return True
    return False


def takes_at_most(times: int, work: Callable[[], object]) -> bool:
    """Whether `work` takes no longer than so many times what reading 800 ordinary lines of code for notices does.

    That is about a twentieth of a second on a usual machine.
    """
    ordinary, taken = 0.0, float("inf")
    for _ in range(ROUNDS):
        ordinary = max(ordinary, cpu_seconds(lambda: extract(archive_path("a.py"), PLAIN.encode())))
        taken = min(taken, cpu_seconds(work))
        if taken < times * max(ordinary, LEAST):
            return True
    return False
