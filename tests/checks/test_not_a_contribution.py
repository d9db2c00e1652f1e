from __future__ import annotations

from typing import TYPE_CHECKING

from hatch_oaml.checks.not_a_contribution import CHECK
from hatch_oaml.findings import Finding
from hatch_oaml.values.bilingual import Bilingual

if TYPE_CHECKING:
    from tests.conftest import FileWith, Gathered, PageShows, ReleaseWith, Sample


def test_a_file_that_is_marked_so_is_refused_at_the_mark(release_with: ReleaseWith, file_with: FileWith) -> None:
    release = release_with(files=[file_with("patches/quantize.py", not_a_contribution=3)])

    exclude = '\n\n    [tool.hatch.build]\n    exclude = ["/patches/quantize.py"]\n\n'
    expected = Finding(
        path="patches/quantize.py",
        line=3,
        message=Bilingual(
            en="the file is marked “Not a Contribution”: its owner has not licensed it to anyone under this license",
            zh="该文件标有“非贡献”：权利人并未以本许可证许可任何人使用它",
        ),
        fix=Bilingual(
            en=f"leave the file out of the release: add it to `exclude`{exclude}or have its owner take the mark away",
            zh=f"将该文件排除在发布之外：加入 `exclude`{exclude}或请权利人去除该标记",
        ),
    )
    assert [expected] == list(CHECK.run(release))


def test_files_without_the_mark_are_lawful(release_with: ReleaseWith) -> None:
    assert [] == list(CHECK.run(release_with()))


def test_the_samples_are_told_apart_as_the_page_shows(
    gathered: Gathered, sample: Sample, page_shows: PageShows
) -> None:
    assert [] == list(CHECK.run(gathered(sample(CHECK.name, "clean"))))
    page_shows(CHECK, gathered(sample(CHECK.name, "faulty")))
