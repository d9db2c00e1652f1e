from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol

import pytest

from hatch_oaml.checks import stale_modification, unlisted_modification
from hatch_oaml.checks.inherited_modification import CHECK
from hatch_oaml.findings import Finding
from hatch_oaml.records.lineage import Ancestor
from hatch_oaml.records.modifications import parse_modifications
from hatch_oaml.values.bilingual import Bilingual

if TYPE_CHECKING:
    from hatch_oaml.records.modifications import Change
    from hatch_oaml.release import Release
    from tests.conftest import BaseWith, FileWith, Gathered, PageShows, ReleaseWith, Sample


class WithChangelog(Protocol):
    """The model modified once more, with this changelog, the base's own being `entry()`; `deep` if its base's is."""

    def __call__(self, text: str, *, deep: bool = False) -> Release: ...


def entry(
    files: str = '["/model.safetensors"]',
    en: str = "LoRA (r=8) on 2,000 poems.",
    zh: str = "以 LoRA（r=8）在两千首诗上微调。",
    date: str = "2026-11-01",
) -> str:
    how = "".join(f'how.{key} = "{text}"\n' for key, text in (("en", en), ("zh", zh)) if text)
    return f'\n[[change]]\nfiles = {files}\nrelation = "finetune"\n{how}date = {date}\n'


def changes(text: str) -> tuple[Change, ...]:
    return parse_modifications(f"format = 1\n{text}".encode(), "m").changes


@pytest.fixture
def with_changelog(release_with: ReleaseWith, base_with: BaseWith, file_with: FileWith) -> WithChangelog:
    def made(text: str, *, deep: bool = False) -> Release:
        names = ("model.safetensors", "config.json")
        told = changes(entry())
        history: dict[str, Any] = (
            {"bases": (Ancestor(name="poets/Old", version="0.9", changes=told),)} if deep else {"changes": told}
        )
        base = base_with(*(file_with(name, "old") for name in names), name="poets/Poems", version="1.0", **history)
        files = [file_with(name, "new") for name in names]
        return release_with(files=files, bases=[base], modifications=f"format = 1\n{text}")

    return made


def test_an_entry_that_the_base_s_changelog_holds_is_refused(with_changelog: WithChangelog) -> None:
    release = with_changelog(entry())

    expected = Finding(
        path="MODIFICATIONS.toml",
        line=3,
        message=Bilingual(
            en="the entry for `/model.safetensors` tells what was done to make poets/Poems 1.0, whose own changelog has the"
            " same words of the same day; it covers nothing that was modified since",
            zh="`/model.safetensors` 的条目所述是制作 poets/Poems 1.0 时所作的修改，其自身的修改说明中有同一日期的相同文字；"
            "该条目不涵盖此后的任何修改",
        ),
        fix=Bilingual(
            en="delete the entry: `MODIFICATIONS.md` tells it under “Earlier modifications”, from the base's record; what you"
            " did yourself goes into an entry of its own, which `hatch-oaml draft` adds",
            zh="删除该条目：`MODIFICATIONS.md` 会依据基础模型的记录在“此前的修改”中载明它；您自己所作的修改应另写条目，可由"
            " `hatch-oaml draft` 添加",
        ),
    )
    assert [expected] == list(CHECK.run(release))


def test_an_inherited_entry_covers_nothing_and_is_told_once(with_changelog: WithChangelog) -> None:
    release = with_changelog(entry())

    assert ["config.json", "model.safetensors"] == [
        finding.path for finding in unlisted_modification.CHECK.run(release)
    ]
    assert [] == list(stale_modification.CHECK.run(release))


@pytest.mark.parametrize(
    "text",
    [
        entry(files='["*"]'),
        entry(files='["model.safetensors", "config.json"]'),
        entry(zh=""),
        entry(en=""),
        entry(zh="以 LoRA 训练。"),
        entry(en="lora (r=8)  on 2,000 poems"),
    ],
)
def test_what_was_done_around_the_words_changes_nothing(text: str, with_changelog: WithChangelog) -> None:
    assert 1 == len(list(CHECK.run(with_changelog(text))))


@pytest.mark.parametrize(
    "text",
    [
        entry(date="2026-12-01"),
        entry(files='["/config.json"]'),
        entry(en="LoRA (r=16) on 9,000 poems.", zh="以 LoRA（r=16）在九千首诗上微调。"),
    ],
)
def test_the_same_done_anew_is_an_entry_of_one_s_own(text: str, with_changelog: WithChangelog) -> None:
    assert [] == list(CHECK.run(with_changelog(text)))


def test_what_the_base_s_own_base_did_is_history_too(with_changelog: WithChangelog) -> None:
    [finding] = CHECK.run(with_changelog(entry(), deep=True))

    assert "to make poets/Old 0.9," in finding.message.en


def test_the_samples_are_told_apart(sample: Sample, gathered: Gathered) -> None:
    clean, faulty = (gathered(sample("inherited-modification", side)) for side in ("clean", "faulty"))

    assert [] == list(CHECK.run(clean))
    assert [3] == [finding.line for finding in CHECK.run(faulty)]
    assert ["model.safetensors"] == [finding.path for finding in unlisted_modification.CHECK.run(faulty)]


def test_the_page_shows_what_is_said(with_changelog: WithChangelog, page_shows: PageShows) -> None:
    page_shows(CHECK, with_changelog(entry()))
