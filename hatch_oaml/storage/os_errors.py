"""What the operating system refuses, said so that a person can act on it."""

from __future__ import annotations

import errno
import os
from contextlib import contextmanager
from typing import TYPE_CHECKING

from hatch_oaml.values.bilingual import Bilingual
from hatch_oaml.values.errors import SourceError, WriteError

if TYPE_CHECKING:
    from collections.abc import Iterator

_FULL = frozenset({errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC)})
_FORBIDDEN = frozenset({errno.EACCES, errno.EPERM, errno.EROFS})


def no_space(path: str | os.PathLike[str], *, needed: int | None = None, free: int | None = None) -> WriteError:
    amounts_en = f": {_gigabytes(needed)} needed, {_gigabytes(free)} free" if needed and free is not None else ""
    amounts_zh = f"：需要 {_gigabytes(needed)}，剩余 {_gigabytes(free)}" if needed and free is not None else ""
    return WriteError(
        Bilingual(
            en=f"{os.fspath(path)}: not enough space on the disk{amounts_en}; free some, or build into a folder on another disk",
            zh=f"{os.fspath(path)}：磁盘空间不足{amounts_zh}；请腾出空间，或将输出目录改到其他磁盘后重新构建",
        )
    )


@contextmanager
def as_write_error(path: str | os.PathLike[str]) -> Iterator[None]:
    """:raises WriteError: for any `OSError` inside, which befell the file `path` that is being written."""
    try:
        yield
    except OSError as error:
        raise cannot_write(path, error) from error


def cannot_write(path: str | os.PathLike[str], error: OSError) -> WriteError:
    name = os.fspath(path)
    if error.errno in _FULL:
        return no_space(path)
    if error.errno in _FORBIDDEN:
        return WriteError(
            Bilingual(
                en=f"{name}: writing is not permitted; check the owner and the permissions of its folder",
                zh=f"{name}：没有写入权限；请检查所在目录的属主与权限",
            )
        )
    if error.errno == errno.EFBIG:
        return WriteError(
            Bilingual(
                en=f"{name}: this file system or your quota does not allow a file of that size; build into a folder on another disk",
                zh=f"{name}：文件系统或用户配额不允许这么大的文件；请将输出目录改到其他磁盘",
            )
        )
    return WriteError(
        Bilingual(
            en=f"{name}: cannot be written ({_reason(error)}); check the disk, then build again",
            zh=f"{name}：无法写入（{_reason(error)}）；请检查磁盘后重新构建",
        )
    )


def cannot_build(error: OSError) -> WriteError:
    """What kept an archive from being built, at a file that was read or written for it, whichever it was."""
    name = os.fsdecode(error.filename) if isinstance(error.filename, (str, bytes, os.PathLike)) else ""
    reason = f"{name}: {_reason(error)}" if name else _reason(error)
    return WriteError(
        Bilingual(
            en=f"the archive cannot be built ({reason}); mend that, then build again",
            zh=f"无法构建归档（{reason}）；请排除该问题后重新构建",
        )
    )


def cannot_read(path: str | os.PathLike[str], error: OSError) -> SourceError:
    """A file that was to be copied into an archive."""
    name = os.fspath(path)
    if error.errno in _FORBIDDEN:
        return SourceError(
            Bilingual(
                en=f"{name}: reading is not permitted; check the owner and the permissions of the file",
                zh=f"{name}：没有读取权限；请检查该文件的属主与权限",
            )
        )
    return SourceError(
        Bilingual(
            en=f"{name}: cannot be read ({_reason(error)}); check the disk, or fetch the file anew",
            zh=f"{name}：无法读取（{_reason(error)}）；请检查磁盘，或重新获取该文件",
        )
    )


def _reason(error: OSError) -> str:
    return error.strerror or str(error)


def _gigabytes(count: int | None) -> str:
    return f"{(count or 0) / 1e9:,.2f} GB"
