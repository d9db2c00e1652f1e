"""Where the files of a release lie in a wheel: the one rule that `check` and the build share."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from hatch_oaml.project.hatchling_wheel import wheel_paths
from hatch_oaml.records.generated import GENERATED
from hatch_oaml.values.bilingual import Bilingual
from hatch_oaml.values.errors import SourceError
from hatch_oaml.values.frozen import frozen
from hatch_oaml.values.paths import ArchivePath, file_name
from hatch_oaml.values.wheel_places import TOP_LEVEL, may_lie_at

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from hatchling.metadata.core import ProjectMetadata

    from hatch_oaml.records.inventory import Inventory, ReleaseFile
    from hatch_oaml.records.project import Project


@frozen
class WheelLayout:
    """Each release file's path in the wheel; `replaced` are those that another file stands in for, by the project's own
    `exclude` and `force-include` of the wheel.
    """

    member_paths: Mapping[ArchivePath, ArchivePath]
    replaced: frozenset[ArchivePath]


def wheel_layout(
    metadata: ProjectMetadata[Any], project: Project, inventory: Inventory, placed: Mapping[str, str]
) -> WheelLayout:
    """The package's own files stay where Hatchling puts them under their own names, all others go below the import name.

    :param placed: path in the wheel → source on disk, for what Hatchling selects.
    :raises SourceError: a file wants a place that every archive of ours needs.
    """
    wanted = wheel_paths(metadata, project)
    sources = frozenset(placed.values())
    released = {file.source: file for file in inventory if file.source in sources}
    places = _places(placed, project, inventory, released)
    taken = {path: released.get(source) for path, source in placed.items()}
    found: dict[ArchivePath, ArchivePath] = {}
    replaced: set[ArchivePath] = set()
    for file in sorted(inventory, key=lambda file: _is_at_the_top(file, wanted, project)):
        path = places.get(file.source)
        if path is None:
            path = wanted(file.path)
            if path in taken and not _is_the_same(file, taken[path]):
                if file.kind == "license":
                    raise _hidden(file.path, path)
                if not _is_at_the_top(file, wanted, project):
                    replaced.add(file.path)
                    continue
                path = f"{project.import_name}/{TOP_LEVEL}/{file.path}"
            taken[path] = file
        _refuse_generated(file.path, path, project.import_name)
        found[file.path] = ArchivePath(path)
    return WheelLayout(member_paths=found, replaced=frozenset(replaced))


def _places(
    placed: Mapping[str, str], project: Project, inventory: Inventory, released: Mapping[str, ReleaseFile]
) -> Mapping[str, str]:
    """Source → where Hatchling puts it; a copy under another name is a file of its own.

    :param released: source → file, of those that are placed.
    """
    if not released:
        return {}
    staying = frozenset(
        file.path for file in inventory if placed.get(f"{project.import_name}/{file.path}", file.source) == file.source
    )
    return {
        source: path
        for path, source in placed.items()
        if source in released and may_lie_at(path, released[source].path, project.import_name, staying)
    }


def _is_at_the_top(file: ReleaseFile, wanted: Callable[[str], str], project: Project) -> bool:
    """Does it lie outside of all packages?"""
    return wanted(file.path) == f"{project.import_name}/{file.path}"


def _is_the_same(file: ReleaseFile, other: ReleaseFile | None) -> bool:
    return other is not None and file.sha256 is not None and file.sha256 == other.sha256


def _hidden(path: ArchivePath, member_path: str) -> SourceError:
    return SourceError(
        Bilingual(
            en=f"{path}: goes to `{member_path}` in the wheel, where another file lies already, which a receiver would take"
            " for the license; rename that one, or take it out of the wheel",
            zh=f"{path}：在 wheel 中应放到 `{member_path}`，但该处已有另一个文件，接收者会将其当作许可证；"
            "请将后者改名，或将其移出 wheel",
        )
    )


def bill_in_the_way(path: str) -> SourceError:
    """Another bill of materials lies where that of the release goes."""
    name = file_name(path)
    return SourceError(
        Bilingual(
            en=f"{path}: every wheel gets a bill of materials of this name, written by hatch-oaml; rename yours (`{name}` in"
            " `sbom-files`, or of a build hook)",
            zh=f"{path}：每个 wheel 都会包含由 hatch-oaml 写入的同名物料清单；请给您自己的文件改名"
            f"（`sbom-files` 或某个构建钩子中的 `{name}`）",
        )
    )


def in_the_way_of_metadata(path: str) -> SourceError:
    """Hatchling would stop at the second file of a path with a traceback, or write a wheel that cannot be unpacked."""
    return SourceError(
        Bilingual(
            en=f"{path}: the wheel has a file or a folder of its own there, by `project.license-files`, `shared-data`, `extra-metadata` or"
            " the format of wheels, and `force-include` brings in another; take that line out, or give it another target",
            zh=f"{path}：wheel 在该处已有自己的文件或文件夹（来自 `project.license-files`、`shared-data`、`extra-metadata` 或 wheel"
            " 格式本身），而 `force-include` 又放入了另一个；请删去该行，或改用其他目标",
        )
    )


def _refuse_generated(path: ArchivePath, member_path: str, import_name: str) -> None:
    folder, _, name = member_path.rpartition("/")
    if folder == import_name and name in GENERATED:
        raise SourceError(
            Bilingual(
                en=f"{path}: goes to `{member_path}` in the wheel, which every wheel gets from hatch-oaml; rename yours",
                zh=f"{path}：在 wheel 中应放到 `{member_path}`，而该文件由 hatch-oaml 写入每个 wheel；请给您自己的文件改名",
            )
        )
