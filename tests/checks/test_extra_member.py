from __future__ import annotations

from typing import TYPE_CHECKING

from hatch_oaml.checks.extra_member import CHECK
from hatch_oaml.findings import Finding
from hatch_oaml.records.integrity import Integrity
from hatch_oaml.values.bilingual import Bilingual
from tests.finished import release_of_sample

if TYPE_CHECKING:
    from tests.conftest import PageShows, ReleaseWith, Sample


def test_a_file_that_the_manifest_does_not_list_is_refused(release_with: ReleaseWith) -> None:
    release = release_with(
        integrity=Integrity(archive="demo-1.0.oaml.tar", has_manifest=True, extra=("demo-1.0/setup.py",))
    )

    expected = Finding(
        path="demo-1.0/setup.py",
        message=Bilingual(
            en="the manifest does not tell of this file: it was put in after the archive was written, and no check has"
            " seen it",
            zh="清单未载有该文件：它是在归档写成之后加入的，未经任何检查",
        ),
        fix=Bilingual(
            en="do not use the file; fetch the archive again, or, in an unpacked one, delete what you put there yourself",
            zh="请勿使用该文件；请重新获取该归档；若是解包后的文件夹，请删除您自己放入的内容",
        ),
    )
    assert [expected] == list(CHECK.run(release))


def test_a_project_is_not_asked(release_with: ReleaseWith) -> None:
    assert [] == list(CHECK.rulings(release_with()))


def test_the_samples_are_told_apart_as_the_page_shows(sample: Sample, page_shows: PageShows) -> None:
    assert [] == list(CHECK.run(release_of_sample(sample(CHECK.name, "clean"))))
    page_shows(CHECK, release_of_sample(sample(CHECK.name, "faulty")))
