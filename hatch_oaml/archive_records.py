"""What an archive of ours shipped, as files of a base record."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

from hatch_oaml.base import BaseFile
from hatch_oaml.bilingual import Bilingual
from hatch_oaml.errors import SourceError
from hatch_oaml.paths import sort_key
from hatch_oaml.unpacking import manifest_of, open_archive, read_once

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from hatch_oaml.archives._contract import Progress
    from hatch_oaml.manifest import Manifest
    from hatch_oaml.unpacking import Contents


def record_archive(archive: Path, progress: Progress) -> tuple[BaseFile, ...]:
    """What `archive` ships, under its paths in the release, in the order of paths; each byte is read once.

    :raises SourceError: it is no whole archive of ours.
    """
    with closing(open_archive(archive)) as reading:
        found = manifest_of(reading, str(archive))
        if found is None:
            raise SourceError(
                Bilingual(
                    en=f"{archive}: no archive that hatch-oaml wrote; unpack it and record the folder",
                    zh=f"{archive}：不是 hatch-oaml 生成的归档；请解包后对文件夹运行 record",
                )
            )
        _, manifest = found
        contents = read_once(reading, progress)
        return tuple(sorted(_base_files(archive, manifest, contents), key=lambda file: sort_key(file.path)))


def _base_files(archive: Path, manifest: Manifest, contents: Contents) -> Iterator[BaseFile]:
    members = {member.path: member for member in contents.reading.members}
    for listed in manifest.files:
        if listed.release is None:
            continue
        if contents.digests.get(listed.path) != listed.sha256:
            raise SourceError(
                Bilingual(
                    en=f"{archive}: {listed.path} is not what the manifest tells of; fetch the archive again",
                    zh=f"{archive}：{listed.path} 与清单所载不符；请重新获取该归档",
                )
            )
        file = contents.release_file(members[listed.path], listed)
        yield BaseFile(
            path=file.path,
            size=file.size,
            sha256=listed.sha256,
            notices=file.notices,
            fingerprint=file.fingerprint,
        )
