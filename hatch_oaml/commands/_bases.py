"""Base records in a project's folder: those that lie there, and new ones of what the model is made from."""

from __future__ import annotations

import os
import re
from datetime import datetime, timezone
from typing import TYPE_CHECKING

from hatch_oaml.commands._named_bases import proposed_name
from hatch_oaml.commands._project import bytes_if_there
from hatch_oaml.commands._size import bytes_to_read
from hatch_oaml.commands._speaking import say_to_person, warn
from hatch_oaml.commands._terminal import progress_on_terminal
from hatch_oaml.commands._writing import write_file
from hatch_oaml.recording.base import Told, base_contents, base_contents_with_tensors, record_contents
from hatch_oaml.records.base_record import BaseRecord, base_as_bytes, looks_like_base, parse_base
from hatch_oaml.records.lineage import earlier
from hatch_oaml.values.bilingual import Bilingual
from hatch_oaml.values.errors import ConfigurationError, raise_all
from hatch_oaml.values.frozen import frozen

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from hatch_oaml.commands._asking import Asker
    from hatch_oaml.recording.contents import Contents


@frozen
class Source:
    """What a person points to as a base; `name` and `version` are "" where the source shall tell them."""

    path: Path
    name: str = ""
    version: str = ""


def sources(paths: Sequence[Path], names: Sequence[str], versions: Sequence[str]) -> list[Source]:
    """Each path with the name and the version that were given in its place.

    :raises ConfigurationError: there are more of these than paths.
    """
    given = {"--base-name": names, "--base-version": versions}
    raise_all([_too_many(option, len(paths)) for option, texts in given.items() if len(texts) > len(paths)])
    return [
        Source(path=path, name=(*names, *[""] * len(paths))[at], version=(*versions, *[""] * len(paths))[at])
        for at, path in enumerate(paths)
    ]


def record_all(folder: Path, bases: Sequence[Source], asker: Asker, *, tensors: bool = False) -> None:
    """:raises ConfigurationError: nobody tells what a source is, or its record's place is taken."""
    read = base_contents_with_tensors if tensors else base_contents
    for source in bases:
        with progress_on_terminal(bytes_to_read(source.path)) as progress:
            contents = read(source.path, progress)
        made = record_contents(contents, _told(folder, source, contents, asker, is_only=len(bases) == 1))
        for note in made.notes:
            warn(note, asker.language)
        text = base_as_bytes(made.record)
        path = f"bases/{_slug(made.record.name)}.toml"
        target = folder / path
        if bytes_if_there(target) not in {None, text}:
            raise _taken(path)
        write_file(target, text)


def _told(folder: Path, source: Source, contents: Contents, asker: Asker, *, is_only: bool) -> Told:
    """What is still unknown is asked, or taken from what the project's own files say."""
    name, version = source.name, source.version
    evident = proposed_name(folder, source.path, contents.files, is_only=is_only)
    if not (name or contents.name):
        name = asker.answer(_asked_name(source.path), evident or _folder_name(source.path, asker), _no_blank)
    if not (version or contents.version):
        version = asker.answer(_asked_version(name or contents.name), _today(asker), _no_blank)
    lacking = {"--base-name": name or contents.name, "--base-version": version or contents.version}
    raise_all([_untold(option, source.path) for option, text in lacking.items() if not text])
    if evident and name == evident and not source.name and not asker.is_asking:
        say_to_person(_taken_from_the_project(source.path, name), asker.language)
    return Told(name=name or None, version=version or None)


def _folder_name(path: Path, asker: Asker) -> str:
    """What a person can be asked to confirm, and nobody can know without."""
    return path.resolve().name if asker.is_asking else ""


def _today(asker: Asker) -> str:
    return datetime.now(tz=timezone.utc).astimezone().date().isoformat() if asker.is_asking else ""


def _no_blank(text: str) -> Bilingual | None:
    return None if text else Bilingual(en="this must be said", zh="此项必须填写")


def _asked_name(path: Path) -> Bilingual:
    return Bilingual(
        en=f"{path}: the base's name, such as vivo-ai/BlueLM-7B-Chat",
        zh=f"{path}：基础模型的名称，如 vivo-ai/BlueLM-7B-Chat",
    )


def _asked_version(name: str) -> Bilingual:
    return Bilingual(
        en=f"{name}: its version or commit, else the day on which you received it",
        zh=f"{name}：其版本号或提交号；没有则写收到的日期",
    )


def _untold(option: str, path: Path) -> Bilingual:
    example = {"--base-name": "vivo-ai/BlueLM-7B-Chat", "--base-version": "1.0"}[option]
    return Bilingual(
        en=f"{option}: {path} does not tell it; give it, such as `{option} {example}`",
        zh=f"{option}：{path} 中没有说明；请给出，例如 `{option} {example}`",
    )


def _too_many(option: str, count: int) -> Bilingual:
    return Bilingual(
        en=f"{option}: is given more often than `--base` ({count}); each is of the base in its place",
        zh=f"{option}：给出的次数多于 `--base`（{count} 次）；每一项对应同一位置的基础模型",
    )


def _taken_from_the_project(path: Path, name: str) -> Bilingual:
    return Bilingual(
        en=f"{path}: recorded as {name}, which the project's own files name as the base; `--base-name` says otherwise",
        zh=f"{path}：按项目自身文件所写的基础模型记为 {name}；可用 `--base-name` 另行指定",
    )


def _slug(name: str) -> str:
    return re.sub(r"[^a-z0-9.]+", "-", name.rpartition("/")[2].lower()).strip("-.") or "base"


def _taken(path: str) -> ConfigurationError:
    return ConfigurationError(
        Bilingual(
            en=f"{path}: is there already and is another record; remove it, or run `hatch-oaml record SOURCE --output` with another name",
            zh=f"{path}：已存在，且是另一份记录；请将其删除，或以其他文件名运行 `hatch-oaml record SOURCE --output`",
        )
    )


def records_in(folder: Path) -> list[tuple[str, BaseRecord]]:
    """The base records that lie where records lie by custom, with their paths; but for those of what another one of
    them was made from, which came along with that one's release.

    :raises ConfigurationError: one of them is damaged.
    """
    files = sorted((folder / "bases").glob("*.toml")) if os.path.isdir(folder / "bases") else []
    found = [(f"bases/{file.name}", file.read_bytes()) for file in files if file.is_file()]
    records = [(path, parse_base(data, path)) for path, data in found if looks_like_base(data)]
    history = {(one.name, one.version) for _, base in records for one in earlier(base.bases)}
    return [(path, base) for path, base in records if (base.name, base.version) not in history]
