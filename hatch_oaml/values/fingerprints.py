"""What a sample of a text's lines is made of: drawn where texts are read, compared where files are looked for."""

from __future__ import annotations

from typing import NewType

Fingerprint = NewType("Fingerprint", str)
"""The hashes of a text's sampled lines, the smallest first, with a space between; "" where nothing was sampled.

One text for all: a tuple of them takes six times the room, and a release has as many as files.
"""

NO_LINES = Fingerprint("")

SAMPLE = 64
"""Lines sampled of a file; eight hexadecimal digits each."""
WHOLE = "whole:"
"""Begins the one that is of all lines of a short text together: few lines tell little, and all of them tell much."""


def fingerprint(text: str) -> Fingerprint:
    """`text` as one was written down, whatever the white space between its lines."""
    return Fingerprint(" ".join(text.split()))
