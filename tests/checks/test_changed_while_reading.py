from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from hatch_oaml.checks.changed_while_reading import CHECK
from hatch_oaml.findings import Finding
from hatch_oaml.values.bilingual import Bilingual
from hatch_oaml.values.paths import archive_path

if TYPE_CHECKING:
    from hatch_oaml.release import Release
    from tests.conftest import PageShows, ReleaseWith, Sample


@pytest.fixture
def written(release_with: ReleaseWith, sample: Sample) -> dict[str, Release]:
    """Of each sample, the release after its file was judged as one and met as the other when it was written."""
    path = archive_path("model.safetensors")

    def after(side: str) -> Release:
        folder = sample(CHECK.name, side)
        judged, met = ((folder / name).read_bytes() for name in ("judged.safetensors", "written.safetensors"))
        return release_with(changed=() if judged == met else (path,))

    return {side: after(side) for side in ("clean", "faulty")}


def test_a_file_that_is_not_what_was_judged_is_refused(written: dict[str, Release]) -> None:
    expected = Finding(
        path="model.safetensors",
        message=Bilingual(
            en="the file changed between the checks and the writing of the archive: what was checked is not what would"
            " have been released",
            zh="该文件在检查之后、写入归档之前发生了变化：所检查的内容并非将要发布的内容",
        ),
        fix=Bilingual(
            en="let whatever writes the file (training, download, synchronization) finish, then build again",
            zh="等待写入该文件的程序（训练、下载、同步）结束，然后重新构建",
        ),
    )
    assert [expected] == list(CHECK.run(written["faulty"]))


def test_a_file_that_stayed_as_it_was_is_lawful(written: dict[str, Release]) -> None:
    assert [] == list(CHECK.run(written["clean"]))


def test_the_page_shows_the_finding(written: dict[str, Release], page_shows: PageShows) -> None:
    page_shows(CHECK, written["faulty"])
