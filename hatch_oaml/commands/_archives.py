"""What `verify` is pointed at, one path for each archive: a shell's `*` names volumes, and what lies beside an archive, too."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hatch_oaml.archives import format_of
from hatch_oaml.storage.opening import whole_of
from hatch_oaml.storage.volume_files import CHECKSUMS as VOLUME_CHECKSUMS
from hatch_oaml.values.bilingual import Bilingual
from hatch_oaml.values.errors import SourceError
from hatch_oaml.values.wording import abbreviated

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator
    from pathlib import Path

_CHECKSUMS = frozenset({VOLUME_CHECKSUMS, "SHA256SUMS"})
_EVIDENCE = (".sig", ".sigstore", ".sigstore.json", ".asc", ".sha256", ".publish.attestation")
"""What others put beside an archive, under its name and one of these."""
_SHOWN = 8


def archives_among(paths: Iterable[Path]) -> tuple[list[Path], list[Path]]:
    """Each archive once, by the first of its volumes that is named; and what of the rest lies beside one.

    :raises SourceError: an environment in which no release of ours is installed.
    """
    named = tuple(dict.fromkeys(paths))
    archives = {(whole_of(path), whole_of(path) == path): path for path in reversed(named) if _is_archive(path)}
    wholes = frozenset(whole for whole, _ in archives)
    beside = [path for path in named if not _is_archive(path) and _lies_beside(path, wholes)]
    asked = [path for path in named if path in archives.values() or not (_is_archive(path) or path in beside)]
    return [archive for path in asked for archive in _releases_in(path)], beside


def _is_archive(path: Path) -> bool:
    return path.is_dir() or format_of(path) is not None


def _lies_beside(path: Path, wholes: Collection[Path]) -> bool:
    if path.name in _CHECKSUMS:
        return any(whole.parent == path.parent for whole in wholes)
    names = (path.with_name(path.name.removesuffix(ending)) for ending in _EVIDENCE if path.name.endswith(ending))
    return any(whole_of(name) in wholes for name in names)


def _releases_in(path: Path) -> Iterator[Path]:
    installed = _installed_in(path) if path.is_dir() else None
    if installed is None:
        _refuse_a_folder_above(path)
        yield path
    elif installed:
        yield from installed
    else:
        raise SourceError(
            Bilingual(
                en=f"{path}: no release of hatch-oaml is installed there; point to an archive, or to the folder of a release",
                zh=f"{path}：其中未安装任何 hatch-oaml 生成的发布；请指向归档，或发布所在的文件夹",
            )
        )


def _refuse_a_folder_above(path: Path) -> None:
    """:raises SourceError: releases and archives lie in the folder, which is none itself."""
    if not path.is_dir():
        return
    # an archive is no folder, and is being hashed the sooner
    from hatch_oaml.verification.environments import lying_below  # noqa: PLC0415

    found = lying_below(path)
    if not found:
        return
    named = ", ".join(f"`{abbreviated(name)}`" for name in found[:_SHOWN])
    more = len(found) - _SHOWN
    rest = Bilingual(en=f" and {more:,} more", zh=f" 等共 {len(found):,} 个") if more > 0 else Bilingual(en="", zh="")
    raise SourceError(
        Bilingual(
            en=f"{path}: is no release itself, and in it lie {named}{rest.en}; point to what is to be verified",
            zh=f"{path}：本身不是发布，其中有 {named}{rest.zh}；请指明要验证的对象",
        )
    )


def _installed_in(folder: Path) -> tuple[Path, ...] | None:
    # an archive is no folder, and is being hashed the sooner
    from hatch_oaml.verification.environments import installed_releases  # noqa: PLC0415

    return installed_releases(folder)


def not_checked(path: Path) -> Bilingual:
    return Bilingual(
        en=f"{path}: no archive, but what lies beside one; it was not checked",
        zh=f"{path}：不是归档，而是归档旁边的文件；未经核对",
    )
