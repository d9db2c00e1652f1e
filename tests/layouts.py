"""Image layouts taken apart and put together again, every document under its new digest: as a forger would."""

from __future__ import annotations

import json
import tarfile
from typing import TYPE_CHECKING, Any

from hatch_oaml.archives._tar import write_tar
from hatch_oaml.records.members import BytesContent, Member
from hatch_oaml.storage.draft import drafted
from hatch_oaml.storage.output import storage_of
from hatch_oaml.values.digests import sha256_of
from hatch_oaml.values.epoch import DEFAULT
from hatch_oaml.values.paths import ArchivePath
from tests.members import silent

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    Documents = dict[str, Any]
    Files = dict[str, bytes]

BLOBS = "blobs/sha256/"


def files_of(archive: Path) -> Files:
    """Those of the layout, in their order."""
    with tarfile.open(archive) as packed:
        found = {info.name: packed.extractfile(info) for info in packed}
        return {name: file.read() for name, file in found.items() if file}


def documents_of(files: Mapping[str, bytes]) -> Documents:
    index = json.loads(files["index.json"])
    manifest = json.loads(files[blob_of(index["manifests"][0])])
    return {"index": index, "manifest": manifest, "config": json.loads(files[blob_of(manifest["config"])])}


def blob_of(descriptor: Mapping[str, Any]) -> str:
    return BLOBS + str(descriptor["digest"]).removeprefix("sha256:")


def written(values: object) -> bytes:
    return json.dumps(values, ensure_ascii=False, separators=(",", ":")).encode()


def rewritten(files: Mapping[str, bytes], change: Callable[[Documents], object]) -> Files:
    """With `change` done to its documents, which then tell of each other rightly where they did."""
    before, after = documents_of(files), documents_of(files)
    change(after)
    old_config, old_manifest = blob_of(before["manifest"]["config"]), blob_of(before["index"]["manifests"][0])
    config = written(after["config"])
    if blob_of(after["manifest"]["config"]) == old_config:
        after["manifest"]["config"] |= {"digest": f"sha256:{sha256_of(config)}", "size": len(config)}
    manifest = written(after["manifest"])
    for descriptor in after["index"]["manifests"]:
        if blob_of(descriptor) == old_manifest:
            descriptor |= {"digest": f"sha256:{sha256_of(manifest)}", "size": len(manifest)}
    renamed = {old_config: (BLOBS + sha256_of(config), config), old_manifest: (BLOBS + sha256_of(manifest), manifest)}
    changed = dict(renamed.get(name, (name, data)) for name, data in files.items())
    return changed | {"index.json": written(after["index"])}


def packed_layout(files: Mapping[str, bytes], target: Path) -> Path:
    """As our own writer packs one."""
    members = [Member(path=ArchivePath(name), content=BytesContent(data=data)) for name, data in files.items()]
    with drafted(target) as file:
        write_tar(storage_of(file), members, epoch=DEFAULT, progress=silent)
    return target


def unpacked_layout(files: Mapping[str, bytes], folder: Path) -> Path:
    for name, data in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(data)
    return folder
