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
            en="name the OpenAtom Model License there, or leave it out; say of what the other license is, and name that as `part`",
            zh="在此处写明开放原子模型许可证，或删除该说法；并写明另一个许可证适用于哪些内容，将其列为 `part`",
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


def test_a_limit_on_the_whole_is_told_with_the_clause_that_grants_it(
    release_with: ReleaseWith, file_with: FileWith
) -> None:
    (finding,) = CHECK.run(with_card(release_with, file_with, "# Lantern\n\n本模型仅供学术研究使用，禁止商用。\n"))

    assert 3 == finding.line
    assert "“禁止商用” reads as a limit on the whole, which clause 2.1 grants" in finding.message.en
    assert "“禁止商用”读来像是对整个发布的限制，而第 2.1 款" in finding.message.zh
    assert "(clause 3.2)" in finding.fix.en


@pytest.mark.parametrize(("license_id", "expected"), [("CC-BY-NC-4.0", 0), ("LicenseRef-Loom", 0), ("MIT", 1)])
def test_a_limit_may_be_that_of_a_part_whose_terms_have_one(
    release_with: ReleaseWith, file_with: FileWith, license_id: str, expected: int
) -> None:
    part = {"files": ["/data/*"], "license": license_id}
    release = with_card(release_with, file_with, "No commercial use.", config={"part": [part]})

    assert expected == len(list(CHECK.run(release)))


@pytest.mark.parametrize(
    ("text", "expected"), [('{"license": "MIT"}', 1), ('{"license": "OpenAtom Model License 1.0"}', 0)]
)
def test_a_field_for_the_license_is_told_unless_it_names_ours(
    release_with: ReleaseWith, file_with: FileWith, text: str, expected: int
) -> None:
    file = file_with("config.json", text, statements=statements_of("config.json", text.encode()))

    assert expected == len(list(CHECK.run(release_with(files=[file]))))


@pytest.mark.parametrize(
    ("path", "front", "expected"),
    [
        ("MODEL_CARD.md", "license: mit", 1),
        ("CARD.md", "license: mit", 1),
        ("MODEL_CARD.md", "license: other", 0),
        ("MODEL_CARD.md", "license: other\nlicense_name: openatom-model-license-1.0", 0),
        ("README.md", "license: mit", 0),
        ("docs/MODEL_CARD.md", "license: mit", 0),
    ],
)
def test_the_front_matter_of_a_card_that_no_hub_shows_is_told(
    release_with: ReleaseWith, file_with: FileWith, path: str, front: str, expected: int
) -> None:
    text = f"---\n{front}\n---\n# Lantern\n"
    file = file_with(path, text, statements=statements_of(path, text.encode()))

    assert expected == len(list(CHECK.run(release_with(files=[file]))))


def test_ours_and_none_are_lawful(release_with: ReleaseWith, file_with: FileWith) -> None:
    text = "# Lantern\n\nThis model is released under the OpenAtom Model License.\n\n## License\n\nSee LICENSE.\n"

    assert [] == list(CHECK.run(with_card(release_with, file_with, text)))


def test_the_samples_are_told_apart_as_the_page_shows(
    gathered: Gathered, sample: Sample, page_shows: PageShows
) -> None:
    assert [] == list(CHECK.run(gathered(sample(CHECK.name, "clean"))))
    page_shows(CHECK, gathered(sample(CHECK.name, "faulty")))
