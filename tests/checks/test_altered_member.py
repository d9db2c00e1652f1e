from __future__ import annotations

from typing import TYPE_CHECKING

from hatch_oaml.checks.altered_member import CHECK
from hatch_oaml.findings import Finding
from hatch_oaml.records.integrity import AlteredMember, Integrity
from hatch_oaml.values.bilingual import Bilingual
from hatch_oaml.values.digests import sha256_of
from tests.finished import release_of_sample

if TYPE_CHECKING:
    from tests.conftest import PageShows, ReleaseWith, Sample


def test_a_file_with_another_digest_than_the_manifests_is_refused(release_with: ReleaseWith) -> None:
    altered = AlteredMember(path="demo-1.0/model.gguf", expected=sha256_of(b"written"), found=sha256_of(b"found"))
    release = release_with(integrity=Integrity(archive="demo-1.0.oaml.tar", has_manifest=True, altered=(altered,)))

    expected = Finding(
        path="demo-1.0/model.gguf",
        message=Bilingual(
            en="the file is not the one that was written into the archive:"
            " its SHA-256 should be ccc0e8da6b80…, and is bcc649cfdb8c…",
            zh="该文件不是写入归档时的文件：其 SHA-256 应为 ccc0e8da6b80…，实为 bcc649cfdb8c…",
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
