"""What was read of files, recalled as long as the file system says that they have not changed."""

from __future__ import annotations

import json
import os
import time
from contextlib import contextmanager, suppress
from threading import Lock
from typing import TYPE_CHECKING, Any

from hatch_oaml.facts_cache.draft import LinesDraft
from hatch_oaml.facts_cache.lines import KEY, KeptLines, lines_in
from hatch_oaml.facts_cache.location import cache_folder
from hatch_oaml.values.digests import sha256_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    Question = tuple[str | int | bool | None, ...]
    Identity = list[int]

_GRAIN = 2_000_000_000
"""Nanoseconds: as well as any file system in use tells a time (FAT). What was changed so shortly before it was read may be changed
again without a sign, and is not kept: git's rule for what it calls racy.
"""

_AT_ONCE = 64
"""Lines that are written together."""


class FactsCache:
    """Answers about files, each with the size, times and number that its file had.

    Whatever is wrong with the cache itself, nothing is recalled or kept, and nobody is told. Threads may ask at once.
    """

    def __init__(self, folder: str | None, name: str = "") -> None:
        """:param folder: where all projects' files lie; None: nothing is recalled or kept."""
        self._folder = folder
        self._name = name
        self._begun = time.time_ns()
        self._lines = lines_in(folder, name) if folder is not None else None
        self._waiting: list[bytes] = []
        self._draft: LinesDraft | None = None
        self._lock = Lock()

    def recall(self, question: Question, source: str, status: os.stat_result) -> Any:
        """What was kept, in the types of JSON; None where nothing was, or where the file has changed since.

        :param question: what is asked, of which path, and all else that the answer depends on beside the file's bytes. Of the
            answers that differ in the rest alone the last one is kept.
        """
        if self._lines is None:
            return None
        key = _key(question, source)
        with self._lock:
            entry = _parsed(_found(self._lines, key))
            if entry is None or entry[:3] != [_identity(status), source, _condition(question)]:
                return None
            self._lines.use(key)
        return entry[3]

    def keep(self, question: Question, source: str, status: os.stat_result, answer: object) -> None:
        """:param status: of the file as it was before a byte of it was read."""
        if self._folder is None or max(status.st_mtime_ns, status.st_ctime_ns) + _GRAIN > self._begun:
            return
        key = _key(question, source)
        entry = _json([_identity(status), source, _condition(question), answer])
        with self._lock:
            if self._lines is not None:
                self._lines.replace(key)
            self._waiting.append(b"%b %b\n" % (key, entry))
            if len(self._waiting) >= _AT_ONCE:
                with self._nothing_kept_on_failure():
                    self._write_waiting()

    def close(self) -> None:
        """Puts what is new in its place, with what is still true of the rest."""
        with self._nothing_kept_on_failure():
            try:
                self._write_waiting()
                self._carry_over()
            finally:
                if self._lines is not None:
                    self._lines.close()  # Windows replaces no file that is open
            if self._draft is not None:
                self._draft.finish()
            elif self._lines is not None and self._folder is not None:
                os.utime(os.path.join(self._folder, self._name))  # so that it is not the first to be pruned

    def _write_waiting(self) -> None:
        if self._folder is None or not self._waiting:
            return
        if self._draft is None:
            self._draft = LinesDraft(self._folder, self._name)
        for line in self._waiting:
            self._draft.add(line)
        self._waiting.clear()

    def _carry_over(self) -> None:
        if self._draft is None or self._lines is None:
            return
        for line, is_true in self._lines.rest():
            if is_true or _is_still_true(line):
                self._draft.add(line)

    @contextmanager
    def _nothing_kept_on_failure(self) -> Iterator[None]:
        """On a disk that is full, or in a home that is read-only, the next command reads the files again."""
        try:
            yield
        except BaseException as error:
            self._folder = None
            if self._draft is not None:
                self._draft.discard()
                self._draft = None
            if not isinstance(error, OSError):
                raise


NO_CACHE = FactsCache(None)

_ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))


@contextmanager
def facts_cache(environment: Mapping[str, str], root: str) -> Iterator[FactsCache]:
    """The cache for the project in the folder `root`, as long as a command asks it; then what is new is kept.

    :raises ConfigurationError: as `cache_folder` does.
    """
    folder = cache_folder(environment, root)
    cache = FactsCache(folder, _name_of(root)) if folder is not None else NO_CACHE
    try:
        yield cache
    finally:
        cache.close()


def forget(environment: Mapping[str, str], root: str) -> None:
    """All that is kept of the project: its bytes were not what the file system's word for them had led to expect.

    :raises ConfigurationError: as `cache_folder` does.
    """
    folder = cache_folder(environment, root)
    if folder is not None:
        with suppress(OSError):  # there is none
            os.unlink(os.path.join(folder, _name_of(root)))


def _name_of(root: str) -> str:
    return sha256_of(os.fsencode(os.path.abspath(root)))[:KEY]


def _key(question: Question, source: str) -> bytes:
    return sha256_of(repr((source, *question[:2])).encode())[:KEY].encode()


def _condition(question: Question) -> str:
    """Two questions that have it in common have the same answer."""
    return sha256_of(repr(question).encode())[:KEY]


def _json(value: object) -> bytes:
    """On one line. Names that are no text come back as they were, which escapes would not hold to."""
    return _ENCODER.encode(value).encode("utf-8", "surrogatepass")


def _identity(status: os.stat_result) -> Identity:
    """Not the device's number, which changes from one mounting to the next."""
    return [status.st_size, status.st_mtime_ns, status.st_ctime_ns, status.st_ino]


def _found(lines: KeptLines, key: bytes) -> bytes | None:
    try:
        return lines.find(key)
    except OSError:
        return None


def _parsed(line: bytes | None) -> list[Any] | None:
    """Identity, source, condition and answer; None for what is no line of ours."""
    try:
        entry = json.loads(line[KEY:]) if line else None
    except (ValueError, RecursionError):
        return None
    return entry if isinstance(entry, list) and len(entry) == 4 else None  # as many as those


def _is_still_true(line: bytes) -> bool:
    entry = _parsed(line)
    try:
        return entry is not None and entry[0] == _identity(os.stat(entry[1]))
    except (OSError, TypeError, ValueError):
        return False
