"""The files of a release by their role, and what is known of each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hatch_oaml.reports._page.modifications import STATES
from hatch_oaml.values.bilingual import Bilingual
from hatch_oaml.values.frozen import frozen
from hatch_oaml.values.roles import ROLES
from hatch_oaml.values.spdx import license_ids

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hatch_oaml.records.inventory import ReleaseFile
    from hatch_oaml.release import Release
    from hatch_oaml.values.roles import Role


@frozen
class FileRow:
    """`was` is the path that the base has it at, where that is another; `change` is "" without a base."""

    path: str
    kind: str
    size: int
    change: Bilingual
    was: str
    sha256: str


@frozen
class OfRole:
    """All files of one role."""

    role: Bilingual
    size: int
    files: tuple[FileRow, ...]


@frozen
class PartRow:
    """A part under other terms; `texts` are the files that hold its license, `lacking` the licenses of which none does."""

    patterns: tuple[str, ...]
    license: str
    texts: tuple[str, ...]
    lacking: tuple[str, ...]
    files: int


ROLE_WORDS: dict[Role, Bilingual] = {
    "model": Bilingual(en="Model (clause 1.2)", zh="模型（第 1.2 款）"),
    "complementary": Bilingual(en="Complementary Material (clause 1.4)", zh="补充材料（第 1.4 款）"),
    "legal": Bilingual(en="Legal texts and records", zh="法律文本与记录"),
}


_NOTHING = Bilingual(en="", zh="")
"""Where there is no base, nothing is new or unchanged."""


def files_by_role(release: Release) -> Iterator[OfRole]:
    """The roles that have files, the model first."""
    for role in ROLES:
        rows = tuple(_row(release, file) for file in release.inventory if file.role == role)
        if rows:
            yield OfRole(role=ROLE_WORDS[role], size=sum(row.size for row in rows), files=rows)


def _row(release: Release, file: ReleaseFile) -> FileRow:
    origin = release.origins.get(file.path)
    return FileRow(
        path=file.path,
        kind=file.kind,
        size=file.size,
        change=STATES[release.differences[file.path]] if release.bases else _NOTHING,
        was=origin[1].path if origin else "",
        sha256=file.sha256 or "",
    )


def parts(release: Release) -> Iterator[PartRow]:
    for part in release.config.parts:
        found = [release.part_texts.of(part, name) for name in license_ids(part.license)]
        yield PartRow(
            patterns=tuple(part.files.lines),
            license=part.license,
            texts=tuple(dict.fromkeys(one.file.path for one in found if one.file is not None)),
            lacking=tuple(one.license_id for one in found if one.defect),
            files=len(release.inventory.paths.matched_by(part.files)),
        )
