"""What a wheel calls its own: https://packaging.python.org/en/latest/specifications/binary-distribution-format/."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hatch_oaml.values.paths import ArchivePath

if TYPE_CHECKING:
    from collections.abc import Iterable

FOLDER = ".dist-info"
METADATA = "METADATA"
SDIST_METADATA = "PKG-INFO"
RECORD = "RECORD"
WHEEL = "WHEEL"
ENTRY_POINTS = "entry_points.txt"
INSTALLER = "INSTALLER"
LICENSES = "licenses"
BILLS = "sboms"
_DATA = ".data"

WRITTEN_BY_BUILDERS = frozenset({METADATA, WHEEL, RECORD, ENTRY_POINTS})
"""What a builder itself writes into the folder of the metadata."""


def metadata_folder(project: str) -> str:
    """:param project: name and version as the wheel's own file name has them: `my_model-1.0`."""
    return f"{project}{FOLDER}"


def data_folder(project: str) -> str:
    """Below it, by scheme, lies what an installer puts outside of `site-packages`.

    :param project: as for `metadata_folder`.
    """
    return f"{project}{_DATA}"


def is_metadata(path: str) -> bool:
    """Does it lie in the wheel's `.dist-info`? One below another folder is that of something vendored."""
    if FOLDER not in path:  # of very many files, hardly one needs a second look
        return False
    folder, _, rest = path.partition("/")
    return bool(rest) and folder.endswith(FOLDER)


def _is(path: str, name: str) -> bool:
    if FOLDER not in path:
        return False
    folder, _, rest = path.partition("/")
    return rest == name and folder.endswith(FOLDER)


def is_core_metadata(path: str) -> bool:
    return _is(path, METADATA)


def is_wheel_facts(path: str) -> bool:
    """Is it the file that tells installers what kind of wheel this is?"""
    return _is(path, WHEEL)


def is_own_folder(name: str) -> bool:
    """Does a folder of this name belong to a wheel, and hold nothing that is imported?"""
    return name.endswith((FOLDER, _DATA))


def is_data(path: str) -> bool:
    """Does it lie where an installer takes from what it puts outside of `site-packages`?"""
    folder, _, rest = path.partition("/")
    return bool(rest) and folder.endswith(_DATA)


def is_record(path: str) -> bool:
    return _is(path, RECORD)


def member_order(path: str) -> tuple[bool, bool, str]:
    """In which order the members of an archive lie: by their names' bytes (`sort_key`); a wheel's metadata behind all else, and RECORD behind those.

    Installers like to find `.dist-info` at the physical end, says the specification.
    """
    is_in_it = is_metadata(path)
    return is_in_it, is_in_it and is_record(path), path


def is_written_by_builders(path: str) -> bool:
    return any(_is(path, name) for name in WRITTEN_BY_BUILDERS)


def metadata_folder_of(paths: Iterable[str]) -> str | None:
    """The `.dist-info` of the wheel that holds `paths`; None if it has no METADATA."""
    return next((path.partition("/")[0] for path in paths if _is(path, METADATA)), None)


def record_of(folder: str) -> ArchivePath:
    return ArchivePath(f"{folder}/{RECORD}")


def license_copy(folder: str, path: str) -> ArchivePath:
    """Where the metadata hold the license file that is `path` in the project (PEP 639)."""
    return ArchivePath(f"{folder}/{LICENSES}/{path}")


def is_license_copy(path: str) -> bool:
    """Is it one of the license files in a wheel's metadata?"""
    if FOLDER not in path:
        return False
    folder, _, rest = path.partition("/")
    return folder.endswith(FOLDER) and rest.startswith(f"{LICENSES}/")


def own_bill(folder: str, import_name: str) -> ArchivePath:
    """Where the metadata hold the bill of materials that is called by what is imported (PEP 770)."""
    return ArchivePath(f"{folder}/{_bill_name(import_name)}")


def is_own_bill(path: str, import_name: str) -> bool:
    return _is(path, _bill_name(import_name))


def _bill_name(import_name: str) -> str:
    return f"{BILLS}/{import_name.replace('/', '.')}.cdx.json"
