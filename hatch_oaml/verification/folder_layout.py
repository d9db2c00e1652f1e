"""What of a folder is a release's: an unpacked archive, a wheel's package alone, or a wheel that is installed among others."""

from __future__ import annotations

import os
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from hatch_oaml.records.generated import CHECKSUMS, GENERATED, MANIFEST
from hatch_oaml.records.git_attributes import GIT_ATTRIBUTES, render_git_attributes
from hatch_oaml.records.manifest import parse_manifest
from hatch_oaml.records.wheel_record import parse_record
from hatch_oaml.storage.store_path import StorePath
from hatch_oaml.values.bilingual import Bilingual
from hatch_oaml.values.frozen import frozen
from hatch_oaml.values.paths import archive_path, prefix_of
from hatch_oaml.values.wheel_names import FOLDER, RECORD, is_data, is_metadata
from hatch_oaml.verification.companions import companions_among
from hatch_oaml.verification.folder_walk import FolderFile, bounded, bytes_of, folder_file, walk, walk_store
from hatch_oaml.verification.installed_files import as_in_the_wheel

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from hatch_oaml.records.manifest import Manifest

_COMMAND = Bilingual(en="the installer, for a command of the wheel's", zh="安装工具，用于运行 wheel 提供的命令")


@frozen
class Layout:
    """The files of a release under their names in the archive, and what else lies among them.

    `package` is what the paths begin with where a wheel's package folder is all that was given, `elsewhere` what the manifest lists
    and lies outside of what was given. `expected` are those of the companions that have the very bytes that a build gives them.
    """

    files: tuple[FolderFile, ...]
    companions: tuple[tuple[str, Bilingual], ...] = ()
    package: str | None = None
    elsewhere: tuple[str, ...] = ()
    is_installed: bool = False
    expected: frozenset[str] = frozenset()

    @property
    def told(self) -> tuple[tuple[str, Bilingual], ...]:
        """The companions that a receiver is told of."""
        return tuple((path, who) for path, who in self.companions if path not in self.expected)

    def holds(self, path: str) -> bool:
        """Can `path`, of the archive, be here at all?"""
        return path not in self.elsewhere and (self.package is None or path.startswith(self.package))


def lay_out(folder: Path) -> Layout:
    """:raises SourceError: something in the folder is no file, or cannot be read."""
    if isinstance(folder, StorePath):
        return _laid_out_in_store(folder)
    top = folder.absolute()
    if top.name.endswith(FOLDER) and os.path.isfile(top / RECORD):
        return _installed(top.parent, top.name)
    manifest = manifest_at(top / MANIFEST)
    if manifest is not None and (package := _package_of(manifest)):
        files = _with_what_lies_beside(tuple(walk(str(top), package)), top, package, manifest)
        return _laid_out(files, manifest, package, package=package)
    root = prefix_of(manifest.root) if manifest is not None else ""
    files = tuple(walk(str(top), root))
    manifest = manifest or _manifest_among(files)
    if manifest is None or manifest.target != "wheel":
        return _laid_out(files, manifest, root)
    installed = as_in_the_wheel(files, manifest)
    return _laid_out(installed.files, manifest, root, made=installed.made)


def _laid_out_in_store(folder: StorePath) -> Layout:
    """No environment is looked for there, and nothing outside of the prefix."""
    files = tuple(walk_store(folder))
    manifest = next((_manifest_in(file) for file in files if file.path == MANIFEST), None)
    package = _package_of(manifest) if manifest is not None else ""
    root = package or (prefix_of(manifest.root) if manifest is not None else "")
    placed = tuple(replace(file, path=f"{root}{file.path}") for file in files)
    return _laid_out(placed, manifest or _manifest_among(placed), root, package=package or None)


def _installed(site: Path, info: str) -> Layout:
    """What belongs to a wheel is what its manifest lists, what lies beside that, and its metadata."""
    own = {f"{info}/": str(site / info)}
    paths = list(manifests_in(site / info))
    manifest = manifest_at(site / paths[0]) if paths else None
    if manifest is None:
        return Layout(files=tuple(walk(own[f"{info}/"], f"{info}/")))
    listed = [paths[0], *(file.path for file in manifest.files if not is_metadata(file.path))]
    alone = [path for path in listed if "/" not in path]
    folders = {path.rpartition("/")[0] for path in listed if "/" in path and not is_data(path)}
    own |= {f"{name}/": str(site / name) for name in _topmost(folders) if os.path.isdir(site / name)}
    files = (
        *(file for above, source in own.items() for file in walk(source, above)),
        *(folder_file(path, str(site / path)) for path in alone if os.path.lexists(site / path)),
    )
    return _laid_out(files, manifest, paths[0].removesuffix(MANIFEST))


def _laid_out(
    files: tuple[FolderFile, ...],
    manifest: Manifest | None,
    above: str,
    *,
    package: str | None = None,
    made: frozenset[str] = frozenset(),
) -> Layout:
    """:param made: what an installer made of the wheel."""
    listed = {file.path for file in manifest.files} if manifest else set()
    place = _above_manifest(files) if manifest else above
    generated = {f"{place}{name}" for name in GENERATED}
    sizes = {file.path: file.size for file in files}
    found = companions_among(sizes, listed | generated | made, tuple(dict.fromkeys((above, place, ""))))
    beside = {path: row.who for path, row in found.items()} | dict.fromkeys(made, _COMMAND)
    kept = tuple(file for file in files if file.path not in beside and not file.is_folder)
    companions = tuple(sorted(beside.items(), key=lambda one: one[0]))
    gone = listed - sizes.keys()
    is_installed = any(path.endswith(f"{FOLDER}/INSTALLER") for path in found)
    elsewhere = [
        path
        for path in sorted(gone)
        if (package is not None and not path.startswith(package)) or (is_installed and is_data(path))
    ]
    return Layout(
        files=kept,
        companions=companions,
        package=package,
        elsewhere=tuple(elsewhere),
        is_installed=is_installed,
        expected=frozenset(_expected(files, manifest, place)),
    )


def _expected(files: Iterable[FolderFile], manifest: Manifest | None, place: str) -> Iterator[str]:
    """`.gitattributes`, where it says no more than what a release folder is built with."""
    by_path = {file.path: file for file in files}
    attributes, checksums = by_path.get(f"{place}{GIT_ATTRIBUTES}"), by_path.get(f"{place}{CHECKSUMS}")
    if manifest is None or attributes is None or checksums is None:
        return
    with suppress(OSError, ValueError):
        if bytes_of(attributes) == render_git_attributes(manifest, checksums.size):
            yield attributes.path


def _with_what_lies_beside(
    files: tuple[FolderFile, ...], top: Path, package: str, manifest: Manifest
) -> tuple[FolderFile, ...]:
    """A wheel may have modules and packages beside the one that holds the manifest: read where it is known where."""
    if not top.as_posix().endswith(f"/{package}".removesuffix("/")):
        return files
    site = Path(top.as_posix().removesuffix(package.removesuffix("/")))
    outside = [file.path for file in manifest.files if not (file.path.startswith(package) or is_metadata(file.path))]
    return (*files, *(folder_file(path, str(site / path)) for path in outside if os.path.isfile(site / path)))


def _package_of(manifest: Manifest) -> str:
    """The folder of the wheel that has the manifest, by where the license text of the release lies; "" for other archives."""
    if manifest.target != "wheel":
        return ""
    license_path = manifest.project.license_files[0]
    path = next((file.path for file in manifest.files if file.release == license_path), "")
    return path.removesuffix(license_path) if path.endswith(f"/{license_path}") else ""


def manifest_at(path: Path) -> Manifest | None:
    """None where there is none, or one that makes no sense."""
    with suppress(OSError, ValueError):
        return parse_manifest(bounded(path))
    return None


def _manifest_in(file: FolderFile) -> Manifest | None:
    with suppress(OSError, ValueError):
        return parse_manifest(bytes_of(file))
    return None


def _manifest_among(files: Iterable[FolderFile]) -> Manifest | None:
    found = [file for file in files if file.path.rpartition("/")[2] == MANIFEST]
    nearest = min(found, key=lambda file: (file.path.count("/"), file.path), default=None)
    return None if nearest is None else _manifest_in(nearest)


def _above_manifest(files: Iterable[FolderFile]) -> str:
    found = [file.path for file in files if file.path.rpartition("/")[2] == MANIFEST]
    return min(found, key=lambda path: (path.count("/"), path), default="").removesuffix(MANIFEST)


def manifests_in(info: Path) -> Iterator[str]:
    """The paths of the manifests that RECORD lists."""
    with suppress(OSError, ValueError):
        for path, _ in parse_record(bounded(info / RECORD)):
            if path.rpartition("/")[2] == MANIFEST and archive_path(path):
                yield path


def _topmost(folders: Iterable[str]) -> list[str]:
    found: list[str] = []
    for folder in sorted(folders, key=lambda folder: folder.split("/")):
        if not found or not folder.startswith(f"{found[-1]}/"):
            found.append(folder)
    return found
