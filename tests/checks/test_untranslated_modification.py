from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from hatch_oaml.checks.untranslated_modification import CHECK
from hatch_oaml.findings import Finding
from hatch_oaml.values.bilingual import Bilingual

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.conftest import BaseWith, FileWith, Gathered, PageShows, ReleaseWith, Sample

    Findings = Callable[[str, str], list[Finding]]

ENGLISH = "The greeting names the support model."
CHINESE = "问候语改为提及客服模型。"


@pytest.fixture
def findings(release_with: ReleaseWith, base_with: BaseWith, file_with: FileWith) -> Findings:
    def run(en: str, zh: str) -> list[Finding]:
        changelog = (
            'format = 1\n\n[[change]]\nfiles = ["demo.py"]\nrelation = "modified"\n'
            f"how.en = {json.dumps(en)}\nhow.zh = {json.dumps(zh)}\ndate = 2026-11-01\n"
        )
        release = release_with(
            files=[file_with("demo.py", "new")],
            bases=[base_with(file_with("demo.py", "old"))],
            modifications=changelog,
        )
        return list(CHECK.run(release))

    return run


def test_a_text_without_chinese_is_told(findings: Findings) -> None:
    expected = Finding(
        path="MODIFICATIONS.toml",
        line=3,
        message=Bilingual(
            en="the entry for `demo.py` does not say in Chinese how the files were modified: `how.zh` is missing",
            zh="`demo.py` 的条目没有用中文说明如何修改：缺少 `how.zh`",
        ),
        fix=Bilingual(
            en="write in `how.zh` what `how.en` says, in Chinese",
            zh="在 `how.zh` 中用中文写出 `how.en` 的内容",
        ),
    )
    assert [expected] == findings(ENGLISH, "")


def test_a_text_without_english_is_told(findings: Findings) -> None:
    expected = Finding(
        path="MODIFICATIONS.toml",
        line=3,
        message=Bilingual(
            en="the entry for `demo.py` does not say in English how the files were modified: `how.en` is missing",
            zh="`demo.py` 的条目没有用英文说明如何修改：缺少 `how.en`",
        ),
        fix=Bilingual(
            en="write in `how.en` what `how.zh` says, in English",
            zh="在 `how.en` 中用英文写出 `how.zh` 的内容",
        ),
    )
    assert [expected] == findings("", CHINESE)


@pytest.mark.parametrize("text", ["待补", "TODO", "修改了 demo.py"])
def test_a_text_that_explains_nothing_counts_as_missing(findings: Findings, text: str) -> None:
    [finding] = findings(ENGLISH, text)

    assert finding.message == Bilingual(
        en="the entry for `demo.py` does not say in Chinese how the files were modified:"
        f' `how.zh` ("{text}") explains nothing',
        zh=f"`demo.py` 的条目没有用中文说明如何修改：`how.zh`（“{text}”）没有作出说明",
    )


def test_both_languages_are_enough(findings: Findings) -> None:
    assert [] == findings(ENGLISH, CHINESE)


def test_an_entry_that_explains_nothing_at_all_is_left_to_unexplained_modification(findings: Findings) -> None:
    assert [[], [], []] == [findings("", ""), findings("TODO", ""), findings("TODO", "待补")]


def test_a_release_without_a_changelog_lacks_no_translation(release_with: ReleaseWith) -> None:
    assert [] == list(CHECK.run(release_with(modifications=None)))


def test_it_only_tells_and_does_not_refuse() -> None:
    assert CHECK.severity == "advisory"


def test_the_samples_are_told_apart_as_the_page_shows(
    gathered: Gathered, sample: Sample, page_shows: PageShows
) -> None:
    assert [] == list(CHECK.run(gathered(sample(CHECK.name, "clean"))))
    page_shows(CHECK, gathered(sample(CHECK.name, "faulty")))
