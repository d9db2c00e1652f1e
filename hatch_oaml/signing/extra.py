"""The extra `sign` is asked for where somebody signs, or asks for a signature, and nowhere else."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from hatch_oaml.signing.mistakes import missing_extra

if TYPE_CHECKING:
    from collections.abc import Iterator


@contextmanager
def library_at_hand() -> Iterator[None]:
    """:raises UsageError: the library cannot be imported within."""
    try:
        yield
    except ImportError as error:
        raise missing_extra() from error
