from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from hatch_oaml.checks.git_lfs_pointer import CHECK
from hatch_oaml.findings import Finding
from hatch_oaml.records.inventory import LfsPointer
from hatch_oaml.values.bilingual import Bilingual
from hatch_oaml.values.digests import sha256_of

if TYPE_CHECKING:
    from tests.conftest import FileWith, Gathered, PageShows, ReleaseWith, Sample

POINTER = LfsPointer(sha256=sha256_of(b"weights"), size=4_294_967_296)


@pytest.mark.parametrize("path", ["weights/model.safetensors", "data/train.parquet", "NOTICE"])
def test_a_pointer_in_the_place_of_a_file_is_refused_whatever_its_role(
    release_with: ReleaseWith, file_with: FileWith, path: str
) -> None:
    release = release_with(files=[file_with(path, b"." * 134, pointer=POINTER)])

    expected = Finding(
        path=path,
        message=Bilingual(
            en="the file is a Git LFS pointer of 134 bytes; what it stands for was not fetched"
            " (4294967296 bytes, SHA-256 9a129038d9a0…)",
            zh="该文件是 134 字节的 Git LFS 指针；其所代表的文件尚未取回（4294967296 字节，SHA-256 9a129038d9a0…）",
        ),
        fix=Bilingual(
            en=f'run `git lfs pull --include="{path}"`',
            zh=f'运行 `git lfs pull --include="{path}"`',
        ),
    )
    assert [expected] == list(CHECK.run(release))


def test_files_that_are_themselves_are_lawful(release_with: ReleaseWith) -> None:
    assert [] == list(CHECK.run(release_with()))


def test_the_samples_are_told_apart_as_the_page_shows(
    gathered: Gathered, sample: Sample, page_shows: PageShows
) -> None:
    assert [] == list(CHECK.run(gathered(sample(CHECK.name, "clean"))))
    page_shows(CHECK, gathered(sample(CHECK.name, "faulty")))
