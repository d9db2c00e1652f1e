from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from hatch_oaml.checks.bookkeeping_file import CHECK

if TYPE_CHECKING:
    from tests.conftest import FileWith, Gathered, PageShows, ReleaseWith, Sample


@pytest.mark.parametrize(
    ("path", "pattern"),
    [
        ("._model.safetensors", "._*"),
        ("docs/.DS_Store", ".DS_Store"),
        ("__MACOSX/a.md", "__MACOSX/"),
        ("Thumbs.db", "Thumbs.db"),
        ("data/desktop.ini", "desktop.ini"),
        ("demo/.ipynb_checkpoints/a.ipynb", ".ipynb_checkpoints/"),
        (".idea/workspace.xml", ".idea/"),
        (".vscode/settings.json", ".vscode/"),
        ("web/node_modules/x/index.js", "node_modules/"),
        (".cache/huggingface/download/config.json.metadata", ".cache/huggingface/"),
        (".mdl", "/.mdl"),
        (".msc", "/.msc"),
        (".mv", "/.mv"),
        ("._____temp/config.json", "._____temp/"),
        ("README.md~", "*~"),
        (".train.py.swp", "*.swp"),
    ],
)
def test_what_a_tool_keeps_for_itself_is_told_with_the_line_to_paste(
    release_with: ReleaseWith, file_with: FileWith, path: str, pattern: str
) -> None:
    [found] = CHECK.run(release_with(files=[file_with(path), file_with("README.md")]))

    assert path == found.path
    assert f'exclude = ["{pattern}"]' in found.fix.en
    assert f'exclude = ["{pattern}"]' in found.fix.zh


def test_many_of_a_kind_are_told_once(release_with: ReleaseWith, file_with: FileWith) -> None:
    [found] = CHECK.run(release_with(files=[file_with(f"{number}/.DS_Store") for number in range(9)]))

    assert "`0/.DS_Store`, `1/.DS_Store`, `2/.DS_Store`, …" in found.message.en


@pytest.mark.parametrize("path", ["README.md", "a/ideas/x.md", "cache/huggingface/x", "node_modules.md", "~notes.md"])
def test_other_files_are_left_alone(release_with: ReleaseWith, file_with: FileWith, path: str) -> None:
    assert [] == list(CHECK.run(release_with(files=[file_with(path)])))


def test_the_samples_are_told_apart_as_the_page_shows(
    gathered: Gathered, sample: Sample, page_shows: PageShows
) -> None:
    assert [] == list(CHECK.run(gathered(sample(CHECK.name, "clean"))))
    page_shows(CHECK, gathered(sample(CHECK.name, "faulty")))
