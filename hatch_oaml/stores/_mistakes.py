"""What a store refuses, said so that a person can act on it: with the address, and nothing of who asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hatch_oaml.values.bilingual import Bilingual
from hatch_oaml.values.errors import OamlError, SourceError, UsageError, WriteError

if TYPE_CHECKING:
    from collections.abc import Callable

    Failure = Callable[[Bilingual], OamlError]


class NoSuchObjectError(SourceError):
    """Nothing has that address."""


def absent(address: str, failure: Failure) -> OamlError:
    return (NoSuchObjectError if failure is SourceError else failure)(
        Bilingual(
            en=f"{address}: there is no such object, or no such bucket; check the spelling, and the region and endpoint that the"
            " environment names",
            zh=f"{address}：没有这样的对象或存储桶；请检查拼写，以及环境变量中的区域与端点",
        )
    )


def forbidden(address: str, code: str, failure: Failure) -> OamlError:
    return failure(
        Bilingual(
            en=f"{address}: the store does not permit it ({code}); check who the environment or the profile says that you are, and"
            " what that one may do in this bucket",
            zh=f"{address}：存储拒绝了该操作（{code}）；请检查环境变量或配置文件中的身份，及其对此存储桶的权限",
        )
    )


def no_credentials(address: str, failure: Failure) -> OamlError:
    return failure(
        Bilingual(
            en=f"{address}: no credentials were found, or not all that is needed; give them by the provider's own environment variables or"
            " profile, never in the address",
            zh=f"{address}：未找到凭据，或凭据不完整；请通过服务商自己的环境变量或配置文件提供，切勿写在地址中",
        )
    )


def unreachable(address: str, code: str, failure: Failure) -> OamlError:
    return failure(
        Bilingual(
            en=f"{address}: the store cannot be reached ({code}); check the network and the endpoint that the environment names, then try again",
            zh=f"{address}：无法连接存储（{code}）；请检查网络以及环境变量中的端点，然后重试",
        )
    )


def refused(address: str, code: str, failure: Failure) -> OamlError:
    return failure(
        Bilingual(
            en=f"{address}: the store refused ({code}); try again, and if it stays so, look that word up in the provider's documentation",
            zh=f"{address}：存储拒绝了请求（{code}）；请重试，若仍如此，请在服务商文档中查找该代码",
        )
    )


def short(address: str, offset: int) -> SourceError:
    return SourceError(
        Bilingual(
            en=f"{address}: ends too early, at byte {offset:,}, or the connection breaks off there; try again, or upload it anew",
            zh=f"{address}：在第 {offset:,} 字节处过早结束，或连接在此中断；请重试，或重新上传",
        )
    )


def exists(address: str) -> WriteError:
    return WriteError(
        Bilingual(
            en=f"{address}: exists already, and nothing was overwritten; delete it, or write to another address",
            zh=f"{address}：已存在，未覆盖任何内容；请将其删除，或写入其他地址",
        )
    )


def read_only(address: str) -> UsageError:
    return UsageError(
        Bilingual(
            en=f"{address}: such a store is only read from; write to a folder, or to an address `s3://bucket/key`",
            zh=f"{address}：此类存储只能读取；请写入文件夹，或写入 `s3://存储桶/键`",
        )
    )


def no_library(scheme: str, library: str) -> UsageError:
    return UsageError(
        Bilingual(
            en=f"{scheme}://: the library that reads this store is not installed: `pip install {library}`; for builds, which are isolated,"
            f" `build-system.requires` must name `{library}` too",
            zh=f"{scheme}://：读取此存储的库尚未安装：`pip install {library}`；构建在隔离环境中进行，`build-system.requires` 中也须列出 `{library}`",
        )
    )


def no_bucket(address: str) -> UsageError:
    return UsageError(
        Bilingual(
            en=f"{address}: names no bucket; write `s3://bucket/key`",
            zh=f"{address}：未写明存储桶；请写作 `s3://存储桶/键`",
        )
    )
