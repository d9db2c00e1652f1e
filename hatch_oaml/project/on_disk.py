"""What the file system says of one file of the tree, before a byte of it is read."""

from __future__ import annotations

import errno
import os
import stat
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from hatch_oaml.values.bilingual import Bilingual
from hatch_oaml.values.errors import SourceError

if TYPE_CHECKING:
    from hatch_oaml.stores import StoredObject


class OnDisk(NamedTuple):
    """What the file system says of a file, as `ReleaseFile` has it; of one in an archive only the size counts.

    Of one in a store it is what the store says.
    """

    size: int
    source: str = ""
    mtime_ns: int | None = None
    executable: bool = False
    target: str | None = None
    pin: str | None = None


def in_store(stored: StoredObject) -> OnDisk:
    return OnDisk(size=stored.size, source=stored.address, pin=stored.pin)


def require_file(source: str) -> os.stat_result:
    """:raises SourceError: what lies there cannot be seen, or is no regular file: a pipe would never end."""
    try:
        status = os.stat(source)
    except OSError as error:
        raise unreadable(source, error) from error
    if not stat.S_ISREG(status.st_mode):
        raise SourceError(
            Bilingual(
                en=f"{source}: is no regular file but a folder, pipe, socket or device; leave it out of the release",
                zh=f"{source}：不是普通文件，而是文件夹、管道、套接字或设备；请将其排除在发布之外",
            )
        )
    return status


def on_disk_at(source: str, root: str) -> OnDisk:
    """:raises SourceError: likewise."""
    return on_disk_as(require_file(source), source, root)


def on_disk_as(status: os.stat_result, source: str, root: str) -> OnDisk:
    """What `status` says of the file at `source`."""
    return OnDisk(
        size=status.st_size,
        source=source,
        mtime_ns=status.st_mtime_ns,
        executable=bool(status.st_mode & stat.S_IXUSR),
        target=_link_target(source, root),
    )


def unreadable(source: str, error: OSError) -> SourceError:
    reason = error.strerror or str(error)
    if error.errno == errno.ENOENT and os.path.islink(source):
        target = os.readlink(source)
        return SourceError(
            Bilingual(
                en=f"{source}: is a link to {target}, and nothing is there; fetch what it leads to, or take the link away",
                zh=f"{source}：是指向 {target} 的链接，而该处没有文件；请取回其指向的文件，或删除该链接",
            )
        )
    return SourceError(
        Bilingual(
            en=f"{source}: cannot be read: {reason}; make it readable or leave it out of the release",
            zh=f"{source}：无法读取：{reason}；请使其可读，或将其排除在发布之外",
        )
    )


@lru_cache(maxsize=65536)
def _real_folder(folder: str, root: str) -> tuple[str, bool]:
    """The folder without symbolic links, and whether there was one on the way from `root`."""
    real = os.path.realpath(folder)
    return real, real != os.path.realpath(root) + folder[len(root) :]


def _link_target(source: str, root: str) -> str | None:
    """Where a symbolic link on the way from `root` to `source` led to; None without one."""
    if not source.startswith(f"{root}{os.sep}"):
        return None  # what Hatchling's `force-include` brings from outside is reached by no link of the tree
    folder, _, name = source.rpartition(os.sep)
    real, is_linked = _real_folder(folder, root)
    if os.path.islink(source):
        return os.path.realpath(source)
    return os.path.join(real, name) if is_linked else None
