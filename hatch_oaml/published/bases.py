"""What a publication was made from, as base records in memory: sources and records as one points to them."""

from __future__ import annotations

from dataclasses import replace
from itertools import count
from typing import TYPE_CHECKING

from hatch_oaml.project.on_disk import unreadable
from hatch_oaml.published.reading import tree_at
from hatch_oaml.recording.base import made_as_it_tells
from hatch_oaml.recording.contents import Contents
from hatch_oaml.recording.folders import as_base_files, licenses_in_headers
from hatch_oaml.records.base_record import parse_base
from hatch_oaml.storage.short_file import short_text
from hatch_oaml.values.frozen import frozen

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

    from hatch_oaml.project.model_digests import Digesting
    from hatch_oaml.published.trees import Tree
    from hatch_oaml.records.base_record import BaseRecord
    from hatch_oaml.records.members import Progress
    from hatch_oaml.values.bilingual import Bilingual

_LONGEST = 1 << 30
"""Bytes: more than the record of a million files takes."""


@frozen
class Base:
    """A record, and what the person who asked should know. `text` gives the bytes of a small file of the base by its path, None where
    there is none; a record alone has no texts at all, and then it is None itself.
    """

    record: BaseRecord
    text: Callable[[str], bytes | None] | None = None
    notes: tuple[Bilingual, ...] = ()


def base_at(source: Path, progress: Progress, *, tensors: bool = False, digesting: Digesting | None = None) -> Base:
    """The record at `source`, or that of what lies there.

    :raises SourceError: it cannot be read, or is nothing that a model lies in.
    :raises ConfigurationError: it is a record that was edited, or is damaged.
    """
    if source.suffix == ".toml" and source.is_file():
        return Base(record=parse_base(_text_of(source), str(source)))
    tree = tree_at(source, progress, tensors=tensors, digesting=digesting)
    made = made_as_it_tells(_contents(tree, tensors=tensors), source.absolute().name)
    return Base(record=made.record, text=tree.text, notes=made.notes)


def _text_of(source: Path) -> bytes:
    """Of what is no text the beginning alone, which no record begins with.

    :raises SourceError: it cannot be read.
    """
    try:
        return short_text(source, _LONGEST)
    except OSError as error:
        raise unreadable(str(source), error) from error


def _contents(tree: Tree, *, tensors: bool) -> Contents:
    return Contents(
        files=as_base_files(tree.inventory, tensors=tensors),
        text=tree.text,
        config=tree.config,
        name=tree.name,
        version=tree.version,
        license=tree.license,
        header_license=next(licenses_in_headers(tree.inventory), ""),
        promised=tree.promised,
        notes=tree.notes,
    )


def told_apart(bases: Iterable[BaseRecord]) -> Iterator[BaseRecord]:
    """Each under a name that no other one has: by its version, or by a number."""
    names: set[str] = set()
    for base in bases:
        name = next(one for one in _names_for(base) if one not in names)
        names.add(name)
        yield base if name == base.name else replace(base, name=name)


def _names_for(base: BaseRecord) -> Iterator[str]:
    yield base.name
    yield f"{base.name} {base.version}".rstrip()
    yield from (f"{base.name} ({number})" for number in count(2))
