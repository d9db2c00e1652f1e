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
            " then put the model where all workers see it under the same path",
            zh=f"{path}：有工作进程看不到此文件：它在读取过程中被删除，或只存在于本机；若为后者，请将模型放到所有工作进程以同一路径可见之处",
        )
    )
