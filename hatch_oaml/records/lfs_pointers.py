"""Git LFS pointers: what lies in a checkout in place of a large file."""

from __future__ import annotations

from hatch_oaml.records.inventory import LfsPointer
from hatch_oaml.values.digests import sha256
from hatch_oaml.values.expressions import expression

_POINTER = expression(
    rb"\Aversion https://git-lfs\.github\.com/spec/v1\r?\n(?:ext-[^\n]*\n)*"
    rb"oid sha256:(?P<oid>[0-9a-f]{64})\r?\nsize (?P<size>\d+)\r?\n?\Z"
)
POINTER_SIZE = 1024
"""Any Git LFS pointer is smaller."""


def parse_pointer(data: bytes) -> LfsPointer | None:
    """A Git LFS pointer, by https://github.com/git-lfs/git-lfs/blob/main/docs/spec.md; None if `data` is none."""
    found = _POINTER.match(data) if len(data) < POINTER_SIZE else None
    return LfsPointer(sha256=sha256(found["oid"].decode()), size=int(found["size"])) if found else None
