"""What Hatchling's archive holds and nobody judged is found, read, and told from what was."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from hatch_oaml.packing.unjudged import with_unjudged
from hatch_oaml.records.listing import Written
from hatch_oaml.records.members import BytesContent, FileContent, Member
from hatch_oaml.records.target_files import TargetFiles
from hatch_oaml.values.digests import sha256_of
from hatch_oaml.values.paths import archive_path

if TYPE_CHECKING:
    from pathlib import Path

    from hatch_oaml.release import Release
    from tests.conftest import FileWith, ReleaseWith

WHEEL = Written(target="wheel", root="", epoch=1)
DATA = b"# Internal\n\nNot a Contribution\n"


def in_memory(path: str, data: bytes = DATA) -> Member:
    return Member(path=archive_path(path), content=BytesContent(data=data))


def on_disk(path: str, source: Path | str, data: bytes = DATA) -> Member:
    content = FileContent(source=str(source), size=len(data), expected=sha256_of(data))
    return Member(path=archive_path(path), content=content)


def judged(
    release: Release,
    members: list[Member],
    spool: Path,
    placed: tuple[str, ...] = (),
    written: Written = WHEEL,
) -> Release:
    return with_unjudged(release, written, members, frozenset(map(archive_path, placed)), spool)


def added(release: Release) -> list[tuple[str, int | None]]:
    [files] = release.targets
    return [(str(file.path), file.not_a_contribution) for file in files.added]


def test_a_member_that_lies_nowhere_on_disk_is_read(release_with: ReleaseWith, tmp_path: Path) -> None:
    found = judged(release_with(), [in_memory("x-1.data/data/notes.md")], tmp_path)

    assert [("x-1.data/data/notes.md", 3)] == added(found)


def test_a_member_from_elsewhere_is_read_where_it_lies(release_with: ReleaseWith, tmp_path: Path) -> None:
    (tmp_path / "elsewhere.md").write_bytes(DATA)

    found = judged(release_with(), [on_disk("pkg/notes.md", tmp_path / "elsewhere.md")], tmp_path)

    assert [("pkg/notes.md", 3)] == added(found)


@pytest.mark.parametrize(
    "path",
    [
        "PKG-INFO",
        "x-1.dist-info/METADATA",
        "x-1.dist-info/WHEEL",
        "x-1.dist-info/RECORD",
        "x-1.dist-info/entry_points.txt",
    ],
)
def test_what_hatchling_itself_writes_is_passed_over(release_with: ReleaseWith, tmp_path: Path, path: str) -> None:
    assert not judged(release_with(), [in_memory(path)], tmp_path).targets


def test_files_of_the_release_and_copies_of_them_are_judged(
    release_with: ReleaseWith, file_with: FileWith, tmp_path: Path
) -> None:
    release = release_with(files=[file_with("docs/notes.md", DATA)])
    members = [
        on_disk("pkg/docs/notes.md", "/project/docs/notes.md"),
        in_memory("x-1.dist-info/licenses/docs/notes.md"),
    ]

    assert judged(release, members, tmp_path) is release


def test_the_same_bytes_under_another_name_are_not(
    release_with: ReleaseWith, file_with: FileWith, tmp_path: Path
) -> None:
    release = release_with(files=[file_with("docs/notes.md", DATA)])

    found = added(judged(release, [in_memory("pkg/id_rsa")], tmp_path))

    assert ["pkg/id_rsa"] == [path for path, _ in found]


def test_what_was_foreseen_is_judged_and_what_is_found_joins_it(
    release_with: ReleaseWith, file_with: FileWith, tmp_path: Path
) -> None:
    foreseen = TargetFiles(target="wheel", added=(file_with("pkg/notes.md", DATA),))
    others = TargetFiles(target="sdist", added=(file_with("a", b"a"),))
    release = release_with(targets=(foreseen, others))

    found = judged(release, [in_memory("pkg/notes.md"), in_memory("pkg/more.md", b"more")], tmp_path)

    assert judged(release, [in_memory("pkg/notes.md")], tmp_path) is release
    assert {"sdist": ["a"], "wheel": ["pkg/notes.md", "pkg/more.md"]} == {
        files.target: [str(file.path) for file in files.added] for files in found.targets
    }


def test_what_became_another_file_since_it_was_foreseen_is_judged_anew(
    release_with: ReleaseWith, file_with: FileWith, tmp_path: Path
) -> None:
    release = release_with(
        targets=(TargetFiles(target="wheel", added=(file_with("pkg/notes.md", b"harmless"), file_with("pkg/a", b"a"))),)
    )

    assert [("pkg/a", None), ("pkg/notes.md", 3)] == added(judged(release, [in_memory("pkg/notes.md")], tmp_path))


def test_below_one_folder_the_release_s_own_files_are_written_over_what_lies_there(
    release_with: ReleaseWith, file_with: FileWith, tmp_path: Path
) -> None:
    release = release_with(files=[file_with("docs/notes.md", b"ours")])
    members = [in_memory("x-1/docs/notes.md"), in_memory("x-1/docs/more.md")]
    sdist = Written(target="sdist", root="x-1", epoch=1)

    assert [("docs/more.md", 3)] == added(judged(release, members, tmp_path, ("x-1/docs/notes.md",), sdist))
    assert [("docs/notes.md", 3)] == added(judged(release, [in_memory("docs/notes.md")], tmp_path))


def test_our_own_pages_are_passed_over_where_we_write_them_alone(release_with: ReleaseWith, tmp_path: Path) -> None:
    release = release_with()
    ours = in_memory(f"{release.project.import_name}/MODIFICATIONS.md")

    assert judged(release, [ours], tmp_path) is release
    assert [("MODIFICATIONS.md", 3)] == added(judged(release, [in_memory("MODIFICATIONS.md")], tmp_path))
