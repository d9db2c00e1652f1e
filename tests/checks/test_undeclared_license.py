from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from hatch_oaml.checks.undeclared_license import CHECK
from hatch_oaml.findings import Finding
from hatch_oaml.records.project import Project
from hatch_oaml.values.bilingual import Bilingual

if TYPE_CHECKING:
    from tests.conftest import BaseWith, FileWith, Gathered, PageShows, ReleaseWith, Sample

ID = "LicenseRef-scancode-openatom-model-1.0"


def project(expression: str = ID, files: tuple[str, ...] = ("LICENSE",)) -> Project:
    return Project(
        root="/project",
        name="example_model",
        version="1.0",
        import_name="example_model",
        license_expression=expression,
        license_files=files,
    )


def lines(expression: str) -> str:
    return f'\n\n    [project]\n    license = "{expression}"'


def test_a_project_without_an_expression_is_told_to_write_one(release_with: ReleaseWith) -> None:
    expected = Finding(
        path="pyproject.toml",
        message=Bilingual(
            en="`project.license` holds no SPDX expression, so the metadata do not name the license",
            zh="`project.license` 中没有 SPDX 表达式，元数据因而未指明许可证",
        ),
        fix=Bilingual(en=f"name the license{lines(ID)}", zh=f"写明许可证{lines(ID)}"),
    )

    assert list(CHECK.run(release_with(project=project("")))) == [expected]


@pytest.mark.parametrize(
    ("expression", "both"),
    [("Apache-2.0", f"Apache-2.0 AND {ID}"), ("MIT OR Apache-2.0", f"(MIT OR Apache-2.0) AND {ID}")],
)
def test_another_license_alone_does_not_name_this_one(release_with: ReleaseWith, expression: str, both: str) -> None:
    [finding] = CHECK.run(release_with(project=project(expression)))

    assert finding.message == Bilingual(
        en=f"`project.license` is `{expression}`, which does not name the license of this release",
        zh=f"`project.license` 为 `{expression}`，未包含本发布所适用的许可证",
    )
    assert finding.fix == Bilingual(
        en=f"name the license{lines(ID)}\n\nor, if parts of the release are under those terms, both{lines(both)}",
        zh=f"写明许可证{lines(ID)}\n\n如果发布中有部分内容适用上述其他条款，则两者都写{lines(both)}",
    )


@pytest.mark.parametrize("expression", [ID, "LicenseRef-OpenAtom-Model-1.0", f"Apache-2.0 AND {ID}"])
def test_the_id_or_a_synonym_among_others_is_enough(release_with: ReleaseWith, expression: str) -> None:
    assert list(CHECK.run(release_with(project=project(expression)))) == []


@pytest.mark.parametrize("expression", [f"MIT OR {ID}", f"{ID} or (MIT AND {ID})", f"(MIT OR {ID}) AND (Zlib OR ISC)"])
def test_a_derivative_leaves_recipients_no_other_choice(
    release_with: ReleaseWith, base_with: BaseWith, file_with: FileWith, expression: str
) -> None:
    derivative = release_with(bases=[base_with(file_with("a", "a"))], project=project(expression))
    told = [finding.message.en for finding in CHECK.run(derivative)]

    assert ["may choose another license" in message for message in told] == (
        [] if expression.startswith(f"{ID} or") else [True]
    )
    assert list(CHECK.run(release_with(project=project(expression)))) == []


def test_a_text_that_the_metadata_leave_out_is_told(release_with: ReleaseWith) -> None:
    expected = Finding(
        path="pyproject.toml",
        message=Bilingual(
            en="`project.license-files` leaves out `LICENSE`, so the metadata of wheel and sdist do not carry the"
            " license's text",
            zh="`project.license-files` 未包含 `LICENSE`，wheel 与 sdist 的元数据因而不带有许可证文本",
        ),
        fix=Bilingual(
            en='add the file\n\n    [project]\n    license-files = ["LICENSE", "NOTICE"]',
            zh='加入该文件\n\n    [project]\n    license-files = ["LICENSE", "NOTICE"]',
        ),
    )

    assert list(CHECK.run(release_with(project=project(files=("NOTICE",))))) == [expected]


def test_a_text_at_a_path_of_its_own_must_be_among_the_license_files(release_with: ReleaseWith) -> None:
    config = {"license": "legal/OAML.txt"}

    assert len(list(CHECK.run(release_with(config=config, project=project())))) == 1
    assert list(CHECK.run(release_with(config=config, project=project(files=("legal/OAML.txt",))))) == []


def test_a_folder_whose_name_hatchling_takes_for_a_pattern_is_named(
    release_with: ReleaseWith, file_with: FileWith
) -> None:
    brackets = replace(project(files=()), root="/my [x] model")
    text = file_with("LICENSE", source="/my [x] model/LICENSE")

    [finding] = CHECK.run(release_with(files=[text], project=brackets))

    assert finding.message.en.startswith("Hatchling finds no license file in `/my [x] model`")
    assert finding.fix.en.startswith("rename the folder")
    assert list(CHECK.run(release_with(project=replace(brackets, license_files=("LICENSE",))))) == []


def test_a_text_that_is_not_there_is_for_another_check(release_with: ReleaseWith) -> None:
    assert list(CHECK.run(release_with(license=None, project=project(files=())))) == []


def test_both_faults_are_told_at_once(release_with: ReleaseWith) -> None:
    assert len(list(CHECK.run(release_with(project=project("MIT", ()))))) == 2


def test_a_hosted_service_gives_no_copies(release_with: ReleaseWith) -> None:
    release = release_with(config={"profile": "hosted-service"}, project=project("MIT", ()))

    assert list(CHECK.rulings(release)) == []


def test_it_refuses_in_the_name_of_its_clause() -> None:
    assert (CHECK.name, CHECK.severity, CHECK.clause) == ("undeclared-license", "error", "3.1 1)")


def test_the_samples_are_told_apart_as_the_page_shows(
    gathered: Gathered, sample: Sample, page_shows: PageShows
) -> None:
    assert list(CHECK.run(gathered(sample(CHECK.name, "clean")))) == []
    page_shows(CHECK, gathered(sample(CHECK.name, "faulty")))
