from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from hatch_oaml.checks.silent_modification import CHECK, MOST
from hatch_oaml.records.publication import Publication
from tests.comparing import compared_trees

if TYPE_CHECKING:
    from hatch_oaml.release import Release
    from tests.conftest import BaseWith, FileWith, PageShows, ReleaseWith, Sample

PUBLICATION = Publication(name="release")


def _compared(release: Release) -> Release:
    return replace(release, publication=PUBLICATION)


def test_weights_are_told_of_in_one_line_however_many_they_are(
    release_with: ReleaseWith, base_with: BaseWith, file_with: FileWith
) -> None:
    names = [f"model-{number}.safetensors" for number in range(40)]
    base = base_with(*(file_with(name, "old") for name in names))

    release = _compared(release_with(files=[file_with(name, f"new {name}") for name in names], bases=[base]))

    [finding] = CHECK.run(release)
    assert "40 model files are not as the base has them: nothing in the release tells of that" in finding.message.en
    assert "40 个模型文件与基础模型中的不同" in finding.message.zh


def test_of_many_other_files_the_first_are_told_one_by_one_and_the_rest_together(
    release_with: ReleaseWith, base_with: BaseWith, file_with: FileWith
) -> None:
    names = [f"chat{number:03}.py" for number in range(MOST + 2)]
    base = base_with(*(file_with(name, "old") for name in names))

    found = list(CHECK.run(_compared(release_with(files=[file_with(name, "new") for name in names], bases=[base]))))

    assert names[: MOST + 1] == [finding.path for finding in found]
    assert found[-1].message.en.startswith("2 more files that were modified")
    assert "chat020.py" in found[-1].fix.zh


def test_weights_of_another_kind_are_another_line(
    release_with: ReleaseWith, base_with: BaseWith, file_with: FileWith
) -> None:
    base = base_with(file_with("model.safetensors", "old"))
    files = [file_with("model.safetensors", "new"), file_with("model.q4.gguf", "quantized")]

    found = list(CHECK.run(_compared(release_with(files=files, bases=[base]))))

    assert ["model.safetensors", "model.q4.gguf"] == [finding.path for finding in found]
    assert "1 model file that no base has: nothing in the release tells how it came about" in found[1].message.en


def test_an_entry_of_the_changelog_tells(release_with: ReleaseWith, base_with: BaseWith, file_with: FileWith) -> None:
    base = base_with(file_with("chat.py", "old"), file_with("demo.py", "old"))
    changes = (
        'format = 1\n[[change]]\nfiles = ["chat.py"]\nrelation = "modified"\nhow.en = "Trims."\ndate = 2026-11-01\n'
    )
    files = [file_with("chat.py", "new"), file_with("demo.py", "new")]

    found = CHECK.run(_compared(release_with(files=files, bases=[base], modifications=changes)))

    assert ["demo.py"] == [finding.path for finding in found]


def test_new_complementary_material_needs_no_word(
    release_with: ReleaseWith, base_with: BaseWith, file_with: FileWith
) -> None:
    base = base_with(file_with("chat.py", "old"))

    assert [] == list(
        CHECK.run(_compared(release_with(files=[file_with("new.py"), file_with("chat.py", "old")], bases=[base])))
    )


def test_a_project_is_not_asked(release_with: ReleaseWith, base_with: BaseWith, file_with: FileWith) -> None:
    release = release_with(files=[file_with("chat.py", "new")], bases=[base_with(file_with("chat.py", "old"))])

    assert [] == list(CHECK.rulings(release))


def test_the_samples_are_told_apart_as_the_page_shows(sample: Sample, page_shows: PageShows) -> None:
    clean, faulty = (
        compared_trees(sample(CHECK.name, side) / "release", sample(CHECK.name, side) / "base")
        for side in ("clean", "faulty")
    )

    assert [] == list(CHECK.run(clean))
    page_shows(CHECK, faulty)
