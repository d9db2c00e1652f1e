"""What a base's own release tells of how it came about: its changelog, and the records of its bases."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from hatch_oaml.records.base_record import looks_like_base, parse_base
from hatch_oaml.records.modifications import parse_modifications
from hatch_oaml.values.bilingual import Bilingual
from hatch_oaml.values.errors import ConfigurationError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hatch_oaml.recording.contents import Contents
    from hatch_oaml.records.lineage import Ancestor
    from hatch_oaml.records.modifications import Change
    from hatch_oaml.values.paths import ArchivePath


def changes_of(contents: Contents) -> tuple[tuple[Change, ...], tuple[Bilingual, ...]]:
    """The base's own changelog, each entry without its line; and what to tell where it cannot be read."""
    path = contents.config.modifications
    data = contents.text(path)
    if data is None:
        return (), ()
    try:
        changes = parse_modifications(data, path).changes
    except ConfigurationError as error:
        return (), tuple(_unreadable(said) for said in error.messages)
    return tuple(replace(change, line=None) for change in changes), ()


def bases_of(contents: Contents) -> tuple[tuple[Ancestor, ...], tuple[Bilingual, ...]]:
    """What the base was made from, in the order in which it names them."""
    bases: list[Ancestor] = []
    notes: list[Bilingual] = []
    for path in contents.config.bases or tuple(_records(contents)):
        data = contents.text(path)
        try:
            if data is not None:
                bases.append(parse_base(data, path).as_ancestor)
        except ConfigurationError as error:
            notes.extend(_unreadable(said) for said in error.messages)
    return tuple(bases), tuple(notes)


def _records(contents: Contents) -> Iterator[ArchivePath]:
    """Where no table came along: what lies where records lie by custom, and is one."""
    for file in contents.files:
        if file.path.startswith("bases/") and file.path.endswith(".toml"):
            data = contents.text(file.path)
            if data is not None and looks_like_base(data):
                yield file.path


def _unreadable(said: Bilingual) -> Bilingual:
    return Bilingual(
        en=f"the base's own history is not carried along: {said.en}",
        zh=f"未能带入该基础模型自身的修改历史：{said.zh}",
    )
