"""Where installers put a wheel's commands and shared data, where all of it is installed into one folder of its own."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING

from hatch_oaml.records.wheel_record import parse_record
from hatch_oaml.values.digests import sha256_of
from hatch_oaml.values.frozen import frozen
from hatch_oaml.values.wheel_names import ENTRY_POINTS, INSTALLER, RECORD, is_data, is_metadata
from hatch_oaml.verification.folder_walk import bytes_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from hatch_oaml.records.manifest import Manifest
    from hatch_oaml.values.digests import Sha256
    from hatch_oaml.verification.folder_walk import FolderFile

_COMMANDS = frozenset({"[console_scripts]", "[gui_scripts]"})
_FOLDERS = ("bin", "Scripts")
_ENDINGS = ("", ".exe", "-script.py", "-script.pyw")
_LARGEST = 64 << 20
"""Bytes: more than any program takes that installers make of a command."""


@frozen
class Installed:
    """`files` under the names that they have in the wheel, and the paths of what the installer `made` of it."""

    files: tuple[FolderFile, ...]
    made: frozenset[str] = frozenset()


def as_in_the_wheel(files: tuple[FolderFile, ...], manifest: Manifest) -> Installed:
    """:param files: of the folder that a wheel was unpacked or installed into, whose manifest it is."""
    found = {file.path: file for file in files}
    infos = {path.partition("/")[0] for path in found if is_metadata(path)}
    info = infos.pop() if len(infos) == 1 else ""
    if f"{info}/{INSTALLER}" not in found or f"{info}/{RECORD}" not in found:
        return Installed(files=files)
    listed = [file.path for file in manifest.files]
    moved = {place: path for path in listed if is_data(path) and (place := _place(path)) in found.keys() - listed}
    told = _told(bytes_of(found[f"{info}/{RECORD}"]))
    scripts = _scripts(listed, found.get(f"{info}/{ENTRY_POINTS}"))
    return Installed(
        files=tuple(replace(file, path=moved.get(file.path, file.path)) for file in files),
        made=frozenset(path for path in scripts if path not in listed and _is_told(found.get(path), told)),
    )


def _place(path: str) -> str | None:
    """Below the folder, for what lies in a wheel's `.data`; None for what has a folder that only the installer knows."""
    _, scheme, rest = path.split("/", 2)
    return rest if scheme in {"data", "purelib", "platlib"} else None


def _scripts(listed: Sequence[str], entry_points: FolderFile | None) -> Iterator[str]:
    """The paths that a wheel's own scripts and commands may have."""
    names = [
        rest for path in listed if is_data(path) for _, scheme, rest in [path.split("/", 2)] if scheme == "scripts"
    ]
    names += [name + ending for name in _commands(entry_points) for ending in _ENDINGS]
    return (f"{folder}/{name}" for folder in _FOLDERS for name in names)


def _commands(entry_points: FolderFile | None) -> Iterator[str]:
    if entry_points is None or entry_points.size > _LARGEST:
        return
    section = ""
    for line in bytes_of(entry_points).decode(errors="replace").splitlines():
        name, is_command, _ = line.partition("=")
        if line.startswith("["):
            section = line.strip()
        elif is_command and section in _COMMANDS:
            yield name.strip()


def _told(record: bytes) -> Mapping[str, Sha256]:
    """What RECORD tells of files outside of `site-packages`, which all lie in the one folder."""
    told: dict[str, Sha256] = {}
    for path, digest in parse_record(record):
        name: str = path
        while name.startswith("../"):
            name = name[3:]
        told[name] = digest
    return told


def _is_told(file: FolderFile | None, told: Mapping[str, Sha256]) -> bool:
    if file is None or file.path not in told or file.size > _LARGEST:
        return False
    with suppress(OSError, ValueError):
        return sha256_of(bytes_of(file)) == told[file.path]
    return False
