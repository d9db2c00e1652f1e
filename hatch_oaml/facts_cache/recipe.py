"""What the facts of a file depend on beside the file: the code that reads it."""

from __future__ import annotations

import os
import sys
from functools import cache
from typing import TYPE_CHECKING

import hatch_oaml
from hatch_oaml.values.digests import RunningSha256

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hatch_oaml.values.digests import Sha256

FORMAT = 1
"""Of the lines that are kept. A reader of another one finds nothing."""

ROOMS = frozenset(
    {
        *("facts_cache", "license", "notices", "project", "recognition", "records", "shards", "statements", "storage"),
        *("stores", "terms", "values", "weights"),
    }
)
"""Of the package: all that the reading of a file comes by."""


@cache
def recipe() -> Sha256:
    """A digest of the code and the tables of this very copy of the package, of the format, and of the interpreter's version.

    Not the package's version alone: who works on the package has many copies of one version. Not times: an isolated build
    installs the package anew.

    :raises OSError: the package lies in no folder.
    """
    running = RunningSha256()
    running.update(f"{FORMAT} {hatch_oaml.__version__} {sys.implementation.cache_tag} {sys.version_info}\n".encode())
    package = os.path.dirname(hatch_oaml.__file__)
    for room in sorted(ROOMS):
        for name, path in _files(os.path.join(package, room)):
            with open(path, "rb", buffering=0) as file:
                data = file.read()
            running.update(f"{room} {name} {len(data)}\n".encode())
            running.update(data)
    return running.digest()


def _files(folder: str) -> Iterator[tuple[str, str]]:
    for entry in sorted(os.scandir(folder), key=lambda entry: entry.name):
        if not entry.is_dir():
            yield entry.name, entry.path
        elif entry.name != "__pycache__":
            yield from ((f"{entry.name}/{name}", path) for name, path in _files(entry.path))
