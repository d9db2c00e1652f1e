"""A model repository begun or completed, in the order of what needs what: bases, project, changelog, card, notices."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timezone
from typing import TYPE_CHECKING

from hatch_oaml.authoring.init import wanted
from hatch_oaml.authoring.said_already import says_original
from hatch_oaml.commands._bases import record_all, records_in
from hatch_oaml.commands._card import holders_are_named
from hatch_oaml.commands._drafting import draft_what_lacks
from hatch_oaml.commands._entries import Sayings
from hatch_oaml.commands._history import set_history_aside
from hatch_oaml.commands._left_to_do import LeftToDo
from hatch_oaml.commands._questions import ask_identity, ask_person
from hatch_oaml.commands._texts import is_governed_from_above, settle, tables, write_for_others, write_texts
from hatch_oaml.values.bilingual import Bilingual
from hatch_oaml.values.errors import ConfigurationError
from hatch_oaml.values.frozen import frozen
from hatch_oaml.values.patterns import PathIndex

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from hatch_oaml.authoring.project_texts import Said
    from hatch_oaml.commands._asking import Asker
    from hatch_oaml.commands._bases import Source
    from hatch_oaml.records.base_record import BaseRecord


@frozen
class Wishes:
    """What the options of `init` say."""

    said: Said
    bases: tuple[Source, ...] = ()
    sayings: Sayings = Sayings()
    tensors: bool = False
    workflow: bool = False


def begin(folder: Path, wishes: Wishes, asker: Asker) -> LeftToDo:
    """Writes what the folder lacks; what is left for a person.

    :raises OamlError: something cannot be read, written or recorded, or the options contradict what is there.
    """
    values = tables(folder)[0]
    wanted(values)  # what is wrong in the options is told before anything is read or asked
    record_all(folder, wishes.bases, asker, tensors=wishes.tensors)
    records = records_in(folder)
    said = _asked(folder, values, wishes.said, asker)
    _refuse_an_original_with_records(said, [path for path, _ in records])
    settle(folder, values, [path for path, _ in records], said)
    if wishes.bases or not (said.original or says_original(values)):
        _begin_anew(folder, wanted(values)[1], records, asker)
    planned = write_texts(folder, records, said)
    holder = f"{_today().year} {said.by}" if said.by and said.original else ""
    write_for_others(folder, records, holder, workflow=wishes.workflow)
    sayings = replace(wishes.sayings, by=said.by)
    duties, wish = draft_what_lacks(folder, planned.covered, records, sayings, asker, said.name)
    wished = [*([wish] if wish else []), *_wished(folder)]
    return LeftToDo(duties=(*planned.advice, *duties), wishes=tuple(wished))


def _asked(folder: Path, values: Mapping[str, object] | None, said: Said, asker: Asker) -> Said:
    if values is not None:
        return said
    return ask_person(ask_identity(said, folder.absolute().name, asker), asker)


def _refuse_an_original_with_records(said: Said, paths: list[str]) -> None:
    if said.original and paths:
        raise ConfigurationError(
            Bilingual(
                en=f"--original: {', '.join(paths)} tells of a base; leave the option out, or delete the record",
                zh=f"--original：{'、'.join(paths)} 记录了基础模型；请去掉该选项，或删除该记录",
            )
        )


def _begin_anew(folder: Path, changelog: str, records: list[tuple[str, BaseRecord]], asker: Asker) -> None:
    paths = PathIndex(path for _, base in records for path in base.by_path)
    set_history_aside(folder, changelog, records, paths, asker.language)


def _wished(folder: Path) -> list[Bilingual]:
    said = []
    if is_governed_from_above(folder.resolve()):
        said.append(_IGNORE_ABOVE)
    if not holders_are_named(folder):
        said.append(_NAME_THE_HOLDERS)
    return said


_NAME_THE_HOLDERS = Bilingual(
    en="REUSE.toml: `SPDX-FileCopyrightText`: name the holders of the copyright, for `reuse lint`",
    zh="REUSE.toml：`SPDX-FileCopyrightText`：写明著作权人，供 `reuse lint` 检查",
)
_IGNORE_ABOVE = Bilingual(
    en=".gitignore: the one of a folder above counts; have it ignore what builds write here, `dist/` and `dist-oaml/`",
    zh=".gitignore：生效的是上级目录中的文件；请在其中忽略此处的构建输出 `dist/` 与 `dist-oaml/`",
)
"""Hatchling reads one ignore file, the nearest: a new one would undo the lines of the other."""


def _today() -> datetime:
    return datetime.now(tz=timezone.utc).astimezone()
