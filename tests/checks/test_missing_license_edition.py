from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from hatch_oaml.checks.missing_license_edition import CHECK
from hatch_oaml.findings import Finding
from hatch_oaml.license import CURRENT, Edition, canonical_text, compare_license
from hatch_oaml.license.canonical import segments
from hatch_oaml.values.bilingual import Bilingual

if TYPE_CHECKING:
    from tests.conftest import Gathered, PageShows, ReleaseWith, Sample

TEXT = canonical_text(CURRENT)
FIX = Bilingual(
    en="delete the file `LICENSE`, then run `hatch-oaml init`, which writes the published text",
    zh="删除文件 `LICENSE`，然后运行 `hatch-oaml init`，由其写入发布的原文",
)


def only(edition: Edition) -> str:
    return "\n\n".join(TEXT[part.start : part.end] for part in segments(CURRENT) if part.edition == edition)


@pytest.mark.parametrize(
    ("kept", "message"),
    [
        (
            "zh",
            Bilingual(
                en="the English text is missing: the license is one text in two languages of the same legal effect",
                zh="缺少英文文本：许可证以中英双语拟制，中英文本具有同等法律效力",
            ),
        ),
        (
            "en",
            Bilingual(
                en="the Chinese text is missing: the license is one text in two languages of the same legal effect, and"
                " the Chinese prevails where the laws of China apply",
                zh="缺少中文文本：许可证以中英双语拟制，中英文本具有同等法律效力；适用中国法律时，须以中文文本为准",
            ),
        ),
    ],
)
def test_one_language_alone_is_refused(release_with: ReleaseWith, kept: Edition, message: Bilingual) -> None:
    copy = compare_license(only(kept).encode())

    assert list(CHECK.run(release_with(license=copy))) == [Finding(path="LICENSE", message=message, fix=FIX)]


def test_one_language_alone_is_refused_even_if_it_was_changed_too(release_with: ReleaseWith) -> None:
    copy = compare_license(only("en").replace("perpetual", "temporary", 1).encode())
    assert copy.state == "altered"

    assert len(list(CHECK.run(release_with(license=copy)))) == 1


@pytest.mark.parametrize("text", [TEXT, TEXT.replace("prominent", ""), ""], ids=["verbatim", "altered", "missing"])
def test_with_both_languages_or_none_there_is_nothing_to_say(release_with: ReleaseWith, text: str) -> None:
    assert list(CHECK.run(release_with(license=compare_license(text.encode())))) == []


def test_without_a_file_there_is_nothing_to_say(release_with: ReleaseWith) -> None:
    assert list(CHECK.run(release_with(license=None))) == []


def test_it_refuses_in_the_name_of_its_clause() -> None:
    assert (CHECK.name, CHECK.severity, CHECK.clause) == ("missing-license-edition", "error", "4.7")


def test_the_samples_are_told_apart_as_the_page_shows(
    gathered: Gathered, sample: Sample, page_shows: PageShows
) -> None:
    assert list(CHECK.run(gathered(sample(CHECK.name, "clean")))) == []
    page_shows(CHECK, gathered(sample(CHECK.name, "faulty")))
