"""What a worker does, wherever it runs: it hashes files in order, makes the parts that begin in them, and puts those there."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, TypedDict

from hatch_oaml import __version__
from hatch_oaml.parts.answers import Outcome, outcome
from hatch_oaml.parts.destination import Destination, put
from hatch_oaml.parts.stretch import Stretch, as_entry
from hatch_oaml.records.members import FileContent
from hatch_oaml.values.digests import RunningSha256
from hatch_oaml.values.errors import ChangedWhileReadingError, OamlError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from concurrent.futures import Future

    from typing_extensions import NotRequired

    from hatch_oaml.parts.stretch import Plain
    from hatch_oaml.values.digests import Sha256

    _Read = tuple[int, bytearray, memoryview]
    """From which offset on, a buffer of a whole part, and how much of it that is."""

_IN_MEMORY = 4
"""Parts: hashing one, and hashing it once more and sending it, take about as long as each other; reading takes no processor."""


class Order(TypedDict):
    """Of plain values: `entries` lie one behind the other from the archive's offset `start` on; the first `count` are hashed."""

    version: str
    destination: Destination
    part_size: int
    start: int
    entries: list[Plain]
    count: int
    parts: tuple[int, int]


class Answer(TypedDict):
    """`digests` of the files and what `put` answered for each part, where all went well."""

    outcome: Outcome
    digests: NotRequired[list[Sha256]]
    tokens: NotRequired[dict[int, str]]


def carry_out(order: Order) -> Answer:
    """What goes wrong with files and places is a value too."""
    if order["version"] != __version__:
        return {"outcome": outcome()}
    work = _Work(order)
    try:
        return work.done()
    except OamlError as error:
        return {"outcome": outcome(error, sources=work.sources(error))}


class _Work:
    """One part is read ahead of the one that is hashed, and two are put behind it: four are in memory."""

    def __init__(self, order: Order) -> None:
        self._order = order
        self._stretch = Stretch(list(map(as_entry, order["entries"])), order["part_size"], order["start"])
        self._end = self._stretch.grid.starts[order["count"]]
        spans = sum(1 for _ in self._spans())
        self._buffers = [bytearray(order["part_size"]) for _ in range(min(_IN_MEMORY, spans))]

    def sources(self, error: OamlError) -> list[str]:
        """Where on a disk the file lies that changed."""
        path = error.path if isinstance(error, ChangedWhileReadingError) else None
        contents = (entry.content for entry in self._stretch.entries if entry.path == path)
        return [content.source for content in contents if isinstance(content, FileContent) and content.pin is None]

    def done(self) -> Answer:
        running = [RunningSha256() for _ in range(self._order["count"])]
        puts: dict[int, Future[str]] = {}
        with ThreadPoolExecutor(_IN_MEMORY - 1) as pool:
            for begin, buffer, block in self._read_ahead(pool, puts):
                self._stretch.hash(begin, block, running)
                part = begin // self._order["part_size"]
                if part in range(*self._order["parts"]):
                    puts[part] = pool.submit(put, self._order["destination"], begin, buffer)
            tokens = {part: future.result() for part, future in puts.items()}
        return {"outcome": outcome(), "digests": [each.digest() for each in running], "tokens": tokens}

    def _read_ahead(self, pool: ThreadPoolExecutor, puts: dict[int, Future[str]]) -> Iterator[_Read]:
        """What lies from each offset on, while what follows is being read into a buffer that nobody needs any more."""
        reading: Future[None] | None = None
        last: _Read | None = None
        for number, (begin, end) in enumerate(self._spans()):
            if before := puts.get(begin // self._order["part_size"] - len(self._buffers)):
                before.result()
            buffer = self._buffers[number % len(self._buffers)]
            block = memoryview(buffer)[: end - begin]
            ahead = pool.submit(self._stretch.fill, begin, block)
            if last and reading:
                reading.result()
                yield last
            reading, last = ahead, (begin, buffer, block)
        if last and reading:
            reading.result()
            yield last

    def _spans(self) -> Iterator[tuple[int, int]]:
        """What is read, cut by the grid: no more than is hashed, but for the last part, which is read to its end."""
        size, begin = self._order["part_size"], self._order["start"]
        first, stop = self._order["parts"]
        while begin < self._end:
            part = begin // size
            end = (part + 1) * size if part in range(first, stop) else min((part + 1) * size, self._end)
            yield begin, end
            begin = end
