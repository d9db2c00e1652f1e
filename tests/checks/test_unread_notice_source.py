from __future__ import annotations

from typing import TYPE_CHECKING

from hatch_oaml.checks.unread_notice_source import CHECK
from hatch_oaml.findings import ADVISORY, Finding
from hatch_oaml.values.bilingual import Bilingual
from tests.shipping import shipped

if TYPE_CHECKING:
    from tests.conftest import Gathered, PageShows, ReleaseWith, Sample


def test_a_file_of_unknown_encoding_that_may_hold_a_notice_is_told(release_with: ReleaseWith) -> None:
    release = release_with(files=[shipped("demo.py", "# Copyright 2023 Zoë\n".encode("latin-1"))])

    expected = Finding(
        path="demo.py",
        message=Bilingual(
            en="notices in this file may have been missed: the encoding is unknown:"
            " the text was read as Latin-1, which fits any bytes",
            zh="该文件中的声明可能有遗漏：编码未知：只能按适用于任何字节的 Latin-1 读取",
        ),
        fix=Bilingual(
            en="store text as UTF-8, and unpacked; repeat what notices the file holds in `NOTICE`, naming the file",
            zh="以 UTF-8 保存文本，且不打包；将该文件中的声明在 `NOTICE` 中重复写明，并注明文件名",
        ),
    )
    assert [expected] == list(CHECK.run(release))
    assert ADVISORY == CHECK.severity


def test_a_file_that_declares_its_encoding_is_read(release_with: ReleaseWith) -> None:
    text = "# -*- coding: latin-1 -*-\n# Copyright 2023 Zoë\n"

    assert [] == list(CHECK.run(release_with(files=[shipped("demo.py", text.encode("latin-1"))])))


def test_a_file_without_a_needle_is_no_matter(release_with: ReleaseWith) -> None:
    assert [] == list(CHECK.run(release_with(files=[shipped("demo.py", "print('Malmö')\n".encode("latin-1"))])))


def test_the_samples_are_told_apart_as_the_page_shows(
    gathered: Gathered, sample: Sample, page_shows: PageShows
) -> None:
    assert [] == list(CHECK.run(gathered(sample(CHECK.name, "clean"))))
    page_shows(CHECK, gathered(sample(CHECK.name, "faulty")))
