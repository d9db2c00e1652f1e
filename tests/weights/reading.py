"""Reads bytes as one format, without a file."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from hatch_oaml.records.tensors import Weights
from hatch_oaml.values.paths import archive_path
from hatch_oaml.weights._contract import BrokenError, UnreadError, WeightFile

if TYPE_CHECKING:
    from hatch_oaml.weights._contract import WeightFormat


def source_of(data: bytes, name: str = "weights") -> WeightFile:
    return WeightFile(archive_path(name), io.BytesIO(data), len(data))


def read_bytes(format_: WeightFormat, data: bytes) -> Weights:
    """What the format's reader says, as `inspect` would say it."""
    try:
        return format_.read(source_of(data))
    except BrokenError as error:
        return Weights(format=format_.name, faults=(error.fault,))
    except UnreadError as error:
        return Weights(format=format_.name, unread=error.reason)
