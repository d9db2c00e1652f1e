from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from hatch_oaml.checks.unlicensed_part import CHECK
from hatch_oaml.findings import Finding
from hatch_oaml.values.bilingual import Bilingual

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.conftest import FileWith, Gathered, PageShows, ReleaseWith, Sample

    Findings = Callable[..., list[Finding]]


@pytest.fixture
def findings(release_with: ReleaseWith, file_with: FileWith) -> Findings:
    """What the check says of one part under `license`, in a release that holds `texts` and `third_party/beam.py`."""

    def run(license: str, *texts: str, files: str = "third_party/**") -> list[Finding]:  # noqa: A002 - the table's key
        release = release_with(
            files=[file_with(path) for path in ("third_party/beam.py", *texts)],
            config={"part": [{"files": [files], "license": license}]},
        )
        return list(CHECK.run(release))

    return run


def lacking(findings: list[Finding]) -> list[str]:
    return [finding.message.en.rpartition(" has no ")[2] for finding in findings]


def test_a_part_without_its_license_s_text_is_refused(findings: Findings) -> None:
    expected = Finding(
        path="pyproject.toml",
        message=Bilingual(
            en="`tool.oaml.part[1]`: the part is under MIT, but the release has no `LICENSES/MIT.txt`",
            zh="`tool.oaml.part[1]`：该部分以 MIT 许可，但本发布中没有 `LICENSES/MIT.txt`",
        ),
        fix=Bilingual(en="run `uvx reuse download MIT`", zh="运行 `uvx reuse download MIT`"),
    )
    assert [expected] == findings("MIT")


def test_the_text_of_a_license_that_is_on_no_list_comes_from_its_origin(findings: Findings) -> None:
    [finding] = findings("LicenseRef-Example")

    assert finding.fix == Bilingual(
        en="copy the license's text from where the part came from to `LICENSES/LicenseRef-Example.txt`",
        zh="将该许可证的文本从该部分的来源处复制到 `LICENSES/LicenseRef-Example.txt`",
    )


def test_every_license_and_exception_of_the_expression_needs_its_text(findings: Findings) -> None:
    found = findings("(MIT OR GPL-2.0-only WITH Classpath-exception-2.0) and BSD-2-Clause AND MIT", "LICENSES/MIT.txt")

    assert [
        "`LICENSES/GPL-2.0-only.txt`",
        "`LICENSES/Classpath-exception-2.0.txt`",
        "`LICENSES/BSD-2-Clause.txt`",
    ] == lacking(found)


@pytest.mark.parametrize("text", ["LICENSES/MIT.txt", "LICENSES/MIT.md", "LICENSES/MIT", "licenses/mit.txt"])
def test_the_text_may_have_either_suffix_or_none(findings: Findings, text: str) -> None:
    assert [] == findings("MIT", text)


def test_or_later_has_the_text_of_the_version(findings: Findings) -> None:
    assert [[], []] == [findings("EUPL-1.1+", "LICENSES/EUPL-1.1.txt"), findings("EUPL-1.1+", "LICENSES/EUPL-1.1+.txt")]


@pytest.mark.parametrize("text", ["MIT.txt", "docs/LICENSES/MIT.txt", "LICENSES/MIT-0.txt", "LICENSES/MIT.html"])
def test_a_text_elsewhere_or_of_another_license_does_not_count(findings: Findings, text: str) -> None:
    assert ["`LICENSES/MIT.txt`"] == lacking(findings("MIT", text))


@pytest.mark.parametrize(
    "license_id",
    [
        "LicenseRef-scancode-openatom-model-1.0",
        "LicenseRef-OpenAtom-Model-License-1.0",
        "LicenseRef-OpenAtom-Model-1.0",
        "licenseref-openatom-model-1.0",
    ],
)
def test_this_license_s_own_text_has_another_place(findings: Findings, license_id: str) -> None:
    assert [] == findings(f"{license_id} OR MIT", "LICENSES/MIT.txt")


def test_a_part_that_matches_no_file_is_refused(findings: Findings) -> None:
    expected = Finding(
        path="pyproject.toml",
        message=Bilingual(
            en="`tool.oaml.part[1]`: `vendored/**` matches no file of the release",
            zh="`tool.oaml.part[1]`：`vendored/**` 不匹配本发布中的任何文件",
        ),
        fix=Bilingual(
            en="correct its `files`, or delete the part if it is no longer released",
            zh="更正其中的 `files`；如果不再发布该部分，则将其删除",
        ),
    )
    assert [expected] == findings("MIT", "LICENSES/MIT.txt", files="vendored/**")


def test_a_release_without_parts_needs_no_other_texts(release_with: ReleaseWith) -> None:
    assert [] == list(CHECK.run(release_with()))


def test_the_samples_are_told_apart_as_the_page_shows(
    gathered: Gathered, sample: Sample, page_shows: PageShows
) -> None:
    assert [] == list(CHECK.run(gathered(sample(CHECK.name, "clean"))))
    page_shows(CHECK, gathered(sample(CHECK.name, "faulty")))
