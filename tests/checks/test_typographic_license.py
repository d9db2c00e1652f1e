from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from hatch_oaml.checks.typographic_license import CHECK
from hatch_oaml.findings import ADVISORY, Finding
from hatch_oaml.license import CURRENT, canonical_text, compare_license
from hatch_oaml.values.bilingual import Bilingual

if TYPE_CHECKING:
    from tests.conftest import Gathered, PageShows, ReleaseWith, Sample

TEXT = canonical_text(CURRENT)


def test_other_quotation_marks_are_told_at_the_first_of_them(release_with: ReleaseWith) -> None:
    copy = compare_license(TEXT.replace("“", '"').encode())

    expected = Finding(
        path="LICENSE",
        line=13,
        message=Bilingual(
            en="the words are the license's, but quotation marks, widths or markup are not; they first differ at"
            ' clause 1.1 (English)\n\n    [-“License” me-] {+"License” me+}',
            zh="文字内容与许可证一致，但引号、全角半角或标记与原文不同；最先不同之处在第 1.1 款（英文文本）"
            '\n\n    [-“License” me-] {+"License” me+}',
        ),
        fix=Bilingual(
            en="delete the file `LICENSE`, then run `hatch-oaml init`, which writes the published text",
            zh="删除文件 `LICENSE`，然后运行 `hatch-oaml init`，由其写入发布的原文",
        ),
    )
    assert list(CHECK.run(release_with(license=copy))) == [expected]


def test_it_refuses_nothing() -> None:
    assert (CHECK.name, CHECK.severity, CHECK.clause) == ("typographic-license", ADVISORY, "1.1")


@pytest.mark.parametrize("text", [TEXT, TEXT.replace("prominent", ""), ""], ids=["verbatim", "altered", "missing"])
def test_any_other_copy_has_its_own_check_or_none(release_with: ReleaseWith, text: str) -> None:
    assert list(CHECK.run(release_with(license=compare_license(text.encode())))) == []


def test_without_a_file_there_is_nothing_to_say(release_with: ReleaseWith) -> None:
    assert list(CHECK.run(release_with(license=None))) == []


def test_the_samples_are_told_apart_as_the_page_shows(
    gathered: Gathered, sample: Sample, page_shows: PageShows
) -> None:
    assert list(CHECK.run(gathered(sample(CHECK.name, "clean")))) == []
    page_shows(CHECK, gathered(sample(CHECK.name, "faulty")))
