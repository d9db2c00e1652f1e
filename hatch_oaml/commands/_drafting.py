"""The changelog's entries, the card and the notices that a project lacks, and what it is still asked for after that."""

from __future__ import annotations

import os
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from hatch_oaml.authoring.card import CARD
from hatch_oaml.authoring.changelog_entries import entries_of_models, entries_of_others
from hatch_oaml.commands._card import facts_of, readme_in, write_card
from hatch_oaml.commands._entries import Sayings, unused, write_entries
from hatch_oaml.commands._left_to_do import asked_by, told_by
from hatch_oaml.commands._notices import add_lost_notices
from hatch_oaml.commands._project import bytes_if_there, cache_of, metadata_of
from hatch_oaml.commands._speaking import warn
from hatch_oaml.commands._terminal import progress_on_terminal
from hatch_oaml.commands._texts import tables
from hatch_oaml.pipeline import examine, judge
from hatch_oaml.project.digesting import digesting_in
from hatch_oaml.project.gathering import gather
from hatch_oaml.project.target_files import BUILDERS
from hatch_oaml.values.errors import ConfigurationError, OamlError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from hatchling.metadata.core import ProjectMetadata

    from hatch_oaml.commands._asking import Asker
    from hatch_oaml.records.base_record import BaseRecord
    from hatch_oaml.release import Release
    from hatch_oaml.values.bilingual import Bilingual, Language


def draft_what_lacks(
    folder: Path,
    covered: frozenset[str],
    records: Sequence[tuple[str, BaseRecord]],
    sayings: Sayings,
    asker: Asker,
    name: str,
) -> tuple[list[Bilingual], Bilingual | None]:
    """The changelog's entries and the card, each of which tells of the other; what is left to do, and what hubs lack.

    :param records: all of them count, though a table that is there may not name them yet: it is left to do.
    """
    bases, paths = [base for _, base in records], [path for path, _ in records]
    card, values = folder / CARD, tables(folder)[0]
    before = bytes_if_there(card)
    has_card = before is not None or readme_in(folder) == CARD
    called = name or _project_name(values) or folder.absolute().name
    wish = write_card(card, before, facts_of(folder, values, bases, called)) if has_card else None
    try:
        release = _digested(folder, paths)
    except OamlError as error:
        return list(told_by(error)), wish
    changelog = folder / release.config.modifications
    is_told = bool(release.bases) and not release.config.waives("3.1 3)")
    models = entries_of_models(release) if is_told else []
    write_entries(changelog, models, sayings, asker)
    if models and has_card:  # now the changelog tells the relation
        wish = write_card(card, before, facts_of(folder, values, bases, called))
    left = list(_with_notices(folder, paths, asker.language)) if release.bases else []
    others = entries_of_others(_again(folder, paths, release)) if is_told else []
    write_entries(changelog, others, sayings, asker)
    for one in unused(sayings.hows, [*models, *others]):
        warn(one, asker.language)
    return [*left, *asked_by(judge(_again(folder, paths, release)), covered)], wish


def _with_notices(folder: Path, paths: Sequence[str], language: Language) -> Iterator[Bilingual]:
    """Adds those that would be lost; what keeps them from being added is left to do."""
    try:
        add_lost_notices(folder, lambda root: _wired(root, paths), language)
    except ConfigurationError as error:
        yield from told_by(error)


def _project_name(values: Mapping[str, object] | None) -> str:
    project = values.get("project") if values else None
    name = project.get("name") if isinstance(project, dict) else None
    return str(name or "")


def _wired(folder: Path, paths: Sequence[str]) -> ProjectMetadata[Any]:
    """As it is once the project names its records."""
    metadata = metadata_of(folder)
    options = metadata.config.get("tool", {}).get("oaml", {})
    if not set(paths) <= set(options.get("bases", ())):
        options["bases"] = list(paths)
        options.pop("original", None)
    return metadata


def _digested(folder: Path, paths: Sequence[str]) -> Release:
    metadata = _wired(folder, paths)
    with cache_of(metadata) as cache:
        release = gather(metadata, BUILDERS, cache)
        if not release.bases:
            return release  # nothing that its weights could be compared with
        total = release.inventory.total_size
        with progress_on_terminal(total) as progress, digesting_in(os.environ) as digesting:
            return examine(release, progress, cache, digesting).release


def _again(folder: Path, paths: Sequence[str], release: Release) -> Release:
    """As it is now; of the weights, which nobody has touched, what is known already."""
    metadata = _wired(folder, paths)
    with cache_of(metadata) as cache:
        now = gather(metadata, BUILDERS, cache)
    models = {file.path: file for file in release.inventory if file.role == "model"}
    inventory = now.inventory.with_files(models[file.path] for file in now.inventory if file.path in models)
    return replace(now, inventory=inventory)
