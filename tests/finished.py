"""Finished archives of the example, taken apart and put together again as a receiver would, or a forger."""

from __future__ import annotations

import json
import tempfile
from contextlib import closing, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from hatch_oaml.archives import archive_formats, format_of
from hatch_oaml.bom.comparison import told_of
from hatch_oaml.bom.document import render_bill
from hatch_oaml.records.checksums import render_checksums
from hatch_oaml.records.generated import CHECKSUMS, MANIFEST
from hatch_oaml.records.members import BytesContent, Member
from hatch_oaml.records.wheel_record import render_record
from hatch_oaml.rendering.manifest_text import text_of
from hatch_oaml.storage.draft import drafted
from hatch_oaml.values.digests import sha256_of
from hatch_oaml.values.epoch import DEFAULT
from hatch_oaml.values.errors import SourceError
from hatch_oaml.values.paths import archive_path, sort_key
from hatch_oaml.verification.archived_release import read_archive
from hatch_oaml.verification.opening import open_archive, read_small
from hatch_oaml.verification.verdict import verify_archive
from tests.building import build
from tests.members import silent

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from hatch_oaml.findings import Ruling
    from hatch_oaml.release import Release
    from hatch_oaml.verification.signature import Asked

ROOT = Path(__file__).parent.parent
PROJECTS = ROOT / "fixtures" / "projects"
FORMATS = tuple(archive_formats())
BELOW_ONE_FOLDER = tuple(name for name in FORMATS if name != "wheel")

Members = dict[str, bytes]


def built(project: Path) -> dict[str, Path]:
    """One archive of every format, by its name."""
    targets = (name if form.target == name else f"{form.target}:{name}" for name, form in archive_formats().items())
    done = build(project, *(part for target in targets for part in ("-t", target)))
    assert 0 == done.returncode, done.stderr
    files = [path for path in project.glob("dist*/**/*") if path.is_file()]
    return {form.name: path for path in files if (form := format_of(path)) is not None}


def members_of(archive: Path) -> Members:
    with closing(open_archive(archive)) as reading:
        return {member.path: read_small(reading, member) for member in reading.members}


def unpacked(members: Mapping[str, bytes], folder: Path) -> Path:
    """The folder that one is to point to: the one that all members are below, if there is one."""
    for path, data in members.items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data)
    tops = {path.partition("/")[0] for path in members}
    return folder / tops.pop() if len(tops) == 1 else folder


def packed(members: Mapping[str, bytes], target: Path, executable: Collection[str] = ()) -> Path:
    """By our own writer of the format that `target` is named for."""
    form = format_of(target)
    assert form is not None
    ordered = [
        Member(path=archive_path(path), content=BytesContent(data=data), executable=path in executable)
        for path, data in sorted(members.items(), key=lambda item: (".dist-info/" in item[0], sort_key(item[0])))
    ]
    with drafted(target) as file:
        form.write(file, ordered, epoch=DEFAULT, progress=silent)
    return target


def resealed(members: Mapping[str, bytes], **changes: object) -> Members:
    """As who changed files would have it: the manifest tells of what is there, and so do SHA256SUMS, a wheel's RECORD and the
    bill of materials.

    :param changes: replace entries at the top of the manifest.
    """
    right = with_right_digests(members, **changes)
    return with_right_digests(with_bill_that_fits(right))


def with_bill_that_fits(members: Mapping[str, bytes]) -> Members:
    """The bill of materials made of what is there; where that is no release, as it was."""
    with tempfile.TemporaryDirectory() as folder, suppress(SourceError):
        release = read_archive(unpacked(members, Path(folder)), silent)
        papers = release.held_against_manifest.papers
        if papers and papers.bill_place is not None and papers.bill_place in members:
            return {**members, papers.bill_place: render_bill(told_of(release, papers))}
    return dict(members)


def with_right_digests(members: Mapping[str, bytes], **changes: object) -> Members:
    """Without a look at what else the papers say."""
    place = min((path for path in members if path.endswith(MANIFEST)), key=len)
    above = place.removesuffix(MANIFEST)
    manifest = json.loads(members[place]) | changes
    below = f"{manifest['root']}/" if manifest["root"] else ""
    manifest["files"] = [
        {**file, "size": len(members[path]), "sha256": sha256_of(members[path])}
        for file in manifest["files"]
        if (path := below + file["path"]) in members
    ]
    forged = {**members, place: text_of(manifest)}
    digests = {archive_path(path): sha256_of(data) for path, data in forged.items()}
    summed = sorted((path for path in digests if path.startswith(above) and path != above + CHECKSUMS), key=sort_key)
    right = {**forged, above + CHECKSUMS: render_checksums(above.removesuffix("/"), summed, digests)}
    for record in (path for path in right if path.endswith(".dist-info/RECORD")):
        rows = [(archive_path(path), sha256_of(data), len(data)) for path, data in right.items() if path != record]
        right[record] = render_record(archive_path(record), rows)
    return right


def errors_of(archive: Path, asked: Asked | None = None) -> list[Ruling]:
    return list(verify_archive(archive, silent, asked=asked).errors)


def named_by(archive: Path) -> list[tuple[str, str]]:
    """The check and the path of every error."""
    return [(ruling.check, ruling.finding.path) for ruling in errors_of(archive)]


def release_of_sample(folder: Path, asked: Asked | None = None) -> Release:
    """Of the archive that lies in the folder, or that was unpacked into it."""
    return read_archive(next(folder.glob("*.oaml.tar"), folder), silent, asked)
