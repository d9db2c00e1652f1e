"""`.gitattributes` of a model repository: weights by LFS, and no byte of another file changed on its way."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hatch_oaml.values.weight_names import WEIGHT_PATTERNS

if TYPE_CHECKING:
    from collections.abc import Iterable

GIT_ATTRIBUTES = ".gitattributes"


def attributes(paths: Iterable[str]) -> str:
    """:param paths: of the model files that lie there; their kinds go to LFS, others of the same kind with them."""
    known = {pattern for pattern in WEIGHT_PATTERNS if pattern.startswith("*.")}
    endings = sorted({pattern for path in paths for pattern in known if path.endswith(pattern[1:])})
    lines = (f"{ending} filter=lfs diff=lfs merge=lfs -text\n" for ending in endings)
    return "* -text\n" + "".join(lines)  # or git on Windows writes other line ends, and other digests with them
