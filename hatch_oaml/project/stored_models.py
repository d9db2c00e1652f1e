"""The model files of a release that lie in a store: listed, their headers read, each held to its pin."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, NamedTuple

from hatch_oaml.project.classification import classify, is_build_only
from hatch_oaml.project.model_facts import read_model_file
from hatch_oaml.project.on_disk import in_store
from hatch_oaml.project.scan import is_named_as_model
from hatch_oaml.records.generated import GENERATED
from hatch_oaml.records.inventory import Inventory
from hatch_oaml.shards import external_data
from hatch_oaml.stores import store_of
from hatch_oaml.values.addresses import below
from hatch_oaml.values.bilingual import Bilingual
from hatch_oaml.values.errors import SourceError
from hatch_oaml.values.paths import ArchivePath, sort_key

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from hatch_oaml.records.config import Config
    from hatch_oaml.records.inventory import ReleaseFile
    from hatch_oaml.stores import StoredObject

    Listing = Mapping[str, StoredObject]

_AT_ONCE = 16
"""Headers, each a request or two that waits for the network."""


class Found(NamedTuple):
    """A release's files, and the paths below `model-root` of what is none of them."""

    inventory: Inventory
    left: tuple[ArchivePath, ...]


def with_stored_models(inventory: Inventory, address: str, config: Config) -> Found:
    """The release's files in the tree, and its model files below `address`.

    A file there has its path below `address` in the release, and is a model file by the same names as in the tree.

    :raises UsageError: the store cannot be used.
    :raises SourceError: it cannot be read, holds no model file, or one whose path the tree has too.
    """
    listing = _listing(address)
    named = [path for path in listing if is_named_as_model(path, config) and not _is_written_by_builds(path)]
    if not named:
        raise _no_models(address)
    found = _with(inventory, listing, named, config)
    data = external_data(found) & (listing.keys() - found.by_path.keys())
    found = _with(found, listing, sorted(data), config)
    left = (path for path in listing if path not in found.by_path and not _is_written_by_builds(path))
    return Found(found, tuple(ArchivePath(path) for path in sorted(left, key=sort_key)))


def _listing(address: str) -> Listing:
    start = below(address, "")
    return {_release_path(stored.address, start): stored for stored in store_of(address).list(address)}


def _release_path(address: str, start: str) -> str:
    """A name as it is: what other systems cannot hold is for the check `unportable-path` to tell."""
    path = address.removeprefix(start)
    if {"", ".", ".."}.isdisjoint(path.split("/")):
        return path
    raise SourceError(
        Bilingual(
            en=f"{address}: its name is no path inside a release; rename the object",
            zh=f"{address}：其名称不能作为发布内的路径；请将该对象改名",
        )
    )


def _is_written_by_builds(path: str) -> bool:
    return path in GENERATED or is_build_only(path)


def _with(inventory: Inventory, listing: Listing, paths: Iterable[str], config: Config) -> Inventory:
    wanted = list(paths)
    for path in wanted:
        if path in inventory.by_path:
            raise _twice(path, listing[path].address)
    with ThreadPoolExecutor(_AT_ONCE) as pool:
        read = list(pool.map(lambda path: _read(path, listing[path], config), wanted))
    return Inventory.of((*inventory, *read)) if read else inventory


def _read(path: str, stored: StoredObject, config: Config) -> ReleaseFile:
    role, kind = classify(path, config)
    return read_model_file(ArchivePath(path), kind if role == "model" else "weights", in_store(stored))


def _no_models(address: str) -> SourceError:
    return SourceError(
        Bilingual(
            en=f"{address}: holds no model files; correct `model-root`, or name them in `tool.oaml.model`",
            zh=f"{address}：其中没有模型文件；请更正 `model-root`，或在 `tool.oaml.model` 中写明其名称",
        )
    )


def _twice(path: str, address: str) -> SourceError:
    return SourceError(
        Bilingual(
            en=f"{path}: lies in the project and at {address} as well, and nobody can tell which is meant; remove one of them",
            zh=f"{path}：项目中与 {address} 处均有此文件，无法判断应发布哪一个；请删除其一",
        )
    )
