"""The project tree, walked and read into an Inventory."""

from __future__ import annotations

import json
import os
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from hatch_oaml.facts_cache.cache import NO_CACHE
from hatch_oaml.project.classification import classify, is_build_only, is_model_name, named
from hatch_oaml.project.model_facts import model_file_at
from hatch_oaml.project.on_disk import require_file, unreadable
from hatch_oaml.project.recalled_facts import recall_or_read
from hatch_oaml.project.sampling import sampling
from hatch_oaml.project.sources import Sources
from hatch_oaml.project.walking import walk
from hatch_oaml.records.generated import BILL_OF_MATERIALS, GENERATED, MANIFEST, MODIFICATIONS_PAGE, is_generated
from hatch_oaml.records.inventory import Inventory
from hatch_oaml.records.shared_values import known_at
from hatch_oaml.shards import external_data
from hatch_oaml.values.bilingual import Bilingual
from hatch_oaml.values.errors import SourceError
from hatch_oaml.values.paths import ArchivePath
from hatch_oaml.values.weight_names import is_named_as_data, is_weight_name

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from hatch_oaml.facts_cache.cache import FactsCache
    from hatch_oaml.project.hatchling_selection import Selected
    from hatch_oaml.project.walking import Tree
    from hatch_oaml.records.base_record import BaseRecord
    from hatch_oaml.records.config import Config
    from hatch_oaml.records.inventory import ReleaseFile
    from hatch_oaml.values.patterns import Patterns

_KNOWN_BY_CONTENT = frozenset({MODIFICATIONS_PAGE, BILL_OF_MATERIALS})
"""What somebody may take from an archive of ours for others to read in the project."""


class Scan(NamedTuple):
    """The files of a release, and the weights beside them that version control ignores."""

    inventory: Inventory
    ignored_weights: tuple[ArchivePath, ...]


def scan_project(
    tree: Tree,
    selected: Iterable[Selected],
    config: Config,
    bases: Sequence[BaseRecord] = (),
    cache: FactsCache = NO_CACHE,
) -> Scan:
    """Every file of the release: what Hatchling selects, the model files, and the legal texts.

    :param bases: those that the release will be compared with.
    :raises SourceError: a file cannot be read, or a file of the project's own has a name that every archive needs.
    """
    outputs = tuple(f"{folder}/" for folder in tree.outputs)
    own = (file for file in selected if not file.path.startswith(outputs) and not tree.is_own_archive(file.path))
    sources = Sources(tree.root, ((file.path, file.source) for file in own))
    left = []
    for path, source in walk(replace(tree, walks_ignored=not config.model_is_default)):
        if sources.get(path) == source:
            continue
        if _belongs(path, config, tree.ignored):
            sources[path] = source
        elif is_named_as_model(path, config):
            left.append(path)
    for path in (config.license, config.modifications, *config.bases):
        source = os.path.join(tree.root, *path.split("/"))
        if path not in sources and os.path.isfile(source) and not _is_there_in_another_case(source, path, sources):
            sources[path] = source
    _refuse_own_files_under_generated_names(tree.root, sources)
    for name in filter(is_build_only, sources):
        require_file(sources[name])  # Hatchling packs it, and would stop half-way

    def read(path: str, source: str) -> ReleaseFile:
        known = known_at(path, bases)
        sample = sampling(known, is_compared=bool(config.bases))
        release_path = known.path if known else _release_path(path)
        return recall_or_read(release_path, source, named(path, config), tree.root, sample, cache, known)

    inventory = Inventory.of(
        read(path, source) for path, source in sources.items() if path not in GENERATED and not is_build_only(path)
    )
    data = external_data(inventory)
    inventory = inventory.with_files(
        model_file_at(file.path, file.source, "weights", tree.root)
        for file in inventory
        if file.path in data and file.role != "model"
    )
    return Scan(inventory, tuple(ArchivePath(path) for path in left if path not in sources))


def _is_there_in_another_case(source: str, path: str, sources: Mapping[str, str]) -> bool:
    """On macOS and Windows one file answers to many names; the one that the folder shows is its own."""
    return any(
        other.casefold() == path.casefold() and os.path.samefile(known, source) for other, known in sources.items()
    )


def _release_path(path: str) -> ArchivePath:
    """A walked name as it is: what other systems cannot hold is for the check `unportable-path` to tell.

    :raises SourceError: a `force-include` leads out of the release.
    """
    if path.startswith("/") or not {"", ".", ".."}.isdisjoint(path.split("/")):
        raise SourceError(
            Bilingual(
                en=f"{path}: the target of a `force-include` is no path inside the release; correct it",
                zh=f"{path}：`force-include` 的目标不是发布内的路径；请更正",
            )
        )
    return ArchivePath(path)


def idle_patterns(inventory: Inventory, config: Config) -> tuple[str, ...]:
    """The lines of `tool.oaml.model` that match no file of the release."""
    if config.model_is_default:
        return ()
    lines = (line for line in config.model.lines if not line.startswith(("!", "#")))
    return tuple(line for line in lines if not inventory.paths.matched_by_line(line))


def read_if_there(source: str) -> bytes | None:
    """The bytes of one of the project's own small files; None where there is none.

    :raises SourceError: it is there and cannot be read.
    """
    if not os.path.lexists(source):
        return None
    require_file(source)
    try:
        with open(source, "rb") as file:
            return file.read()
    except OSError as error:
        raise unreadable(source, error) from error


def _belongs(path: str, config: Config, ignored: Patterns) -> bool:
    if is_named_as_model(path, config):
        return not (config.model_is_default and ignored.match(path))
    return (config.notices.match(path) or _is_brought_back(path, config)) and not ignored.match(path)


def is_named_as_model(path: str, config: Config) -> bool:
    return is_model_name(path, config) and classify(path, config)[0] == "model"


def _is_brought_back(path: str, config: Config) -> bool:
    """From what the `exclude` that guards weights took from Hatchling by its name alone: Data, by `tool.oaml.roles` or by
    the folder's own name.
    """
    rules = config.last_rules(path)
    if any(rule.role == "model" for rule in rules):
        return True  # weights under a name of their own, which `unguarded-weights` had Hatchling leave out
    return is_weight_name(path) and (is_named_as_data(path) or bool(rules))


def _refuse_own_files_under_generated_names(root: str, sources: Mapping[str, str]) -> None:
    if MANIFEST in sources and _is_our_manifest(read_if_there(os.path.join(root, MANIFEST)) or b""):
        return  # an unpacked sdist of ours: all are written anew
    for name in sorted(GENERATED & sources.keys()):
        if name in _KNOWN_BY_CONTENT and is_generated(read_if_there(os.path.join(root, name)) or b""):
            continue
        raise SourceError(
            Bilingual(
                en=f"{name}: every archive gets a file of this name, written by hatch-oaml; rename yours",
                zh=f"{name}：每个归档都会包含由 hatch-oaml 写入的同名文件；请给您自己的文件改名",
            )
        )


def _is_our_manifest(data: bytes) -> bool:
    try:
        manifest = json.loads(data)
    except (ValueError, RecursionError):
        return False
    tool = manifest.get("tool") if isinstance(manifest, dict) else None
    return isinstance(tool, dict) and tool.get("name") == "hatch-oaml"
