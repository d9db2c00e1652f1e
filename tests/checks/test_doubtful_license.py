from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from hatch_oaml.checks.doubtful_license import CHECK
from hatch_oaml.findings import Finding
from hatch_oaml.statements import statements_of
from hatch_oaml.values.bilingual import Bilingual

if TYPE_CHECKING:
    from hatch_oaml.release import Release
    from tests.conftest import FileWith, Gathered, PageShows, ReleaseWith, Sample

MIT = "This model is released under the MIT License."


def with_card(release_with: ReleaseWith, file_with: FileWith, text: str, **more: object) -> Release:
    file = file_with("README.md", text, statements=statements_of("README.md", text.encode()))
    return release_with(files=[file], **more)  # type: ignore[arg-type]  # fields of a release


def test_another_license_of_the_whole_is_told_once_at_its_line(release_with: ReleaseWith, file_with: FileWith) -> None:
    expected = Finding(
        path="README.md",
        line=3,
        message=Bilingual(
            en="whoever reads this takes MIT License for the license of the whole, which is the OpenAtom Model License",
            zh="读者会将 MIT License 当作整个发布的许可证，而该许可证是开放原子模型许可证",
        ),
        fix=Bilingual(
            en="name the OpenAtom Model License there; say of what the other license is, and name that as `part`",
            zh="在此处写明开放原子模型许可证；并写明另一个许可证适用于哪些内容，将其列为 `part`",
        ),
    )
    release = with_card(release_with, file_with, f"# Lantern\n\n{MIT}\n\n{MIT}\n")

    assert [expected] == list(CHECK.run(release))


@pytest.mark.parametrize("license_id", ["MIT", "GPL-3.0-or-later", "GPL-3.0-only", "CC-BY-4.0", "MPL-2.0"])
def test_the_license_of_a_part_is_lawful(release_with: ReleaseWith, file_with: FileWith, license_id: str) -> None:
    names = {
        "GPL-3.0-or-later": "GNU General Public License v3.0",
        "GPL-3.0-only": "GPLv3",
        "CC-BY-4.0": "Creative Commons",
        "MPL-2.0": "Mozilla Public License 2.0",
    }
    text = MIT.replace("MIT License", names.get(license_id, "MIT License"))
    part = {"files": ["/data/*"], "license": license_id}

    assert 1 == len(list(CHECK.run(with_card(release_with, file_with, text))))
    assert [] == list(CHECK.run(with_card(release_with, file_with, text, config={"part": [part]})))


def test_ours_and_none_are_lawful(release_with: ReleaseWith, file_with: FileWith) -> None:
    text = "# Lantern\n\nThis model is released under the OpenAtom Model License.\n\n## License\n\nSee LICENSE.\n"

    assert [] == list(CHECK.run(with_card(release_with, file_with, text)))


def test_the_samples_are_told_apart_as_the_page_shows(
    gathered: Gathered, sample: Sample, page_shows: PageShows
) -> None:
    assert [] == list(CHECK.run(gathered(sample(CHECK.name, "clean"))))
    page_shows(CHECK, gathered(sample(CHECK.name, "faulty")))
