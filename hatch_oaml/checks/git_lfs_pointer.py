"""A file is itself, not the Git LFS pointer that stands for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hatch_oaml.findings import ERROR, Check, Finding
from hatch_oaml.values.bilingual import Bilingual
from hatch_oaml.values.wording import printable

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hatch_oaml.release import Release


def _run(release: Release) -> Iterator[Finding]:
    for file in release.inventory:
        if file.pointer is None:
            continue
        size, digest = file.pointer.size, file.pointer.sha256
        command = f'git lfs pull --include="{printable(file.path)}"'
        yield Finding(
            path=file.path,
            message=Bilingual(
                en=f"the file is a Git LFS pointer of {file.size} bytes;"
                f" what it stands for was not fetched ({size} bytes, SHA-256 {digest[:12]}…)",
                zh=f"该文件是 {file.size} 字节的 Git LFS 指针；其所代表的文件尚未取回（{size} 字节，SHA-256 {digest[:12]}…）",
            ),
            fix=Bilingual(en=f"run `{command}`", zh=f"运行 `{command}`"),
        )


_FIX_FOR_RECEIVER = Bilingual(
    en="in a clone, run `git lfs pull`; otherwise ask the publisher for an archive that holds the file itself: the pointer"
    " tells only its size and digest",
    zh="若为克隆的仓库，请运行 `git lfs pull`；否则请向发布者索取含有该文件本身的归档：指针只写明其大小与摘要",
)

CHECK = Check(name="git-lfs-pointer", clause="1.2", severity=ERROR, run=_run, fix_for_receiver=_FIX_FOR_RECEIVER)
