"""The files of the release that an archive holds, each judged by its name and its bytes as in a tree."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hatch_oaml.project.classification import is_build_only, named
from hatch_oaml.project.named import Named
from hatch_oaml.project.sampling import sampling
from hatch_oaml.records.inventory import Inventory
from hatch_oaml.records.shared_values import known_at, sharing
from hatch_oaml.shards import external_data
from hatch_oaml.values.many import column

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from hatch_oaml.records.base_record import BaseRecord
    from hatch_oaml.records.config import Config
    from hatch_oaml.records.inventory import ReleaseFile
    from hatch_oaml.values.paths import ArchivePath
    from hatch_oaml.verification.places import Places
    from hatch_oaml.verification.unpacking import HashedArchive


def released_files(
    contents: HashedArchive, places: Places, config: Config, bases: Sequence[BaseRecord] = ()
) -> Mapping[ArchivePath, ReleaseFile]:
    """Member → the file of the release that it is.

    :param bases: what a file has of theirs is kept once.
    :raises SourceError: the archive is damaged.
    """
    found = {path: sharing(file, known_at(file.path, bases)) for path, file in _read(contents, places, config, bases)}
    data = external_data(Inventory.of(found[path] for path in places.own))
    again = {path for path in places.own if found[path].path in data and found[path].role != "model"} if data else ()
    for member in contents.reading.members if again else ():
        if member.path in again:
            found[member.path] = contents.release_file(member, found[member.path].path, Named("model", "weights"))
    return found


def _read(
    contents: HashedArchive, places: Places, config: Config, bases: Sequence[BaseRecord]
) -> Iterator[tuple[ArchivePath, ReleaseFile]]:
    is_compared = bool(config.bases)
    # the large ones last: they may still be being hashed, and the small ones take as long to read in
    members = contents.reading.members
    for number in sorted(range(len(members)), key=list(column(members, "size")).__getitem__):
        member = members[number]
        if member.path in places.own:
            release = places.own[member.path]
            sample = sampling(known_at(release, bases), is_compared=is_compared)
            yield member.path, contents.release_file(member, release, named(release, config), sample)
        elif member.path in places.brought:
            file = contents.release_file(member, places.brought[member.path], named(places.short(member.path), config))
            if file.role == "model" or not is_build_only(places.short(member.path)):
                yield member.path, file
