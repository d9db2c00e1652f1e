"""The volumes of an archive, found by their names and read as one."""

from __future__ import annotations

import re
from contextlib import ExitStack, closing
from itertools import count, islice, takewhile
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from hatch_oaml.storage.bytes_at import FileBytes, JoinedBytes
from hatch_oaml.storage.short_file import short_text
from hatch_oaml.values.bilingual import Bilingual
from hatch_oaml.values.digests import Sha256
from hatch_oaml.values.errors import SourceError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

AnyPath = TypeVar("AnyPath", bound=Path)
CHECKSUMS = "SHA256SUMS.volumes"
"""Beside the volumes: the digest of each and of the whole, for every archive of the folder that is cut."""

_LONGEST = 64 << 20
"""Bytes: a line for each volume, of a million there are fewer."""


def volumes_of(target: Path) -> list[Path]:
    """Those that are there, in order, up to the first that is missing."""
    return list(takewhile(Path.exists, numbered(target)))


def numbered(target: AnyPath) -> Iterator[AnyPath]:
    """The names of its volumes, without end."""
    return (volume_path(target, number) for number in count(1))


def missing_volume(target: Path) -> str | None:
    """The first that is told of in the checksums and not there, or behind which there is another."""
    names = (name for name in told_in(target.parent) if re.fullmatch(rf"{re.escape(target.name)}\.\d{{3}}", name))
    told = next((name for name in sorted(names) if not (target.parent / name).exists()), None)
    first, second = islice(numbered(target), len(volumes_of(target)), len(volumes_of(target)) + 2)
    return told or (first.name if second.exists() else None)


def no_such_volume(name: str) -> SourceError:
    return SourceError(
        Bilingual(
            en=f"{name}: this volume is missing; put it beside the others",
            zh=f"{name}：缺少此分卷；请将其与其他分卷放在同一目录",
        )
    )


def volume_path(target: AnyPath, number: int) -> AnyPath:
    """:param number: from 1 on."""
    return target.with_name(f"{target.name}.{number:03}")


def told_in(folder: Path) -> dict[str, Sha256]:
    """What the checksums of `folder` tell: the digest of each volume, and of each whole archive, by its name."""
    path = folder / CHECKSUMS
    lines = short_text(path, _LONGEST).decode(errors="replace").splitlines() if path.is_file() else []
    return {name: Sha256(digest) for digest, separator, name in (line.partition("  ") for line in lines) if separator}


def joined_volumes(paths: Sequence[Path]) -> JoinedBytes:
    """:raises SourceError: if one of them cannot be opened."""
    with ExitStack() as stack:
        parts = [stack.enter_context(closing(FileBytes(path))) for path in paths]
        stack.pop_all()
    return JoinedBytes(parts)
