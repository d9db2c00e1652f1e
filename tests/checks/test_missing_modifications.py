from __future__ import annotations

from typing import TYPE_CHECKING

from hatch_oaml.checks.missing_modifications import CHECK
from hatch_oaml.findings import Finding
from hatch_oaml.values.bilingual import Bilingual

if TYPE_CHECKING:
    from tests.conftest import BaseWith, FileWith, Gathered, PageShows, ReleaseWith, Sample


def test_a_release_with_a_base_and_without_a_changelog_is_refused(
    release_with: ReleaseWith, base_with: BaseWith, file_with: FileWith
) -> None:
    release = release_with(bases=[base_with(file_with("README.md"))], modifications=None)

    expected = Finding(
        path="MODIFICATIONS.toml",
        message=Bilingual(
            en="the file is missing: recipients would not be told which files were modified and how",
            zh="缺少该文件：接收者无从得知哪些文件经过修改以及如何修改",
        ),
        fix=Bilingual(
            en="run `hatch-oaml draft`, then write into each entry's `how` what was done to its files",
            zh="运行 `hatch-oaml draft`，然后在每个条目的 `how` 中写明对文件做了什么修改",
        ),
    )
    assert [expected] == list(CHECK.run(release))


def test_the_file_is_looked_for_where_the_project_says(release_with: ReleaseWith) -> None:
    release = release_with(config={"modifications": "docs/CHANGES.toml"}, modifications=None)

    assert ["docs/CHANGES.toml"] == [finding.path for finding in CHECK.run(release)]


def test_an_original_release_without_a_changelog_is_told_what_to_write(release_with: ReleaseWith) -> None:
    expected = Finding(
        path="MODIFICATIONS.toml",
        message=Bilingual(
            en="the file is missing: an original release says in it that nothing upstream was modified",
            zh="缺少该文件：原始发布须在其中说明没有修改任何上游文件",
        ),
        fix=Bilingual(
            en="write the file\n\n    format = 1\n    original = true",
            zh="写入该文件\n\n    format = 1\n    original = true",
        ),
    )
    assert [expected] == list(CHECK.run(release_with(modifications=None)))


def test_a_changelog_that_denies_the_bases_is_refused(
    release_with: ReleaseWith, base_with: BaseWith, file_with: FileWith
) -> None:
    release = release_with(bases=[base_with(file_with("README.md"))], modifications="format = 1\noriginal = true\n")

    expected = Finding(
        path="MODIFICATIONS.toml",
        message=Bilingual(
            en="`original = true` says that nothing is upstream, but `tool.oaml.bases` names `bases/1.toml`",
            zh="`original = true` 表示没有上游，但 `tool.oaml.bases` 列出了 `bases/1.toml`",
        ),
        fix=Bilingual(
            en="delete the line `original = true`, then run `hatch-oaml draft`",
            zh="删除 `original = true` 这一行，然后运行 `hatch-oaml draft`",
        ),
    )
    assert [expected] == list(CHECK.run(release))


def test_the_changelog_of_an_original_release_must_say_that_it_is_original(release_with: ReleaseWith) -> None:
    expected = Finding(
        path="MODIFICATIONS.toml",
        message=Bilingual(
            en="`tool.oaml.original` says that nothing is upstream, but this file does not tell the recipients so",
            zh="`tool.oaml.original` 表示没有上游，但该文件没有向接收者说明这一点",
        ),
        fix=Bilingual(
            en="add below `format = 1`\n\n    original = true",
            zh="在 `format = 1` 下方加入\n\n    original = true",
        ),
    )
    assert [expected] == list(CHECK.run(release_with(modifications="format = 1\n")))


def test_an_original_release_that_says_so_in_both_places_is_lawful(release_with: ReleaseWith) -> None:
    assert [] == list(CHECK.run(release_with()))


def test_a_changelog_without_changes_is_lawful_where_there_is_a_base(
    release_with: ReleaseWith, base_with: BaseWith, file_with: FileWith
) -> None:
    assert [] == list(CHECK.run(release_with(bases=[base_with(file_with("README.md"))])))


def test_changes_in_an_original_release_are_left_to_stale_modification(release_with: ReleaseWith) -> None:
    release = release_with(
        modifications='format = 1\n[[change]]\nfiles = ["a.py"]\nrelation = "modified"\ndate = 2026-11-01\n'
    )

    assert [] == list(CHECK.run(release))


def test_a_hosted_service_needs_no_changelog(release_with: ReleaseWith) -> None:
    release = release_with(config={"profile": "hosted-service"}, modifications=None)

    assert [] == list(CHECK.rulings(release))


def test_the_samples_are_told_apart_as_the_page_shows(
    gathered: Gathered, sample: Sample, page_shows: PageShows
) -> None:
    assert [] == list(CHECK.run(gathered(sample(CHECK.name, "clean"))))
    page_shows(CHECK, gathered(sample(CHECK.name, "faulty")))
