"""An archive of ours as a tree: its files by the paths that they have in the release, wherever the format puts them."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

from hatch_oaml.published.kept_texts import KeptTexts
from hatch_oaml.published.trees import Tree, pointed_to
from hatch_oaml.records.config import parse_config
from hatch_oaml.records.generated import MANIFEST
from hatch_oaml.records.inventory import Inventory
from hatch_oaml.storage.opening import is_layout, size_of
from hatch_oaml.values.errors import SourceError
from hatch_oaml.verification.bombs import Source, refuse_bomb
from hatch_oaml.verification.opening import form_at, manifest_of, open_archive
from hatch_oaml.verification.places import places_of, without_copies
from hatch_oaml.verification.released_files import released_files
from hatch_oaml.verification.unpacking import read_once

if TYPE_CHECKING:
    from pathlib import Path

    from hatch_oaml.archives import Reading
    from hatch_oaml.records.manifest import Manifest
    from hatch_oaml.records.members import Progress
    from hatch_oaml.verification.unpacking import HashedArchive


def tree_of_ours(archive: Path, progress: Progress, *, tensors: bool) -> Tree | None:
    """None where no manifest lies where one of ours would, or a file is not the one that it tells of.

    :raises SourceError: it is a bomb, or an image layout that cannot be read.
    """
    if form_at(archive) is None:
        return None
    try:
        reading = open_archive(archive)
    except SourceError:
        if is_layout(archive):
            raise
        return None  # the reader of anybody's tells what is wrong
    with closing(reading):
        manifest = _own_manifest(reading, archive)
        if manifest is None:
            return None
        contents = read_once(reading, progress)
        if any(contents.digests.get(file.path) != file.sha256 for file in manifest.files):
            return None
        return _released(contents, manifest, tensors=tensors)


def _own_manifest(reading: Reading, archive: Path) -> Manifest | None:
    """That of the whole: an archive of anybody's may hold a release somewhere in it."""
    try:
        found = manifest_of(reading, archive.name)
    except SourceError:
        return None
    if found is None:
        return None
    member, manifest = found
    above = manifest.root or (manifest.project.import_name if manifest.target == "wheel" else "")
    if member.path != (f"{above}/{MANIFEST}" if above else MANIFEST):
        return None
    if not archive.is_dir():
        refuse_bomb(reading, member.path, manifest, Source(name=archive.name, size=size_of(archive)))
    return manifest


def _released(contents: HashedArchive, manifest: Manifest, *, tensors: bool) -> Tree:
    config = parse_config(manifest.settings)
    places = without_copies(places_of(manifest, contents.digests), contents.digests)
    members = {member.path: member for member in contents.reading.members}
    files = released_files(contents, places, config)
    texts = KeptTexts()
    texts.read(contents.reading, ((members[path], file.path) for path, file in files.items()))
    with_tensors = (
        contents.with_tensor_digests(members[path], file) if tensors else file for path, file in files.items()
    )
    return Tree(
        inventory=Inventory.of(map(pointed_to, with_tensors)),
        head=texts.head,
        text=texts.get,
        config=config,
        name=manifest.project.name,
        version=manifest.project.version,
        license=manifest.project.license_expression,
        promised=manifest.notices,
    )
