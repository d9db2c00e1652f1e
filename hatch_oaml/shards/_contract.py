"""What is told of files that do not fit each other, and in which words."""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING

from hatch_oaml.values.frozen import frozen
from hatch_oaml.values.wording import abbreviated

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hatch_oaml.records.inventory import ReleaseFile
    from hatch_oaml.values.bilingual import Bilingual
    from hatch_oaml.values.paths import ArchivePath


@frozen
class Problem:
    """`path` is the file that asks for what is not there as it should be."""

    path: ArchivePath
    message: Bilingual
    fix: Bilingual


def beside(file: ReleaseFile, name: str) -> str:
    return posixpath.join(posixpath.dirname(file.path), name)


def tensors_en(names: Sequence[str]) -> str:
    return (
        f"tensor `{abbreviated(names[0])}`"
        if len(names) == 1
        else f"{len(names)} tensors (`{abbreviated(names[0])}`, …)"
    )


def tensors_zh(names: Sequence[str]) -> str:
    return (
        f"张量 `{abbreviated(names[0])}` "
        if len(names) == 1
        else f" {len(names)} 个张量（`{abbreviated(names[0])}` 等）"
    )
