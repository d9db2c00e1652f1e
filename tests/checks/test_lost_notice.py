from __future__ import annotations

from typing import TYPE_CHECKING

from hatch_oaml.checks.lost_notice import CHECK
from hatch_oaml.findings import Finding
from hatch_oaml.records.integrity import Integrity, PromisedNotice
from hatch_oaml.records.notice import Notice
from hatch_oaml.values.bilingual import Bilingual
from tests.finished import release_of_sample

BASE = "vivo-ai/BlueLM-7B-Chat"
NOTICE = Notice(kind="copyright", text="Copyright 2023 vivo.", line=1, end_line=1)
PROMISED = PromisedNotice(base=BASE, path="demo.py", kind="copyright", text="Copyright 2023 vivo.")
SEAL = Integrity(archive="demo-1.0.oaml.tar", has_manifest=True, promised=(PROMISED,))

if TYPE_CHECKING:
    from tests.conftest import BaseWith, FileWith, PageShows, ReleaseWith, Sample


def test_a_promised_notice_that_nothing_retains_is_refused_where_it_stood(
    release_with: ReleaseWith, base_with: BaseWith, file_with: FileWith
) -> None:
    forged = base_with(file_with("demo.py", "print(1)"))
    release = release_with(files=[file_with("demo.py", "print(1)")], bases=[forged], integrity=SEAL)

    expected = Finding(
        path="demo.py",
        message=Bilingual(
            en=f"a copyright notice of {BASE} is lost: the manifest says that it must be retained, and nothing here does;"
            " in the base's `demo.py` it reads\n\n    Copyright 2023 vivo.",
            zh=f"{BASE} 的一条著作权声明已丢失：清单写明必须保留它，而此处没有任何内容保留它；"
            "它在基础模型的 `demo.py` 中，内容为\n\n    Copyright 2023 vivo.",
        ),
        fix=Bilingual(
            en="do not pass the archive on; ask its publisher for one that retains the notice",
            zh="请勿转发该归档；请向发布者索取保留了该声明的归档",
        ),
    )
    assert [expected] == list(CHECK.run(release))


def test_a_notice_of_a_file_that_is_not_there_is_told_of_the_archive(release_with: ReleaseWith) -> None:
    assert ["demo-1.0.oaml.tar"] == [finding.path for finding in CHECK.run(release_with(integrity=SEAL))]


def test_a_promised_notice_that_is_retained_is_lawful(
    release_with: ReleaseWith, base_with: BaseWith, file_with: FileWith
) -> None:
    file = file_with("demo.py", "# Copyright 2023 vivo.", notices=(NOTICE,))

    assert [] == list(CHECK.run(release_with(files=[file], bases=[base_with(file)], integrity=SEAL)))


def test_a_project_is_not_asked(release_with: ReleaseWith) -> None:
    assert [] == list(CHECK.rulings(release_with()))


def test_the_samples_are_told_apart_as_the_page_shows(sample: Sample, page_shows: PageShows) -> None:
    assert [] == list(CHECK.run(release_of_sample(sample(CHECK.name, "clean"))))
    page_shows(CHECK, release_of_sample(sample(CHECK.name, "faulty")))
