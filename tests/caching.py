"""A cache of the tests' own, in which what was written a moment ago is kept."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from hatch_oaml.facts_cache import cache
from hatch_oaml.facts_cache.lines import KEY
from hatch_oaml.facts_cache.location import VARIABLE
from hatch_oaml.values.digests import sha256_of

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    import pytest


def caching(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Mapping[str, str]:
    """The environment that has what is read kept in `folder`, this process's own from now on."""
    monkeypatch.setattr(cache, "_GRAIN", 0)
    monkeypatch.setenv(VARIABLE, str(folder))
    return {VARIABLE: str(folder)}


def files_in(folder: Path) -> list[Path]:
    """The projects' files, of the cache in `folder`."""
    return sorted(folder.glob("hatch-oaml/*"))


def rewritten(folder: Path, change: Callable[[str, Any], Any]) -> None:
    """As somebody who has the user's own rights can make it: each answer replaced, whole and under a digest that fits.

    :param change: makes the new answer of the source and the old one.
    """
    [file] = files_in(folder)
    first, *lines, _ = file.read_bytes().splitlines(keepends=True)
    changed = [first]
    for line in lines:
        identity, source, condition, answer = json.loads(line[KEY:])
        entry = json.dumps([identity, source, condition, change(source, answer)])
        changed.append(line[:KEY] + b" " + entry.encode() + b"\n")
    data = b"".join(changed)
    file.write_bytes(data + f"{sha256_of(data)}\n".encode())
