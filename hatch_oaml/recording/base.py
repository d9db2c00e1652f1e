"""The base record of whatever a base was received as."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from hatch_oaml.recording.archives import archive_contents, archive_contents_with_tensors
from hatch_oaml.recording.folders import folder_contents, hashed, hashed_with_tensors
from hatch_oaml.recording.history import bases_of, changes_of
from hatch_oaml.recording.licensing import license_of
from hatch_oaml.recording.promises import with_promised
from hatch_oaml.records.base_record import BaseRecord
from hatch_oaml.storage.opening import is_layout
from hatch_oaml.storage.store_path import StorePath
from hatch_oaml.values.bilingual import Bilingual
from hatch_oaml.values.errors import raise_all
from hatch_oaml.values.frozen import frozen

if TYPE_CHECKING:
    from pathlib import Path

    from hatch_oaml.project.model_digests import Digesting
    from hatch_oaml.recording.contents import Contents
    from hatch_oaml.records.members import Progress


@frozen
class Told:
    """What the person who records says of the base; None is what the source shall tell."""

    name: str | None = None
    version: str | None = None
    url: str | None = None
    license: str | None = None


@frozen
class Recorded:
    """A record, and what the person who made it should know."""

    record: BaseRecord
    notes: tuple[Bilingual, ...]


def record_base(source: Path, told: Told, progress: Progress, digesting: Digesting | None = None) -> Recorded:
    """:param digesting: by whom files are digested, if not by this process alone.

    :raises SourceError: `source` cannot be read, or is nothing that a model lies in.

    :raises ConfigurationError: neither `told` nor `source` tell a name and a version.
    """
    return record_contents(base_contents(source, progress, digesting), told)


def record_base_with_tensors(
    source: Path, told: Told, progress: Progress, digesting: Digesting | None = None
) -> Recorded:
    """As `record_base`, with the tensors of the model files."""
    return record_contents(base_contents_with_tensors(source, progress, digesting), told)


def made_as_it_tells(contents: Contents, name: str) -> Recorded:
    """The record of what was read, whether or not it tells its name and version.

    :param name: what it goes by where it tells none.
    """
    return _made(contents, Told(name=contents.name or name, version=contents.version))


def base_contents(source: Path, progress: Progress, digesting: Digesting | None = None) -> Contents:
    """All that is read of a base, before anybody says what it is called.

    :raises SourceError: as `record_base`.
    """
    if _is_folder(source):
        return folder_contents(source, partial(hashed, digesting=digesting), progress)
    return archive_contents(source, progress)


def base_contents_with_tensors(source: Path, progress: Progress, digesting: Digesting | None = None) -> Contents:
    """As `base_contents`, with the tensors of the model files."""
    if _is_folder(source):
        return folder_contents(source, partial(hashed_with_tensors, digesting=digesting), progress)
    return archive_contents_with_tensors(source, progress)


def _is_folder(source: Path) -> bool:
    if isinstance(source, StorePath):
        return source.is_prefix()
    return source.is_dir() and not is_layout(source)


def record_contents(contents: Contents, told: Told) -> Recorded:
    """:raises ConfigurationError: neither `told` nor `contents` tell a name and a version."""
    name = contents.name if told.name is None else told.name
    version = contents.version if told.version is None else told.version
    raise_all([_untold(option) for option, text in (("--name", name), ("--version", version)) if not text])
    return _made(contents, replace(told, name=name, version=version))


def _made(contents: Contents, told: Told) -> Recorded:
    changes, unread_changes = changes_of(contents)
    bases, unread_bases = bases_of(contents)
    record = BaseRecord(
        name=told.name or "",
        version=told.version or "",
        url=contents.url if told.url is None else told.url,
        license=license_of(contents) if told.license is None else told.license,
        changes=changes,
        bases=bases,
        files=with_promised(contents.files, contents.promised),
    )
    return Recorded(record=record, notes=(*contents.notes, *unread_changes, *unread_bases))


def _untold(option: str) -> Bilingual:
    return Bilingual(
        en=f"{option}: SOURCE does not tell it; give it to `hatch-oaml record`, such as {_EXAMPLES[option]}",
        zh=f"{option}：SOURCE 中没有说明；请在 `hatch-oaml record` 中给出，例如 {_EXAMPLES[option]}",
    )


_EXAMPLES = {"--name": "`--name vivo-ai/BlueLM-7B-Chat`", "--version": "`--version 1.0`"}
