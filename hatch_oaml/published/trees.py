"""A tree that somebody gave out: its files, every digest known, and the texts among them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from hatch_oaml.values.frozen import frozen

if TYPE_CHECKING:
    from collections.abc import Callable

    from hatch_oaml.records.config import Config
    from hatch_oaml.records.integrity import PromisedNotice
    from hatch_oaml.records.inventory import Inventory, ReleaseFile
    from hatch_oaml.values.bilingual import Bilingual


@frozen
class Tree:
    """`text` gives the bytes of a small file by its path, None where there is none, `head` the first ones of any text likewise; `config` is the `[tool.oaml]` that came
    along, the defaults where none did. `name`, `version` and `license` are "" where nothing beside the files tells them; `promised`
    are the notices that a manifest promises.
    """

    inventory: Inventory
    head: Callable[[str], bytes | None]
    text: Callable[[str], bytes | None]
    config: Config
    name: str = ""
    version: str = ""
    license: str = ""
    promised: tuple[PromisedNotice, ...] = ()
    notes: tuple[Bilingual, ...] = ()


HEAD = 4096
"""Bytes at the start of a text, where it says whose it is."""


def pointed_to(file: ReleaseFile) -> ReleaseFile:
    """What a Git LFS pointer stands for: it tells digest and size."""
    if file.pointer is None:
        return file
    return replace(file, sha256=file.pointer.sha256, size=file.pointer.size, pointer=None)
