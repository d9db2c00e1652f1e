"""A changelog that came with a base's files is set aside, and a fresh one begun: for the commands that write one."""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING

from hatch_oaml.authoring.inherited_history import fresh_changelog
from hatch_oaml.commands._project import bytes_if_there
from hatch_oaml.commands._speaking import warn
from hatch_oaml.commands._writing import write_file
from hatch_oaml.values.bilingual import Bilingual
from hatch_oaml.values.errors import ConfigurationError

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from hatch_oaml.records.base_record import BaseRecord
    from hatch_oaml.values.bilingual import Language
    from hatch_oaml.values.patterns import PathIndex


def set_history_aside(
    root: Path, changelog: str, bases: Sequence[tuple[str, BaseRecord]], paths: PathIndex, language: Language
) -> None:
    """Keeps the changelog as it was beside the first record, and leaves in its place what is not a base's; shows both.

    :param bases: each record with its path in the project.
    :raises ConfigurationError: the changelog is written so that it cannot be cut apart.
    """
    file = root / changelog
    before = bytes_if_there(file) if bases else None
    if before is None:
        return
    fresh = fresh_changelog(before, changelog, [base for _, base in bases], paths)
    if fresh is None:
        raise _not_cut(changelog)
    if fresh == before:
        return
    aside = _free_name(root, bases[0][0], before)
    for path, data in ((aside, before), (changelog, fresh)):
        write_file(root / path, data)
    said = Bilingual(
        en=f"{changelog}: what it tells of the base's own making is history, which the base record carries; kept whole in {aside}",
        zh=f"{changelog}：其中有关基础模型自身修改的内容属于历史，已由基础模型记录带入；原文保存在 {aside}",
    )
    warn(said, language)


def _free_name(root: Path, record: str, data: bytes) -> str:
    stem = posixpath.splitext(record)[0]
    names = (f"{stem}-MODIFICATIONS{number}.toml" for number in ("", *range(2, 1000)))
    return next(name for name in names if bytes_if_there(root / name) in {None, data})


def _not_cut(changelog: str) -> ConfigurationError:
    return ConfigurationError(
        Bilingual(
            en=f"{changelog}: its entries are written so that a base's own cannot be cut out; delete them by hand,"
            " as `inherited-modification` names them",
            zh=f"{changelog}：条目的写法使基础模型自身的条目无法分出；请按 `inherited-modification` 所示手动删除",
        )
    )
