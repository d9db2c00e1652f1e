"""What tools put beside a release's files where it lies unpacked: a closed list, told of and never read as content."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from hatch_oaml.values.bilingual import Bilingual
from hatch_oaml.values.expressions import expression
from hatch_oaml.values.frozen import frozen
from hatch_oaml.values.wheel_names import FOLDER

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence
    from re import Pattern

_SMALL = 64 << 10
_LARGE = 64 << 20
"""Bytes, more than any of these tools writes: what is larger is no companion, whatever it is called."""


@frozen
class CompanionName:
    """A name at a known place, who puts it there, and a path that it must match and one that it must not.

    `name` is held against the path below the folder of the release, or below the folder that was given. With `beside`, the file of that name
    must be there too: it is filled in from the groups of `name`.
    """

    name: Pattern[str]
    who: Bilingual
    beside: str = ""
    most: int = _LARGE
    sample: str
    other: str


def _who(en: str, zh: str) -> Bilingual:
    return Bilingual(en=en, zh=zh)


COMPANIONS: tuple[CompanionName, ...] = (
    CompanionName(
        name=expression(r"\.git/?"),
        who=_who("git, for the history", "git，用于保存历史"),
        sample=".git/",
        other="data/.git/",
    ),
    CompanionName(
        name=expression(r"\.git(?:attributes|ignore)"),
        who=_who("git and hubs, for what git does with files", "git 与模型库，用于说明 git 如何处理文件"),
        sample=".gitattributes",
        other="data/.gitattributes",
    ),
    CompanionName(
        name=expression(r"\.cache/huggingface/(?:\.gitignore|CACHEDIR\.TAG|(?:download|upload)/.+\.(?:metadata|lock))"),
        who=_who("the hub's client, for what it fetched", "模型库的客户端，用于记录已下载的内容"),
        most=_SMALL,
        sample=".cache/huggingface/download/config.json.metadata",
        other=".cache/huggingface/download/model.safetensors",
    ),
    CompanionName(
        name=expression(r"\.(?:msc|mdl|mv)"),
        who=_who("the client of ModelScope, for what it fetched", "魔搭的客户端，用于记录已下载的内容"),
        sample=".msc",
        other="data/.msc",
    ),
    CompanionName(
        name=expression(r"model\.sig|claims\.jsonl"),
        who=_who(
            "whoever signed the folder or made statements of it; `--key` or `--certificate-root` has a signature checked",
            "为该文件夹签名或出具声明的人；使用 `--key` 或 `--certificate-root` 时才核对签名",
        ),
        sample="model.sig",
        other="data/model.sig",
    ),
    CompanionName(
        name=expression(r"(?:.*/)?\.DS_Store"),
        who=_who("macOS, for its windows", "macOS，用于其窗口"),
        sample="data/.DS_Store",
        other="data/.DS_Store.py",
    ),
    CompanionName(
        name=expression(r"(?i:(?:.*/)?(?:Thumbs\.db|desktop\.ini))"),
        who=_who("Windows, for pictures and folders", "Windows，用于缩略图与文件夹"),
        sample="data/Thumbs.db",
        other="data/Thumbs.db.py",
    ),
    CompanionName(
        name=expression(
            r"(?P<folder>(?:.*/)?)__pycache__/(?P<module>[^/.]+)"
            r"\.(?:cpython-|pypy|graalpy|pyston-)\d+(?:-\d+)?t?(?:\.opt-[0-9a-z]+)?\.pyc"
        ),
        beside="{folder}{module}.py",
        who=_who("Python, which compiled the source beside it", "Python，由旁边的源文件编译而成"),
        sample="lantern/__pycache__/chat.cpython-311.pyc",
        other="lantern/__pycache__/chat.pyc",
    ),
    CompanionName(
        name=expression(
            rf"[^/]+{re.escape(FOLDER)}/(?:INSTALLER|REQUESTED|direct_url\.json|uv_cache\.json|uv_build\.json)"
        ),
        who=_who("the installer, for how it installed the wheel", "安装工具，用于记录 wheel 的安装方式"),
        most=_SMALL,
        sample=f"lantern-1.0{FOLDER}/INSTALLER",
        other="lantern/INSTALLER",
    ),
    CompanionName(
        name=expression(r"\.lock"),
        who=_who("uv, so that nobody else installs into the folder meanwhile", "uv，用于防止他人同时向该文件夹安装"),
        most=_SMALL,
        sample=".lock",
        other="data/.lock",
    ),
    CompanionName(
        name=expression(r"(?:__MACOSX/)?(?P<folder>(?:.*/)?)\._(?P<name>[^/]+)"),
        beside="{folder}{name}",
        who=_who("macOS, for what other file systems cannot hold", "macOS，用于其他文件系统无法保存的内容"),
        sample="data/._eval.jsonl",
        other="data/.eval.jsonl",
    ),
)
"""The last asks for what the others found: macOS has something to keep of their files too."""


def companions_among(
    sizes: Mapping[str, int], listed: Collection[str], places: Sequence[str]
) -> dict[str, CompanionName]:
    """Those of the paths in `sizes` that are no content, each with its row of the list.

    :param sizes: bytes by path; a folder that was not entered ends in `/`.
    :param listed: the paths of the release's own files: none of them is a companion.
    :param places: the folder that was given and that of the release, as what paths below them begin with.
    """
    found: dict[str, CompanionName] = {}
    known = {*listed, *(folder for path in listed for folder in _folders_above(path))}
    left = [path for path in sizes if path not in known]
    for row in COMPANIONS:
        for path in left:
            if path not in found and sizes[path] <= row.most and _is_named(path, row, places, known):
                found[path] = row
        known |= found.keys()
    return found


def _is_named(path: str, row: CompanionName, places: Sequence[str], known: Collection[str]) -> bool:
    for place in places:
        matched = row.name.fullmatch(path.removeprefix(place)) if path.startswith(place) else None
        if matched and (not row.beside or place + row.beside.format_map(matched.groupdict()) in known):
            return True
    return False


def _folders_above(path: str) -> Iterator[str]:
    while path := path.rpartition("/")[0]:
        yield path
