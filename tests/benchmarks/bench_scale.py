"""A model of wall time, requests and money of releases in a store: `python bench_scale.py [NETWORK]` (GB/s a worker, 1 if not said).

The plans are the product's own. Measured here: what hashing and planning cost. Not measured: any real network or store.
"""

from __future__ import annotations

import heapq
import os
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from hatch_oaml.parts.cut import cut_for
from hatch_oaml.parts.grid import Plan, planned
from hatch_oaml.stores import PartLimits
from hatch_oaml.values.digests import sha256_of

if TYPE_CHECKING:
    from hatch_oaml.parts.grid import Batch

S3 = PartLimits(least=5 << 20, most=5 << 30, count=10_000)
TERABYTE = 10**12
SHARD = 5 << 30
LARGE = 500 * 10**9
LATENCY = 0.05
"""Seconds that a store takes to answer a request, assumed."""

AT_ONCE = 16
"""Requests of the coordinator: heads of weights before the work, heads of members behind it."""

GET, PUT = 0.4e-6, 5e-6
"""Dollars a request: S3 Standard in us-east-1, from memory; look them up before you rely on them."""

HOUR = 0.4
"""Dollars an hour of a worker of a few cores, assumed."""


@dataclass(frozen=True)
class Outlook:
    wall: float
    work: float
    largest: float
    gets: int
    puts: int
    read: int
    objects: int

    def line(self, label: str, workers: int) -> str:
        requests = self.gets * GET + self.puts * PUT
        rent = workers * self.wall / 3600 * HOUR
        return (
            f"| {label} | {workers} | {self.objects} | {told(self.wall)} | {told(self.largest)} | {self.gets:,} | {self.puts:,}"
            f" | {requests:.2f} | {rent:.2f} |"
        )


def told(seconds: float) -> str:
    return (
        f"{seconds:.0f} s"
        if seconds < 600
        else f"{seconds / 60:.0f} min"
        if seconds < 36000
        else f"{seconds / 3600:.1f} h"
    )


def hashed_a_second() -> float:
    """Bytes, by the processor's seconds of one core."""
    block = os.urandom(1 << 26)
    begin = time.process_time()
    for _ in range(8):
        sha256_of(block)
    return 8 * len(block) / (time.process_time() - begin)


def shards_of(size: int, largest: int) -> list[int]:
    """One file of the largest size, and the rest in shards."""
    rest = size - (largest if largest > SHARD else 0)
    return [*([largest] if largest > SHARD else []), *[SHARD] * (rest // SHARD)]


def requests_of(plan: Plan, batch: Batch) -> tuple[int, int, int]:
    """GETs, PUTs and bytes read: each part, and what is hashed outside of one, is fetched from each of its files at once."""
    grid = plan.grid
    begin, end = grid.starts[batch.first], grid.starts[batch.end]
    last = grid.span(batch.parts[-1])[1] if batch.parts else end
    first = -(-begin // grid.part_size)
    gets = sum(1 for _ in grid.pieces(begin, max(end, last))) + max(0, -(-max(end, last) // grid.part_size) - first)
    return gets, len(batch.parts), max(end, last) - begin


def outlook(size: int, largest: int, workers: int, network: float, hashing: float) -> Outlook:
    """Tasks go to whoever is free, in the plan's order; reading, hashing and sending of one overlap."""
    shards = shards_of(size, largest)
    sizes = [200_000, *shards, 40_000_000, 10_240]
    cut = cut_for(sum(sizes), S3)
    plan = planned(sizes, [False, *[True] * len(shards), False, False], cut.part_size)
    # a part is hashed once more for the store, then sent; two at a time
    sending = min(network, 2 / (1 / hashing + 1 / network))
    told_of = [requests_of(plan, batch) for batch in plan.batches]
    lasts = [max(read / min(network, hashing), puts * cut.part_size / sending) for _, puts, read in told_of]
    free = [0.0] * workers
    for seconds in lasts:
        heapq.heapreplace(free, free[0] + seconds)
    heads = 2 * len(shards) / AT_ONCE * LATENCY
    own = len(plan.own) * (cut.part_size / sending + LATENCY)
    return Outlook(
        wall=max(free) + heads + own,
        work=sum(lasts),
        largest=max(lasts),
        gets=sum(gets for gets, _, _ in told_of) + 2 * len(shards),
        puts=sum(puts for _, puts, _ in told_of) + len(plan.own),
        read=sum(read for _, _, read in told_of),
        objects=len(cut.endings),
    )


def main() -> None:
    network = float(sys.argv[1] if len(sys.argv) > 1 else 1) * 1e9
    hashing = hashed_a_second()
    begin = time.process_time()
    plan = planned([100 << 20] * 100_000, [True] * 100_000, 64 << 20)
    planning = time.process_time() - begin
    print(
        f"SHA-256: {hashing / 1e9:.2f} GB/s of a core; plan of 100,000 shards: {planning:.2f} s of a core, {plan.grid.count:,} parts"
    )
    print("| release | workers | objects | wall time | of it the longest task | GET | PUT | requests, $ | workers, $ |")
    print("| --- | --- | --- | --- | --- | --- | --- | --- | --- |")
    for size in (1, 10, 100):
        for largest in (SHARD, LARGE):
            for workers in (1, 8, 64, 256):
                label = f"{size} TB" + (", one file of 500 GB" if largest == LARGE else "")
                print(outlook(size * TERABYTE, largest, workers, network, hashing).line(label, workers))


if __name__ == "__main__":
    main()
