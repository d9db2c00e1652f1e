from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from hatch_oaml.checks.sweeping_modification import CHECK
from tests.growing import grows_linearly

if TYPE_CHECKING:
    from hatch_oaml.release import Release
    from tests.conftest import BaseWith, FileWith, Gathered, PageShows, ReleaseWith, Sample

NAMES = ("LICENSE", "MODIFICATIONS.toml", "NOTICE", "README.md", "config.json", "demo/chat.py", "model.safetensors")


def entry(*files: str) -> str:
    lines = ", ".join(f'"{line}"' for line in files)
    return f'\n[[change]]\nfiles = [{lines}]\nrelation = "finetune"\nhow.en = "LoRA on dialogues."\ndate = 2026-11-01\n'


def swept(
    text: str, release_with: ReleaseWith, base_with: BaseWith, file_with: FileWith, names: tuple[str, ...] = NAMES
) -> Release:
    base = base_with(*(file_with(name, "old") for name in names))
    files = [file_with(name, "new") for name in names]
    return release_with(files=files, bases=[base], modifications=f"format = 1\n{text}")


@pytest.mark.parametrize(
    "files",
    [
        ["*"],
        ["**"],
        ["/*"],
        ["*", "!LICENSE"],
        ["README.md", "**/*"],
        ["NOTICE", "*.md", "*.json", "demo/", "*.safetensors"],
    ],
    ids=" ".join,
)
def test_an_entry_for_the_whole_release_is_told(
    files: list[str], release_with: ReleaseWith, base_with: BaseWith, file_with: FileWith
) -> None:
    [finding] = CHECK.run(swept(entry(*files), release_with, base_with, file_with))

    assert ("MODIFICATIONS.toml", 3) == (finding.path, finding.line)
    assert "stands for all of the 7 files of the release" in finding.message.en
    assert "涵盖本发布的全部 7 个文件" in finding.message.zh


@pytest.mark.parametrize("files", [["*.safetensors"], ["*.json", "*.md"], ["demo/**", "NOTICE"]], ids=" ".join)
def test_an_entry_for_a_kind_of_file_is_not(
    files: list[str], release_with: ReleaseWith, base_with: BaseWith, file_with: FileWith
) -> None:
    assert [] == list(CHECK.run(swept(entry(*files), release_with, base_with, file_with)))


def test_the_only_file_may_be_named(release_with: ReleaseWith, base_with: BaseWith, file_with: FileWith) -> None:
    names = ("LICENSE", "MODIFICATIONS.toml", "model.safetensors")

    assert [] == list(CHECK.run(swept(entry("model.safetensors"), release_with, base_with, file_with, names)))


def test_the_samples_are_told_apart_as_the_page_shows(
    gathered: Gathered, sample: Sample, page_shows: PageShows
) -> None:
    assert [] == list(CHECK.run(gathered(sample(CHECK.name, "clean"))))
    page_shows(CHECK, gathered(sample(CHECK.name, "faulty")))


def test_an_entry_for_each_of_many_files_costs_no_look_at_all_files(
    release_with: ReleaseWith, base_with: BaseWith, file_with: FileWith
) -> None:
    def check_of(count: int) -> None:
        files = [file_with(f"data/{number}.txt", str(number)) for number in range(count)]
        entries = "".join(
            f"[[change]]\nfiles = ['{file.path}']\nrelation = 'modified'\nhow.en = 'x'\ndate = 2026-11-01\n"
            for file in files
        )
        release = release_with(
            files=files, bases=[base_with(file_with("data/0.txt", "base"))], modifications=f"format = 1\n{entries}"
        )
        assert [] == list(CHECK.run(release))

    assert grows_linearly(check_of, 3000)
