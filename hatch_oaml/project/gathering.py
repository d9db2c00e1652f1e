"""A release gathered: the project's tables and records parsed, its tree scanned."""

from __future__ import annotations

import os
from collections import deque
from functools import partial
from typing import TYPE_CHECKING, Any, TypeVar

from hatch_oaml.facts_cache.cache import NO_CACHE
from hatch_oaml.license.copies import compare_license
from hatch_oaml.license.versions import is_published_pdf
from hatch_oaml.project.gates import inactive_gates
from hatch_oaml.project.hatchling_picks import left_out_of_shared, targets_that_pick
from hatch_oaml.project.hatchling_project import project_of
from hatch_oaml.project.hatchling_selection import (
    ignored_by_version_control,
    output_folders,
    selected_files,
    selection_of,
)
from hatch_oaml.project.model_root import model_root
from hatch_oaml.project.own_archives import own_archives
from hatch_oaml.project.scan import idle_patterns, read_if_there, scan_project
from hatch_oaml.project.target_files import BUILDERS, Gathered, foreseen
from hatch_oaml.project.walking import Tree
from hatch_oaml.records.base_record import parse_base
from hatch_oaml.records.build_facts import MODEL_ROOT, LeftOutWeights
from hatch_oaml.records.config import parse_config
from hatch_oaml.records.modifications import parse_modifications
from hatch_oaml.release import Release, Unguarded
from hatch_oaml.values.bilingual import Bilingual
from hatch_oaml.values.errors import ConfigurationError, raise_all
from hatch_oaml.values.frozen import frozen
from hatch_oaml.values.paths import ArchivePath

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Mapping

    from hatchling.metadata.core import ProjectMetadata

    from hatch_oaml.facts_cache.cache import FactsCache
    from hatch_oaml.license.copies import LicenseCopy
    from hatch_oaml.project.hatchling_selection import Selected
    from hatch_oaml.records.base_record import BaseRecord
    from hatch_oaml.records.config import Config
    from hatch_oaml.records.inventory import Inventory
    from hatch_oaml.records.modifications import Modifications

_Parsed = TypeVar("_Parsed")

_HOOK_KEYS = ("dependencies", "require-runtime-dependencies", "require-runtime-features", "enable-by-default")
_TARGET_KEYS = (
    *("artifacts", "dependencies", "dev-mode-dirs", "dev-mode-exact", "directory", "exclude", "force-include", "hooks"),
    *("ignore-vcs", "include", "only-include", "only-packages", "packages", "reproducible"),
    *("require-runtime-dependencies", "require-runtime-features", "skip-excluded-dirs", "sources", "versions"),
    *(MODEL_ROOT, "output", "volume-size"),
)


@frozen
class OwnFiles:
    """The small files that the project's tables name: below `root`, or where `force-include` brings them from."""

    root: str
    forced: Mapping[str, str]

    def read(self, path: str) -> bytes | None:
        """None where there is no such file.

        :raises SourceError: it is there and cannot be read.
        """
        return read_if_there(self.forced.get(path) or os.path.join(self.root, *path.split("/")))


def gather(metadata: ProjectMetadata[Any], targets: Collection[str] = (), cache: FactsCache = NO_CACHE) -> Release:
    """The release of the project that `metadata` describes, its model files not yet read.

    :param targets: those whose archives are to be judged too, as far as they are foreseen; of others than wheel and sdist
        nothing is.
    :param cache: of what was read before.
    :raises ConfigurationError: with all mistakes in the project's own TOML files.
    :raises SourceError: a file cannot be read.
    """
    config = _parse_config(metadata)
    selection = selection_of(metadata)
    selected = deque(selected_files(selection))
    tables = {config.license, config.modifications, *config.bases}
    own = OwnFiles(root=metadata.root, forced={file.path: file.source for file in selected if file.path in tables})
    bases, modifications = _parse_records(own, config)
    tree = Tree(
        root=metadata.root,
        outputs=output_folders(selection),
        ignored=ignored_by_version_control(selection),
        is_own_archive=own_archives(metadata),
    )
    inventory, ignored = scan_project(tree, _taken_out(selected), config, bases, cache)
    left_in_store: tuple[ArchivePath, ...] = ()
    if address := model_root(metadata):
        # threads take long to import, and only where models lie in a store are headers read by them
        from hatch_oaml.project.stored_models import with_stored_models  # noqa: PLC0415

        inventory, left_in_store = with_stored_models(inventory, address, config)
    project = project_of(metadata)
    gathered = Gathered(metadata, project, config, inventory)
    return Release(
        project=project,
        config=config,
        inventory=inventory,
        bases=bases,
        modifications=modifications,
        license=_license_copy(own, config),
        license_pdf=_published_pdf(inventory),
        link_roots=tuple(os.path.realpath(os.path.join(metadata.root, path)) for path in (".", *config.blobs)),
        unguarded=tuple(_unguarded(metadata, inventory)),
        ignored=tree.ignored.lines,
        idle_patterns=idle_patterns(inventory, config),
        inactive_gates=tuple(inactive_gates(metadata)),
        left_out_weights=(
            *(LeftOutWeights(path=path) for path in ignored),
            *(LeftOutWeights(path=path, setting=MODEL_ROOT) for path in left_in_store),
            *(
                LeftOutWeights(path=ArchivePath(path), setting=setting)
                for path, setting in left_out_of_shared(metadata, _models_in_the_tree(inventory))
            ),
        ),
        targets=tuple(files for target in BUILDERS if target in targets and (files := foreseen(gathered, target))),
    )


def _taken_out(selected: deque[Selected]) -> Iterator[Selected]:
    """One after the other: of many files they would take as much room as what is kept of each."""
    while selected:
        yield selected.popleft()


def _parse_config(metadata: ProjectMetadata[Any]) -> Config:
    errors: list[Bilingual] = []
    _examine_hatch_tables(metadata, errors)
    config = _attempt(partial(_read_config, metadata), errors)
    if errors or config is None:
        raise ConfigurationError(*errors)
    return config


def _parse_records(own: OwnFiles, config: Config) -> tuple[tuple[BaseRecord, ...], Modifications | None]:
    errors: list[Bilingual] = []
    bases = [_attempt(partial(_read_base, own, config, index), errors) for index in range(len(config.bases))]
    modifications = _attempt(partial(_read_modifications, own, config), errors)
    raise_all(errors)
    return tuple(base for base in bases if base), modifications


def _attempt(parse: Callable[[], _Parsed], errors: list[Bilingual]) -> _Parsed | None:
    try:
        return parse()
    except ConfigurationError as error:
        errors.extend(error.messages)
        return None


def _read_config(metadata: ProjectMetadata[Any]) -> Config:
    values = metadata.config.get("tool", {}).get("oaml", {})
    if isinstance(values, dict):
        return parse_config(values)
    raise ConfigurationError(
        Bilingual(en="pyproject.toml: tool.oaml: expected a table", zh="pyproject.toml: tool.oaml：应为表")
    )


def _examine_hatch_tables(metadata: ProjectMetadata[Any], errors: list[Bilingual]) -> None:
    """Hatchling ignores what it does not know in a plugin's tables; a mistyped option must not vanish like that."""
    written = metadata.config.get("tool", {}).get("hatch", {}).get("build", {})
    effective = metadata.hatch.build_config
    targets = effective.get("targets", {})
    hooks = [("tool.hatch.build.hooks.oaml", effective.get("hooks", {}).get("oaml"))] + [
        (f"tool.hatch.build.targets.{name}.hooks.oaml", target.get("hooks", {}).get("oaml"))
        for name, target in targets.items()
    ]
    for where, values in hooks:
        _examine(values, where, _HOOK_KEYS, errors)
    _examine(targets.get("oaml"), "tool.hatch.build.targets.oaml", _TARGET_KEYS, errors)
    if "oaml" in written.get("hooks", {}) and "oaml" not in effective.get("hooks", {}):
        errors.append(
            Bilingual(
                en="hatch.toml: its table `build` replaces all of `[tool.hatch.build]` in pyproject.toml, the hook `oaml`"
                " and the `exclude` too; repeat `[build.hooks.oaml]` and `exclude` there, or remove that table",
                zh="hatch.toml：其中的 `build` 表会整个取代 pyproject.toml 的 `[tool.hatch.build]`，包括钩子 `oaml` 与"
                " `exclude`；请在该文件中重复 `[build.hooks.oaml]` 和 `exclude`，或删去该表",
            )
        )


def _examine(values: object, where: str, known: tuple[str, ...], errors: list[Bilingual]) -> None:
    errors.extend(
        Bilingual(
            en=f"pyproject.toml: {where}.{key}: unknown key; options of hatch-oaml belong in `[tool.oaml]`",
            zh=f"pyproject.toml: {where}.{key}：未知的键；hatch-oaml 的选项应写在 `[tool.oaml]` 中",
        )
        for key in (values if isinstance(values, dict) else ())
        if key not in known
    )


def _read_base(own: OwnFiles, config: Config, index: int) -> BaseRecord:
    path = config.bases[index]
    data = own.read(path)
    if data is not None:
        return parse_base(data, path)
    raise ConfigurationError(
        Bilingual(
            en=f"pyproject.toml: tool.oaml.bases[{index + 1}]: there is no file `{path}`; make it with"
            f" `hatch-oaml record SOURCE --name NAME --version VERSION --output {path}`",
            zh=f"pyproject.toml: tool.oaml.bases[{index + 1}]：文件 `{path}` 不存在；请用"
            f" `hatch-oaml record SOURCE --name NAME --version VERSION --output {path}` 生成",
        )
    )


def _read_modifications(own: OwnFiles, config: Config) -> Modifications | None:
    data = own.read(config.modifications)
    return None if data is None else parse_modifications(data, config.modifications)


def _license_copy(own: OwnFiles, config: Config) -> LicenseCopy | None:
    data = own.read(config.license)
    return None if data is None else compare_license(data)


def _published_pdf(inventory: Inventory) -> ArchivePath | None:
    return next((file.path for file in inventory if file.sha256 and is_published_pdf(file.sha256)), None)


def _unguarded(metadata: ProjectMetadata[Any], inventory: Inventory) -> list[Unguarded]:
    picked = targets_that_pick(metadata, _models_in_the_tree(inventory))
    return [Unguarded(path=ArchivePath(path), target=target) for path, target in picked]


def _models_in_the_tree(inventory: Inventory) -> list[str]:
    """Those that Hatchling could pick."""
    return [str(file.path) for file in inventory if file.role == "model" and file.pin is None]
