"""Tells weights by their first bytes, whatever the file is called, compressed or packed."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, BinaryIO, Literal, NamedTuple

from hatch_oaml.values.weight_names import is_named_as_data, is_weight_name, promises_format
from hatch_oaml.weights._contract import BZIP2, GZIP, XZ, BrokenError, UnreadError, WeightFile

if TYPE_CHECKING:
    from collections.abc import Callable

    from hatch_oaml.values.paths import ArchivePath
    from hatch_oaml.weights._contract import WeightFormat

Certainty = Literal["parameters", "container"]
"""Can it be nothing but a model's parameters, or may it hold Data as well (clause 1.5)?"""

_CONTAINERS = frozenset({"hdf5", "numpy", "pickle"})
_TAR = slice(257, 262)


class Content(NamedTuple):
    """What a file's bytes say that it is: `format` is a reader's name, or `zip` or `tar`."""

    format: str
    certainty: Certainty


def may_be_weights(start: bytes) -> bool:
    """False is certain, for a text: every format has bytes there that no text has, but for old pickles."""
    head = start[:1024]
    return b"\0" in head or head[:1] in {b"\x80", b"\x08"} or head.startswith((BZIP2, GZIP))


def content_of(source: WeightFile, file: BinaryIO, recognized: WeightFormat | None) -> Content | None:
    """What `source` is by its bytes alone; None for what is no weight file, as far as can be told surely.

    :param recognized: the format whose reader knows these bytes.
    """
    if recognized is not None:
        return _of_format(source, recognized)
    if source.head.startswith(b"PK\3\4"):
        names = _zip_names(source)
        return Content("zip", "container") if any(map(_is_weight_member, names)) else None
    if source.head[_TAR] == b"ustar":
        # only an archive is worth the import
        from hatch_oaml.weights._packed import tar_names  # noqa: PLC0415

        return Content("tar", "container") if any(map(_is_weight_member, tar_names(file))) else None
    return None


def is_compressed(head: bytes) -> bool:
    return head.startswith((GZIP, BZIP2, XZ))


def of_unpacked(
    path: ArchivePath, start: bytes, recognize: Callable[[WeightFile], WeightFormat | None]
) -> Content | None:
    """What the beginning of a compressed file's content is."""
    inner = io.BytesIO(start)
    source = WeightFile(path, inner, len(start))
    found = content_of(source, inner, recognize(source))
    # of a beginning nobody knows how it goes on: it is no more than a container
    return found and Content(found.format, "container" if found.format == "tar" else found.certainty)


def _of_format(source: WeightFile, recognized: WeightFormat) -> Content | None:
    if recognized.name in _CONTAINERS:
        return Content(recognized.name, "container")
    try:
        facts = recognized.read(source)
    except UnreadError:
        return Content(recognized.name, "parameters")
    except BrokenError:
        # a broken header is told where the name promises weights; a text may begin like one
        return None if recognized.name == "safetensors" else Content(recognized.name, "parameters")
    known = facts.tensors or facts.metadata or recognized.name != "safetensors"
    return Content(recognized.name, "parameters") if known else None


def _zip_names(source: WeightFile) -> list[str]:
    try:
        return list(source.members or ())
    except (BrokenError, UnreadError):
        return []


def _is_weight_member(name: str) -> bool:
    return promises_format(name) and not is_named_as_data(name) and is_weight_name(name)
