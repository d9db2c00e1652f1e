"""A row of the words by which a text tells that, and what, somebody modified."""

from __future__ import annotations

from typing import Literal, NamedTuple

Sense = Literal["file", "heading", "change", "own", "denial", "general"]
"""*file*: the name of a file, without its suffix, that tells of changes. *heading*: one below which changes are told. *change*: says that
something was modified. *own*: says so of the file that it stands in. *denial*: says that it was not. *general*: says how a model came about and names no file.
"""


class Words(NamedTuple):
    sense: Sense
    language: Literal["en", "zh", "ja", "ko", "de", "fr", "es", "it", "pt"]
    pattern: str
    sample: str
    other: str
