"""The project in a folder, for the commands that work on one."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

from hatchling.metadata.core import ProjectMetadata
from hatchling.plugin.manager import PluginManager

from hatch_oaml.commands._speaking import warn_lines
from hatch_oaml.commands._terminal import progress_on_terminal
from hatch_oaml.commands._writing import write_file
from hatch_oaml.facts_cache.cache import facts_cache
from hatch_oaml.pipeline import examine
from hatch_oaml.project.digesting import digesting_in
from hatch_oaml.project.gates import required
from hatch_oaml.project.gathering import gather
from hatch_oaml.project.hatchling_validation import validate_fields, validate_options
from hatch_oaml.project.on_disk import require_file, unreadable
from hatch_oaml.project.target_files import BUILDERS
from hatch_oaml.values.appending import appended
from hatch_oaml.values.bilingual import Bilingual
from hatch_oaml.values.errors import ConfigurationError
from hatch_oaml.values.toml_tables import parse_toml

if TYPE_CHECKING:
    from collections.abc import Iterator
    from contextlib import AbstractContextManager

    from hatch_oaml.facts_cache.cache import FactsCache
    from hatch_oaml.findings import Report


_FILE = "pyproject.toml"


def project_folder(root: Path | None) -> Path:
    """`root` where it was given, else the nearest folder from here upwards that has a pyproject.toml, as git and Hatch look.

    :raises ConfigurationError: there is none.
    """
    if root is not None:
        return _required(root, root)
    here = Path()
    above = (Path(*[os.pardir] * depth) for depth in range(len(here.absolute().parents) + 1))
    return _required(next((folder for folder in above if (folder / _FILE).is_file()), here), here)


def _required(folder: Path, asked: Path) -> Path:
    if os.path.lexists(folder / _FILE):
        require_file(str(folder / _FILE))
        return folder
    path = asked / _FILE
    raise ConfigurationError(
        Bilingual(
            en=f"{path}: there is no such file; run `hatch-oaml init` in the model repository",
            zh=f"{path}：文件不存在；请在模型仓库中运行 `hatch-oaml init`",
        )
    )


def metadata_of(root: Path) -> ProjectMetadata[Any]:
    path = _required(root, root) / _FILE
    values = parse_toml(bytes_if_there(path) or b"", str(path))
    hatch = bytes_if_there(root / "hatch.toml")
    if hatch is not None:
        parse_toml(hatch, str(root / "hatch.toml"))
    metadata: ProjectMetadata[Any] = ProjectMetadata(os.path.abspath(root), PluginManager(), values)
    try:
        validate_fields(metadata)
        validate_options(metadata)
    except (TypeError, ValueError, OSError) as error:  # what Hatchling raises for a user's mistake
        hint = _missing_plugins(metadata)
        raise ConfigurationError(Bilingual(en=f"{path}: {error}{hint.en}", zh=f"{path}：{error}{hint.zh}")) from error
    return metadata


def _missing_plugins(metadata: ProjectMetadata[Any]) -> Bilingual:
    """What the isolated build would have and this environment has not: it may be what Hatchling misses."""
    missing = [name for name in sorted(required(metadata)) if not _is_installed(name)]
    if not missing:
        return Bilingual(en="", zh="")
    command = f"`pip install {' '.join(missing)}`"
    return Bilingual(
        en=f"; `build-system.requires` names what is not installed here, and this command runs outside of the isolated"
        f" build: install it beside hatch-oaml: {command}",
        zh=f"；`build-system.requires` 所列的部分包未安装在此环境中，而本命令在隔离构建之外运行：请将其与 hatch-oaml 装在一起：{command}",
    )


def _is_installed(name: str) -> bool:
    # it takes as long to import as all of click, and only an error asks for it
    from importlib.metadata import PackageNotFoundError, distribution  # noqa: PLC0415

    try:
        distribution(name)
    except PackageNotFoundError:
        return False
    return True


def cache_of(metadata: ProjectMetadata[Any]) -> AbstractContextManager[FactsCache]:
    """What earlier commands have read of the project.

    :raises ConfigurationError: as `facts_cache` does.
    """
    return facts_cache(os.environ, metadata.root)


def examined(root: Path, *, is_quiet: bool = False) -> Report:
    metadata = metadata_of(root)
    with cache_of(metadata) as cache:
        release = gather(metadata, BUILDERS, cache)
        total = release.inventory.total_size
        with progress_on_terminal(total, is_quiet=is_quiet) as progress, digesting_in(os.environ) as digesting:
            return examine(release, progress, cache, digesting)


def files_read_in(root: Path) -> Iterator[Path]:
    """The files of the project's release, and those that tell how it is built."""
    yield from (root / name for name in (_FILE, "hatch.toml", ".gitignore"))
    metadata = metadata_of(root)
    with cache_of(metadata) as cache:
        release = gather(metadata, BUILDERS, cache)
    config = release.config
    yield from (root / path for path in (config.license, config.modifications, *config.bases))
    yield from (Path(file.source) for file in release.inventory if file.pin is None)


def bytes_if_there(path: Path) -> bytes | None:
    """:raises SourceError: what is there is no file that has an end, or it cannot be read."""
    if not os.path.lexists(path):
        return None
    require_file(str(path))
    try:
        return path.read_bytes()
    except OSError as error:
        raise unreadable(str(path), error) from error


def append(path: Path, text: str) -> None:
    """Adds at the end, changes nothing that is there, and shows on standard error what was added.

    :raises ConfigurationError: what is there is no text, or its encoding has no letters for what is to be added.
    """
    if not text:
        return
    whole = appended(bytes_if_there(path) or b"", text)
    if whole is None:
        raise ConfigurationError(
            Bilingual(
                en=f"{path.name}: nothing was added to it: it is no text whose encoding is known, or the encoding lacks letters"
                " of what is to be added; save it as UTF-8, and call again",
                zh=f"{path.name}：未作补入：它不是编码已知的文本，或其编码无法写出要补入的内容；请将其另存为 UTF-8 后重试",
            ),
        )
    write_file(path, whole)
    warn_lines("\n".join((f"{path.name}:", *(f"+{line}" for line in text.splitlines()))))
