"""What lies below a prefix in a store: a release of ours, or plain files."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

from hatch_oaml.project.classification import is_build_only, named
from hatch_oaml.project.file_facts import read_stored_file
from hatch_oaml.project.on_disk import in_store
from hatch_oaml.project.walking import lies_in_a_left_out_folder
from hatch_oaml.recording.found_facts import Found, record_path
from hatch_oaml.recording.hub_cache import is_of_the_client
from hatch_oaml.recording.project_table import project_table
from hatch_oaml.records.config import parse_config
from hatch_oaml.records.generated import GENERATED, MANIFEST
from hatch_oaml.records.inventory import Inventory
from hatch_oaml.records.manifest import parse_manifest
from hatch_oaml.records.members import FileContent
from hatch_oaml.storage.source import whole
from hatch_oaml.values.addresses import below
from hatch_oaml.values.errors import OamlError
from hatch_oaml.values.paths import ArchivePath

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from hatch_oaml.records.config import Config
    from hatch_oaml.records.manifest import Manifest
    from hatch_oaml.storage.store_path import StorePath
    from hatch_oaml.stores import StoredObject

    Objects = Mapping[str, StoredObject]

_AT_ONCE = 4
"""Files, each of which has a range in memory."""


def found_in_store(prefix: StorePath) -> Iterator[Found]:
    """As `found_in`, of objects: no checkout, no cache and no environment is looked for among them.

    :raises SourceError: an object cannot be read, or has changed since it was listed.
    """
    start = below(prefix.address, "")
    objects = {stored.address.removeprefix(start): stored for stored in prefix.below()}
    manifest = _manifest(objects)
    if manifest is not None:
        yield _release(manifest, objects)
    table = project_table(_bytes(objects, "pyproject.toml"))
    recorded = {path: record_path(path) for path in objects if not _is_left_out(path)}
    yield Found(
        inventory=_read(objects, recorded, parse_config({})),
        text=lambda path: _bytes(objects, path),
        config=table.config,
        name=table.name,
        version=table.version,
        license=table.license,
    )


def _is_left_out(path: str) -> bool:
    return is_build_only(path) or path in GENERATED or lies_in_a_left_out_folder(path) or is_of_the_client(path)


def _manifest(objects: Objects) -> Manifest | None:
    """That of a release of ours, all of whose files lie there in their sizes."""
    try:
        manifest = parse_manifest(_bytes(objects, MANIFEST) or b"")
    except (ValueError, OamlError):
        return None
    sizes = {path: listed.size for listed in manifest.files if (path := _place(manifest, listed.path))}
    is_whole = all(path in objects and objects[path].size == size for path, size in sizes.items())
    return manifest if manifest.root and is_whole else None


def _place(manifest: Manifest, path: str) -> str:
    """Where a member lies below the prefix, which stands for the archive's one folder."""
    return path.removeprefix(f"{manifest.root}/")


def _release(manifest: Manifest, objects: Objects) -> Found:
    config = parse_config(manifest.settings)
    listed = {_place(manifest, file.path): file for file in manifest.files if file.release is not None}
    paths = {path: file.release for path, file in listed.items() if file.release is not None}
    places = {str(release): path for path, release in paths.items()}
    return Found(
        inventory=_read(objects, paths, config),
        text=lambda path: _bytes(objects, places.get(path, "")),
        config=config,
        name=manifest.project.name,
        version=manifest.project.version,
        license=manifest.project.license_expression,
        digests={paths[path]: file.sha256 for path, file in listed.items()},
        promised=manifest.notices,
    )


def _read(objects: Objects, paths: Mapping[str, ArchivePath], config: Config) -> Inventory:
    """:param paths: below the prefix → in the record."""
    with ThreadPoolExecutor(_AT_ONCE) as pool:
        return Inventory.of(
            pool.map(
                lambda path: read_stored_file(paths[path], named(paths[path], config), in_store(objects[path])), paths
            )
        )


def _bytes(objects: Objects, path: str) -> bytes | None:
    stored = objects.get(path)
    if stored is None:
        return None
    return whole(ArchivePath(path), FileContent(source=stored.address, size=stored.size, pin=stored.pin))
