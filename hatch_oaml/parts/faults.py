"""What may be wrong with the workers that an archive's parts are made by."""

from __future__ import annotations

from hatch_oaml import __version__
from hatch_oaml.values.bilingual import Bilingual
from hatch_oaml.values.errors import SourceError, WriteError
from hatch_oaml.values.wording import shown_value


def other_version(version: str) -> WriteError:
    return WriteError(
        Bilingual(
            en=f"a worker has hatch-oaml {shown_value(version)}, and this build has {__version__}; nothing was written; install the"
            " same version on all workers",
            zh=f"有工作进程的 hatch-oaml 版本为 {shown_value(version)}，而本次构建为 {__version__}；未写入任何内容；"
            "请在所有工作进程所在环境安装同一版本",
        )
    )


def unseen(path: str) -> SourceError:
    return SourceError(
        Bilingual(
            en=f"{path}: a worker does not see this file; it was removed while it was being read, or it lies on this machine alone:"
            " then put it where all workers see it under the same path",
            zh=f"{path}：有工作进程看不到此文件：它在读取过程中被删除，或只存在于本机；若为后者，请将其放到所有工作进程以同一路径可见之处",
        )
    )


def not_as_sent(address: str) -> WriteError:
    return WriteError(
        Bilingual(
            en=f"{address}: what arrived in the store does not read back as it was sent; it was deleted; build again, and if it"
            " stays so, tell the provider",
            zh=f"{address}：存储中的内容读回时与发送的不一致；已将其删除；请重新构建，若仍如此，请告知服务商",
        )
    )


def volume_too_small(part_size: int) -> WriteError:
    return WriteError(
        Bilingual(
            en=f"`volume-size` is smaller than one part of this archive in the store, {part_size:,} bytes; make volumes larger",
            zh=f"`volume-size` 小于此归档在存储中的一个分段（{part_size:,} 字节）；请增大分卷大小",
        )
    )


def too_many_volumes(count: int, most: int) -> WriteError:
    return WriteError(
        Bilingual(
            en=f"the archive would take {count:,} volumes, and at most {most} can be numbered; make volumes larger",
            zh=f"归档需要 {count:,} 个分卷，而编号最多到 {most}；请增大分卷大小",
        )
    )


def exists(address: str) -> WriteError:
    return WriteError(
        Bilingual(
            en=f"{address}: exists already, and what was published is not replaced; delete it, or raise the version",
            zh=f"{address}：已存在；已发布的内容不予替换；请将其删除，或提高版本号",
        )
    )
