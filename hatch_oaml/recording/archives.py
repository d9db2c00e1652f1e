"""What an archive of ours shipped, as files of a base record."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

from hatch_oaml.recording.contents import CARD_NAMES, Contents
from hatch_oaml.recording.tensors import with_tensors
from hatch_oaml.records.base_file import BaseFile
from hatch_oaml.records.config import parse_config
from hatch_oaml.values.bilingual import Bilingual
from hatch_oaml.values.errors import SourceError
from hatch_oaml.values.paths import sort_key
from hatch_oaml.values.wheel_names import is_metadata
from hatch_oaml.verification.member_weights import weights_in_place
from hatch_oaml.verification.opening import manifest_of, open_archive, read_small
from hatch_oaml.verification.places import places_of, without_copies
from hatch_oaml.verification.released_files import released_files
from hatch_oaml.verification.tensor_reading import TensorReading
from hatch_oaml.verification.unpacking import HashedArchive, read_once

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

    from hatch_oaml.archives import Reading
    from hatch_oaml.records.config import Config
    from hatch_oaml.records.manifest import Manifest
    from hatch_oaml.records.members import Progress
    from hatch_oaml.records.tensors import Weights
    from hatch_oaml.values.paths import ArchivePath


def record_archive(archive: Path, progress: Progress) -> tuple[BaseFile, ...]:
    """What `archive` ships, under its paths in the release, in the order of paths; each byte is read once.

    :raises SourceError: it is no whole archive of ours.
    """
    return archive_contents(archive, progress).files


def record_archive_tensors(archive: Path, progress: Progress) -> tuple[BaseFile, ...]:
    """As `record_archive`, and each model file with its tensors; each byte is read once, behind the headers.

    :raises SourceError: it is no whole archive of ours, or somebody compressed it anew.
    """
    return archive_contents_with_tensors(archive, progress).files


def archive_contents(archive: Path, progress: Progress) -> Contents:
    """:raises SourceError: it is no whole archive of ours."""
    with closing(open_archive(archive)) as reading:
        manifest = _manifest_of(reading, archive)
        files = _sorted(file for _, file in _base_files(archive, manifest, read_once(reading, progress)))
        return _contents(reading, manifest, files)


def archive_contents_with_tensors(archive: Path, progress: Progress) -> Contents:
    """:raises SourceError: it is no whole archive of ours, or somebody compressed it anew."""
    with closing(open_archive(archive)) as reading:
        manifest = _manifest_of(reading, archive)
        watched = TensorReading(reading, _headers(archive, manifest, reading))
        contents = HashedArchive(reading, read_once(watched, progress).digests)
        facts = watched.headers_with_digests()
        files = _sorted(
            with_tensors(file, facts[member_path]) if member_path in facts else file
            for member_path, file in _base_files(archive, manifest, contents)
        )
        return _contents(reading, manifest, files)


def _contents(reading: Reading, manifest: Manifest, files: tuple[BaseFile, ...]) -> Contents:
    config = parse_config(manifest.settings)
    return Contents(
        files=files,
        text=_texts(reading, manifest, config).get,
        config=config,
        name=manifest.project.name,
        version=manifest.project.version,
        license=manifest.project.license_expression,
        promised=manifest.notices,
    )


def _texts(reading: Reading, manifest: Manifest, config: Config) -> Mapping[str, bytes]:
    """Of the files that tell of the base, while the archive is open."""
    members = {member.path: member for member in reading.members}
    wanted = {config.license, config.modifications, *config.bases, *CARD_NAMES}
    return {
        listed.release: read_small(reading, members[listed.path])
        for listed in manifest.files
        if listed.release in wanted and listed.path in members
    }


def _sorted(files: Iterable[BaseFile]) -> tuple[BaseFile, ...]:
    return tuple(sorted(files, key=lambda file: sort_key(file.path)))


def _manifest_of(reading: Reading, archive: Path) -> Manifest:
    found = manifest_of(reading, str(archive))
    if found is None:
        raise SourceError(
            Bilingual(
                en=f"{archive}: no archive that hatch-oaml wrote; unpack it and record the folder",
                zh=f"{archive}：不是 hatch-oaml 生成的归档；请解包后对文件夹运行 record",
            )
        )
    return found[1]


def _headers(archive: Path, manifest: Manifest, reading: Reading) -> Mapping[ArchivePath, Weights]:
    """Of the model files, read where they lie: for that their bytes must be stored as we store them."""
    members = {member.path: member for member in reading.members}
    headers = {}
    for listed in manifest.files:
        if listed.role != "model" or listed.release is None or listed.path not in members:
            continue
        if not reading.side_by_side:
            raise _compressed_anew(archive, listed.path)
        try:
            header = weights_in_place(reading, members[listed.path], listed.release)
        except SourceError as error:
            raise _compressed_anew(archive, listed.path) from error
        if header:
            headers[listed.path] = header
    return headers


def _compressed_anew(archive: Path, path: ArchivePath) -> SourceError:
    return SourceError(
        Bilingual(
            en=f"{archive}: {path} does not lie there as hatch-oaml wrote it, so its tensors cannot be found; unpack the archive and record the folder",
            zh=f"{archive}：{path} 的存放方式与 hatch-oaml 写入时不同，无法找到其中的张量；请解包后对文件夹运行 record",
        )
    )


def _base_files(archive: Path, manifest: Manifest, contents: HashedArchive) -> Iterator[tuple[ArchivePath, BaseFile]]:
    """Each with its member; what the manifest says of it must be so, for the derivative is held against it."""
    listed = {file.path: file for file in manifest.files}
    if any(contents.digests.get(path) != file.sha256 for path, file in listed.items()):
        untrue = next(path for path, file in listed.items() if contents.digests.get(path) != file.sha256)
        raise _is_not_so(archive, untrue)
    places = without_copies(places_of(manifest, contents.digests), contents.digests)
    files = released_files(contents, places, parse_config(manifest.settings))
    for path in sorted(files.keys() | listed.keys()):
        stated, file = listed.get(path), files.get(path)
        if (stated and stated.release) != (file and file.path) and not is_metadata(path):
            raise _is_not_so(archive, path)
        if file is not None and not is_metadata(path):
            yield (
                path,
                BaseFile(
                    path=file.path,
                    size=file.size,
                    sha256=contents.digests[path],
                    notices=file.notices,
                    fingerprint=file.fingerprint,
                ),
            )


def _is_not_so(archive: Path, path: str) -> SourceError:
    return SourceError(
        Bilingual(
            en=f"{archive}: {path} is not what the manifest tells of; fetch the archive again",
            zh=f"{archive}：{path} 与清单所载不符；请重新获取该归档",
        )
    )
