"""The project in a folder, for the commands that work on one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click
from hatchling.metadata.core import ProjectMetadata
from hatchling.plugin.manager import PluginManager

from hatch_oaml.commands._terminal import progress_on_terminal
from hatch_oaml.pipeline import examine
from hatch_oaml.project.gathering import gather
from hatch_oaml.project.hatchling_selection import validate_options
from hatch_oaml.project.target_files import BUILDERS
from hatch_oaml.storage.draft import drafted
from hatch_oaml.values.bilingual import Bilingual
from hatch_oaml.values.errors import ConfigurationError
from hatch_oaml.values.toml_tables import parse_toml

if TYPE_CHECKING:
    from pathlib import Path

    from hatch_oaml.findings import Report


def metadata_of(root: Path) -> ProjectMetadata[Any]:
    path = root / "pyproject.toml"
    if not path.is_file():
        raise ConfigurationError(
            Bilingual(
                en=f"{path}: there is no such file; run `hatch-oaml init` in the model repository",
                zh=f"{path}：文件不存在；请在模型仓库中运行 `hatch-oaml init`",
            )
        )
    values = parse_toml(path.read_bytes(), str(path))
    if (root / "hatch.toml").is_file():
        parse_toml((root / "hatch.toml").read_bytes(), str(root / "hatch.toml"))
    metadata: ProjectMetadata[Any] = ProjectMetadata(str(root.absolute()), PluginManager(), values)
    try:
        metadata.validate_fields()
        validate_options(metadata)
    except (TypeError, ValueError, OSError) as error:  # what Hatchling raises for a user's mistake
        raise ConfigurationError(Bilingual(en=f"{path}: {error}", zh=f"{path}：{error}")) from error
    return metadata


def examined(root: Path) -> Report:
    release = gather(metadata_of(root), BUILDERS)
    with progress_on_terminal(release.inventory.total_size) as progress:
        return examine(release, progress)


def append(path: Path, text: str) -> None:
    """Adds at the end, changes nothing that is there, and shows on standard error what was added."""
    if not text:
        return
    before = path.read_bytes() if path.is_file() else b""
    if before and not before.endswith(b"\n"):
        before += b"\n"
    with drafted(path.absolute()) as file:
        file.write(before + text.encode())
    click.echo(f"{path.name}:", err=True)
    for line in text.splitlines():
        click.echo(f"+{line}", err=True)
