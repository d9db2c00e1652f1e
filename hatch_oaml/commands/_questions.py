"""What `init` asks of a project as a whole: what it is made from, what it is called, who releases it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from packaging.utils import InvalidName, canonicalize_name
from packaging.version import InvalidVersion, Version

from hatch_oaml.authoring.project_texts import FIRST_VERSION, name_for
from hatch_oaml.commands._sources import source_at
from hatch_oaml.storage.store_path import StorePath
from hatch_oaml.values.bilingual import Bilingual
from hatch_oaml.values.errors import UsageError

if TYPE_CHECKING:
    from pathlib import Path

    from hatch_oaml.authoring.project_texts import Said
    from hatch_oaml.commands._asking import Asker

ORIGINAL = "original"


def ask_origin(said: Said, asker: Asker) -> tuple[Said, list[Path]]:
    """What the model is made from; neither where the person leaves it open."""
    paths: list[Path] = []
    question = _FIRST_BASE
    while answer := asker.answer(question, fault=_no_source):
        if answer == ORIGINAL and not paths:
            return replace(said, original=True), paths
        paths.append(source_at(answer))
        question = _NEXT_BASE
    return said, paths


def ask_identity(said: Said, folder: str, asker: Asker) -> Said:
    """Of a project that has no pyproject.toml yet."""
    name = said.name or asker.answer(_NAME, name_for(folder), wrong_name)
    return replace(said, name=name, version=said.version or asker.answer(_VERSION, FIRST_VERSION, wrong_version))


def ask_person(said: Said, asker: Asker) -> Said:
    return replace(said, by=said.by or asker.answer(_PERSON))


def wrong_name(text: str) -> Bilingual | None:
    try:
        canonicalize_name(text, validate=True)
    except InvalidName:
        return Bilingual(
            en="letters, digits, `-`, `_` and `.`, a letter or digit at both ends",
            zh="只能由字母、数字、`-`、`_` 和 `.` 组成，首尾须为字母或数字",
        )
    return None


def wrong_version(text: str) -> Bilingual | None:
    try:
        Version(text)
    except InvalidVersion:
        return Bilingual(en="a version is written like 1.0 or 2.1.3", zh="版本号的写法如 1.0 或 2.1.3")
    return None


def _no_source(text: str) -> Bilingual | None:
    """Of an address it is seen when it is read whether something is there."""
    if text in {"", ORIGINAL}:
        return None
    try:
        source = source_at(text)
    except UsageError as error:
        return error.messages[0]
    if isinstance(source, StorePath) or source.exists():
        return None
    return Bilingual(en=f"{text}: there is nothing of that name", zh=f"{text}：不存在")


_FIRST_BASE = Bilingual(
    en=f"What is the model made from: a folder, an archive, a hub's cache folder, an address in a store; `{ORIGINAL}` if from nothing (Enter: to be said later)",
    zh=f"模型由何而来：文件夹、归档、模型库缓存或存储地址；没有上游则写 `{ORIGINAL}`（直接回车：以后再说明）",
)
_NEXT_BASE = Bilingual(en="And from what else (Enter: from nothing else)", zh="此外还基于（直接回车：没有其他）")
_NAME = Bilingual(en="The project's name", zh="项目名称")
_VERSION = Bilingual(en="Its version", zh="版本号")
_PERSON = Bilingual(
    en="Who releases it, as NAME <MAIL> (Enter: nobody is named)", zh="发布者，写作 名称 <邮箱>（直接回车：不写明）"
)
