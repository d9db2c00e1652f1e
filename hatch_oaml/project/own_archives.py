"""The project's own finished archives and their signatures, wherever a frontend put them: none is content of the next."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

    from hatchling.metadata.core import ProjectMetadata

_SUFFIX = r"(?:(?:-[^/]+\.whl|\.tar\.gz|\.oaml\.(?:tar|tar\.zst|zip|oci\.tar)(?:\.\d{3})?)(?:\.sig)?|\.oaml/.*)"


def own_archives(metadata: ProjectMetadata[Any]) -> Callable[[str], bool]:
    """Tells the path of an archive that a build of this project writes, of any version, of its signature, or of a file in
    a release folder.

    No frontend tells the backend where it will put what was built (`pip wheel -w wheels`): the name alone does, by PyPA's
    file name conventions (https://packaging.python.org/en/latest/specifications/binary-distribution-format/).
    """
    parts = "[-_.]+".join(map(re.escape, re.split(r"[-_.]+", metadata.core.raw_name)))
    name = re.compile(rf"(?:.*/)?{parts}-\d[^/-]*{_SUFFIX}", re.IGNORECASE)
    return lambda path: name.fullmatch(path) is not None
