"""What may be wrong with an archive that somebody hands us, said so that a person can act on it."""

from __future__ import annotations

import os
from contextlib import contextmanager
from typing import TYPE_CHECKING

from hatch_oaml.values.bilingual import Bilingual
from hatch_oaml.values.errors import SourceError

if TYPE_CHECKING:
    from collections.abc import Iterator


def truncated(name: str, offset: int) -> SourceError:
    return SourceError(
        Bilingual(
            en=f"{name}: ends too early, before byte {offset:,}; fetch it anew, or ask its sender to",
            zh=f"{name}：文件不完整，在第 {offset:,} 字节之前就结束了；请重新获取，或请发送者重新提供",
        )
    )


def damaged(name: str, en: str, zh: str) -> SourceError:
    return SourceError(
        Bilingual(
            en=f"{name}: is damaged: {en}; fetch it anew, or ask its sender to",
            zh=f"{name}：文件已损坏：{zh}；请重新获取，或请发送者重新提供",
        )
    )


def damaged_at(name: str, offset: int) -> SourceError:
    return damaged(name, f"what stands at byte {offset:,} makes no sense", f"第 {offset:,} 字节处的内容无法解读")


def unsafe(name: str, member: str, en: str, zh: str) -> SourceError:
    return SourceError(
        Bilingual(
            en=f"{name}: holds `{member}`, {en}; do not unpack it",
            zh=f"{name}：其中的 `{member}` {zh}；请勿解压",
        )
    )


def no_regular_file(path: str | os.PathLike[str]) -> SourceError:
    return SourceError(
        Bilingual(
            en=f"{os.fspath(path)}: is no regular file but a folder, pipe, socket or device; name the archive, or the folder that"
            " it was unpacked into",
            zh=f"{os.fspath(path)}：不是普通文件，而是文件夹、管道、套接字或设备；请指明归档或其解包后的文件夹",
        )
    )


class UnsupportedError(SourceError):
    """An archive has what none of ours has; `seen` tells what, for who reads those of others."""

    def __init__(self, name: str, seen: Bilingual) -> None:
        self.seen = seen
        super().__init__(
            Bilingual(
                en=f"{name}: {seen.en}, which no archive of hatch-oaml has",
                zh=f"{name}：{seen.zh}，hatch-oaml 写出的归档不会如此",
            )
        )


def unsupported(name: str, en: str, zh: str) -> UnsupportedError:
    return UnsupportedError(name, Bilingual(en=en, zh=zh))


def deviates_at(name: str, offset: int) -> Bilingual:
    return Bilingual(
        en=f"{name}: what stands at byte {offset:,} is not what hatch-oaml writes there",
        zh=f"{name}：第 {offset:,} 字节处的内容不是 hatch-oaml 所写的",
    )


@contextmanager
def as_source_error(name: str | os.PathLike[str]) -> Iterator[None]:
    """:raises SourceError: for any `OSError` inside, which befell the file `name` that is being read."""
    try:
        yield
    except OSError as error:
        reason = error.strerror or str(error)
        raise SourceError(
            Bilingual(en=f"{name}: cannot be read ({reason})", zh=f"{name}：无法读取（{reason}）")
        ) from error


_MOST_INFLATION = 64
_ANYHOW = 64 << 20


def refuse_inflation(archive: str, inflated: int, deflated: int) -> None:
    """No archive of ours is deflated. What somebody deflated anew is read, as long as it was something: 64 MiB and more of
    weights, code and texts do not shrink to a sixty-fourth.

    :param inflated: bytes that came, or are said to come, of so many `deflated` ones.
    :raises SourceError: it is made to explode.
    """
    if inflated > _ANYHOW + _MOST_INFLATION * deflated:
        raise SourceError(
            Bilingual(
                en=f"{archive}: unpacks to more than {_MOST_INFLATION} times its size, as only a bomb does; do not unpack it",
                zh=f"{archive}：解压后超过自身大小的 {_MOST_INFLATION} 倍，只有压缩炸弹才会如此；请勿解压",
            )
        )
