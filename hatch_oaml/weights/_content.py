"""Tells weights by their first bytes, whatever the file is called, compressed or packed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

from hatch_oaml.values.bilingual import Bilingual
from hatch_oaml.values.expressions import expression
from hatch_oaml.values.packing_marks import BZIP2, GZIP, XZ, ZIP, ZSTANDARDS, is_tar
from hatch_oaml.values.weight_names import is_named_as_data, is_weight_name, lies_among_data, promises_format
from hatch_oaml.weights._contract import OLD_PICKLES, TREES, BrokenError, UnreadError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from hatch_oaml.weights._contract import WeightFile, WeightFormat

    Recognize = Callable[[WeightFile], WeightFormat | None]

Certainty = Literal["parameters", "box", "container"]
"""Can it be nothing but a model's parameters, a ZIP or tar with such files in it, or may it hold Data (clause 1.5)?"""

_CONTAINERS = frozenset({"hdf5", "numpy", "pickle"})
_DEEPEST = 3
"""Boxes in boxes: a `.tar.gz` is two."""
_HEADER = expression(
    rb"[\0-\xff]{7}\0\s*\{\s*\"(?:__metadata__\"\s*:\s*\{|[^\"\\]{1,900}\"\s*:\s*\{\s*\"(?:dtype|shape|data_offsets)\"\s*:)"
)
"""How a safetensors header begins, wherever the file was cut."""
_COMPRESSED = (GZIP, BZIP2, XZ, *ZSTANDARDS)
_TEXTLESS = (*_COMPRESSED, *OLD_PICKLES)


PACKED = Bilingual(
    en="it is compressed or packed, and only its beginning was looked at; publish the file that it holds",
    zh="该文件经过压缩或打包，只查看了其开头；请直接发布其中的文件",
)


class Content(NamedTuple):
    """What a file's bytes say that it is: `format` is a reader's name, or `zip` or `tar`."""

    format: str
    certainty: Certainty


def may_be_weights(start: bytes) -> bool:
    """False is certain, for a text: every format has bytes there that no text has, but for old pickles and dumps of trees."""
    return (
        b"\0" in start
        or start[:1] in {b"\x80", b"\x08"}
        or start.startswith(_TEXTLESS)
        or TREES.match(start) is not None
    )


def content_of(source: WeightFile, recognize: Recognize, depth: int = _DEEPEST) -> Content | None:
    """What `source` is by its bytes alone; None for what is no weight file, as far as can be told surely.

    :param recognize: the format whose reader knows a file's bytes.
    """
    recognized = recognize(source)
    if recognized is not None:
        return _of_format(source, recognized)
    return _of_packed(source, recognize, depth) if depth else None


def _of_packed(source: WeightFile, recognize: Recognize, depth: int) -> Content | None:
    found = _by_its_start(source, recognize, depth)
    if found is not None or source.is_beginning:
        return found
    # only what is packed is worth the import
    from hatch_oaml.weights._packed import appended_members  # noqa: PLC0415

    return _of_box("zip", appended_members(source), recognize, depth)


def _by_its_start(source: WeightFile, recognize: Recognize, depth: int) -> Content | None:
    # only what is packed is worth the import
    from hatch_oaml.weights._packed import (  # noqa: PLC0415
        beginning,
        packed_tar_members,
        tar_members,
        unpacked,
        zip_members,
    )

    if is_compressed(source.head):
        start = beginning(source.path, unpacked(source))
        if is_tar(start.head) and not source.is_beginning:
            return _of_box("tar", packed_tar_members(source), recognize, depth - 1, unread="container")
        return content_of(start, recognize, depth - 1)
    if source.head.startswith(ZIP):
        return _of_box("zip", zip_members(source), recognize, depth)
    if is_tar(source.head):
        return _of_box("tar", tar_members(source), recognize, depth)
    return None


def is_compressed(head: bytes) -> bool:
    return head.startswith(_COMPRESSED)


def _of_box(
    form: str,
    members: Iterable[tuple[str, WeightFile | None]],
    recognize: Recognize,
    depth: int,
    unread: Certainty | None = None,
) -> Content | None:
    """By the first member that has a weight file's name, or its bytes.

    :param unread: what is said of a box that is longer than is ever read.
    """
    try:
        for name, start in members:
            inner = start and content_of(start, recognize, depth - 1)
            if inner and inner.certainty != "container":
                return Content(form, "box")
            if (inner and not lies_among_data(name)) or _is_weight_member(name):
                return Content(form, "container")
    except BrokenError:
        pass
    except UnreadError:
        return Content(form, unread) if unread else None
    return None


def _of_format(source: WeightFile, recognized: WeightFormat) -> Content | None:
    if recognized.name in _CONTAINERS:
        return Content(recognized.name, "container")
    if recognized.name == "safetensors" and not _is_safetensors(source, recognized):
        return None
    return Content(recognized.name, "parameters")


def _is_safetensors(source: WeightFile, recognized: WeightFormat) -> bool:
    """A length and a brace are little: a text may begin so."""
    try:
        facts = recognized.read(source)
    except UnreadError:
        return True
    except BrokenError:
        return _HEADER.match(source.head) is not None
    return bool(facts.tensors or facts.metadata)


def _is_weight_member(name: str) -> bool:
    return promises_format(name) and not is_named_as_data(name) and is_weight_name(name)
