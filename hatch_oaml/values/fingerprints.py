"""What a sample of a text's lines is made of: drawn where texts are read, compared where files are looked for."""

from __future__ import annotations

from struct import unpack
from typing import NewType

from hatch_oaml.values.expressions import expression

Fingerprint = NewType("Fingerprint", bytes)
"""The hashes of a text's sampled lines, the smallest first; empty where nothing was sampled.

Packed, since a release has as many as files: hashes of four bytes each, and behind them, where there is one, a byte and the hash
of all lines. What somebody wrote into a record in place of hashes is kept as text, of a length by which it is known.
"""

NO_LINES = Fingerprint(b"")

SAMPLE = 64
"""Lines sampled of a file; eight hexadecimal digits each."""
WHOLE = "whole:"
"""Begins the one that is of all lines of a short text together: few lines tell little, and all of them tell much."""

_HASHES = expression(rf"(?P<lines>[0-9a-f]{{8}}(?: [0-9a-f]{{8}})*)?(?: ?\b{WHOLE}(?P<whole>[0-9a-f]{{8}}))?")
_HASH = 4
_WITH_WHOLE, _AS_TEXT = 1, 3
"""What is left of the length, divided by that of a hash."""


def fingerprint(text: str) -> Fingerprint:
    """`text` as one was written down, whatever the white space between its lines."""
    if not text:
        return NO_LINES
    found = _HASHES.fullmatch(text) or _HASHES.fullmatch(" ".join(text.split()))
    if found is None:
        text = " ".join(text.split())
        data = text.encode("utf-8", "surrogatepass")
        return Fingerprint(data + b" " * ((_AS_TEXT - len(data)) % _HASH))
    lines, whole = bytes.fromhex(found["lines"] or ""), found["whole"]
    return Fingerprint(lines if whole is None else lines + b"\0" + bytes.fromhex(whole))


def text_of(packed: Fingerprint) -> str:
    """As it is written down, with a space between its lines: `fingerprint(text_of(packed)) == packed`."""
    kind = len(packed) % _HASH
    if kind == _AS_TEXT:
        return packed.decode("utf-8", "surrogatepass").rstrip(" ")
    if kind != _WITH_WHOLE:
        return packed.hex(" ", _HASH)
    lines, whole = packed[: -_HASH - 1], packed[-_HASH:]
    return f"{lines.hex(' ', _HASH)} {WHOLE}{whole.hex()}".lstrip(" ")


def hashes_of(packed: Fingerprint) -> tuple[int, ...] | None:
    """Those of its lines, as numbers; None where it holds anything else."""
    count, rest = divmod(len(packed), _HASH)
    return None if rest else unpack(f">{count}I", packed)


def lines_of(packed: Fingerprint) -> list[str]:
    """Each as it is written down."""
    return text_of(packed).split()
