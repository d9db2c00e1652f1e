from __future__ import annotations

from typing import TYPE_CHECKING

from hatch_oaml.checks.secret_text import CHECK
from hatch_oaml.findings import Finding
from hatch_oaml.records.found_secret import FoundSecret
from hatch_oaml.values.bilingual import Bilingual

if TYPE_CHECKING:
    from tests.conftest import FileWith, Gathered, PageShows, ReleaseWith, Sample


def test_a_file_that_reads_like_a_secret_is_told_at_its_line(release_with: ReleaseWith, file_with: FileWith) -> None:
    release = release_with(files=[file_with("notes.txt", secret=FoundSecret(kind="private-key", line=3))])

    expected = Finding(
        path="notes.txt",
        line=3,
        message=Bilingual(
            en="this reads like a private key; released, everyone could use it",
            zh="此处读来像是私钥；一旦发布，任何人都能使用",
        ),
        fix=Bilingual(
            en="if it is a real one, revoke it where it was given and take it out of the file; one that was made for tests may stay",
            zh="如果它是真的，请在签发处吊销，并从文件中删除；专为测试生成的可以保留",
        ),
    )
    assert [expected] == list(CHECK.run(release))


def test_files_without_one_are_lawful(release_with: ReleaseWith) -> None:
    assert [] == list(CHECK.run(release_with()))


def test_the_samples_are_told_apart_as_the_page_shows(
    gathered: Gathered, sample: Sample, page_shows: PageShows
) -> None:
    faulty = gathered(sample(CHECK.name, "faulty"))

    assert [] == list(CHECK.run(gathered(sample(CHECK.name, "clean"))))
    assert [4] == [finding.line for finding in CHECK.run(faulty)]
    page_shows(CHECK, faulty)
