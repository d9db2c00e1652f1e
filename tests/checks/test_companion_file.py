from __future__ import annotations

from typing import TYPE_CHECKING

from hatch_oaml.checks.companion_file import CHECK
from hatch_oaml.findings import Finding
from hatch_oaml.records.integrity import Integrity
from hatch_oaml.values.bilingual import Bilingual
from tests.finished import release_of_sample

if TYPE_CHECKING:
    from tests.conftest import PageShows, ReleaseWith, Sample

GIT = Bilingual(en="git", zh="版本控制")
MACOS = Bilingual(en="macOS", zh="苹果系统")


def test_all_companions_are_told_at_once_by_who_put_them_there(release_with: ReleaseWith) -> None:
    companions = ((".DS_Store", MACOS), (".git/", GIT), ("data/.DS_Store\x1b", MACOS))
    release = release_with(integrity=Integrity(archive="demo", has_manifest=True, companions=companions))

    expected = Finding(
        path=".DS_Store",
        message=Bilingual(
            en="tools put this beside the release; it is no part of it, and was not read:\n\n"
            "    .DS_Store +1 (macOS)\n    .git/ (git)",
            zh="以下内容是工具放在发布旁边的，不属于发布，也未被读取：\n\n    .DS_Store +1（苹果系统）\n    .git/（版本控制）",
        ),
        fix=Bilingual(
            en="nothing, if these are your own tools; otherwise delete it: whatever else lies there is refused",
            zh="若这些是您自己的工具，则无须处理；否则请将其删除。除此之外的任何多余文件均不予接受",
        ),
    )
    assert [expected] == list(CHECK.run(release))


def test_a_project_is_not_asked(release_with: ReleaseWith) -> None:
    assert [] == list(CHECK.rulings(release_with()))


def test_the_samples_are_told_apart_as_the_page_shows(sample: Sample, page_shows: PageShows) -> None:
    assert [] == list(CHECK.run(release_of_sample(sample(CHECK.name, "clean"))))
    page_shows(CHECK, release_of_sample(sample(CHECK.name, "faulty")))
