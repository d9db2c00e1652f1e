from __future__ import annotations

from typing import TYPE_CHECKING

from hatch_oaml.checks.altered_envelope import CHECK
from hatch_oaml.findings import Finding
from hatch_oaml.records.integrity import Integrity
from hatch_oaml.values.bilingual import Bilingual
from tests.finished import release_of_sample

if TYPE_CHECKING:
    from tests.conftest import PageShows, ReleaseWith, Sample


def test_bytes_around_the_files_that_our_writer_does_not_put_there_are_refused(release_with: ReleaseWith) -> None:
    deviation = Bilingual(en="a.tar: something else stands there", zh="a.tar：那里是别的内容")
    release = release_with(integrity=Integrity(archive="a.tar", has_manifest=True, deviation=deviation))

    expected = Finding(
        path="a.tar",
        message=deviation,
        fix=Bilingual(
            en="fetch the archive again, as its publisher gives it out; if somebody packed it anew, ask for the original",
            zh="请从发布者处重新获取原样的归档；若有人重新打包过，请索取原始归档",
        ),
    )
    assert [expected] == list(CHECK.run(release))


def test_an_envelope_without_deviation_is_lawful(release_with: ReleaseWith) -> None:
    assert [] == list(CHECK.run(release_with(integrity=Integrity(archive="a.tar", has_manifest=True))))


def test_a_project_is_not_asked(release_with: ReleaseWith) -> None:
    assert [] == list(CHECK.rulings(release_with()))


def test_the_samples_are_told_apart_as_the_page_shows(sample: Sample, page_shows: PageShows) -> None:
    assert [] == list(CHECK.run(release_of_sample(sample(CHECK.name, "clean"))))
    page_shows(CHECK, release_of_sample(sample(CHECK.name, "faulty")))
