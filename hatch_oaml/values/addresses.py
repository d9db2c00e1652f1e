"""The address of what lies in a store, as `s3://bucket/key`; a path of this machine is none."""

from __future__ import annotations

from hatch_oaml.values.bilingual import Bilingual
from hatch_oaml.values.errors import UsageError
from hatch_oaml.values.expressions import expression

_ADDRESS = expression(r"[a-z][a-z0-9+.-]+://")
_QUERY = expression(r"\?[^/]*=")


def is_address(text: str) -> bool:
    return _ADDRESS.match(text) is not None


def scheme_of(address: str) -> str:
    return address.partition("://")[0]


def bucket_and_key(address: str) -> tuple[str, str]:
    """The first name behind the scheme, and all that follows the slash behind it; either may be empty."""
    bucket, _, key = address.partition("://")[2].partition("/")
    return bucket, key


def below(address: str, path: str) -> str:
    """The address of `path`, below a prefix that may end with a slash or not."""
    return f"{address.rstrip('/')}/{path}"


def checked_address(text: str) -> str:
    """`text` itself, which a person wrote.

    :raises UsageError: it carries a secret (a user's name, a signed query), or names no bucket, file or folder.
    """
    scheme, (bucket, key) = scheme_of(text), bucket_and_key(text)
    if "@" in bucket or _QUERY.search(text):
        raise _secret(f"{scheme}://{bucket.rpartition('@')[2].partition('?')[0]}/…")
    if not bucket and scheme not in {"file", "memory"}:
        raise UsageError(
            Bilingual(
                en=f"{text}: names no bucket; write `{scheme}://bucket/prefix`",
                zh=f"{text}：未写明存储桶；请写作 `{scheme}://存储桶/前缀`",
            )
        )
    if scheme == "file" and not (bucket or key.strip("/")):
        raise UsageError(
            Bilingual(
                en=f"{text}: names no file and no folder; write `file:///folder/file`",
                zh=f"{text}：未写明文件或文件夹；请写作 `file:///文件夹/文件`",
            )
        )
    return text


def _secret(told: str) -> UsageError:
    return UsageError(
        Bilingual(
            en=f"{told}: the address carries a user, a password or a signed query, which would come into logs; write `scheme://bucket/key`"
            " alone, and let the provider's own environment or profile give the credentials",
            zh=f"{told}：地址中带有用户名、密码或签名查询，会泄露到日志中；请只写 `scheme://存储桶/键`，凭据由服务商自己的环境变量或配置文件提供",
        )
    )
