from __future__ import annotations

from typing import TYPE_CHECKING

from hatch_oaml.checks.missing_member import CHECK
from hatch_oaml.findings import Finding
from hatch_oaml.records.integrity import Integrity
from hatch_oaml.values.bilingual import Bilingual
from tests.finished import release_of_sample

if TYPE_CHECKING:
    from tests.conftest import PageShows, ReleaseWith, Sample


def test_a_file_that_the_manifest_lists_and_the_archive_lacks_is_refused(release_with: ReleaseWith) -> None:
    release = release_with(
        integrity=Integrity(archive="demo-1.0.oaml.tar", has_manifest=True, missing=("demo-1.0/NOTICE",))
    )

    expected = Finding(
        path="demo-1.0/NOTICE",
        message=Bilingual(
            en="the file is not there, and the manifest says that it is: it was taken out after the archive was written",
            zh="清单载有该文件，归档中却没有：它是在归档写成之后被取出的",
        ),
        fix=Bilingual(
            en="do not use the archive; fetch it again, and if it is still so, tell its publisher",
            zh="请勿使用该归档；请重新获取，若仍然如此，请告知发布者",
        ),
    )
    assert [expected] == list(CHECK.run(release))


def test_a_project_is_not_asked(release_with: ReleaseWith) -> None:
    assert [] == list(CHECK.rulings(release_with()))


def test_the_samples_are_told_apart_as_the_page_shows(sample: Sample, page_shows: PageShows) -> None:
    assert [] == list(CHECK.run(release_of_sample(sample(CHECK.name, "clean"))))
    page_shows(CHECK, release_of_sample(sample(CHECK.name, "faulty")))
