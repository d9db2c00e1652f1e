from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from hatch_oaml.checks.missing_license import CHECK
from hatch_oaml.findings import Finding
from hatch_oaml.license import CURRENT, canonical_text, compare_license
from hatch_oaml.values.bilingual import Bilingual
from hatch_oaml.values.digests import sha256_of

if TYPE_CHECKING:
    from tests.conftest import Gathered, PageShows, ReleaseWith, Sample

RUN = Bilingual(
    en="run `hatch-oaml init`, which writes the published text", zh="运行 `hatch-oaml init`，由其写入发布的原文"
)
PDF = b"%PDF-1.7 stands in for the published file"
PDF_COPY = compare_license(PDF, [replace(CURRENT, pdfs=frozenset({sha256_of(PDF)}))])


def test_a_release_without_the_text_is_refused(release_with: ReleaseWith) -> None:
    expected = Finding(
        path="LICENSE",
        message=Bilingual(
            en="the file is missing: every recipient must be given a copy of the license",
            zh="缺少该文件：必须向每一位接收者提供许可证副本",
        ),
        fix=RUN,
    )

    assert list(CHECK.run(release_with(license=None))) == [expected]


def test_a_pdf_elsewhere_is_recognised_and_does_not_replace_the_text(release_with: ReleaseWith) -> None:
    [finding] = CHECK.run(release_with(license=None, license_pdf="OpenAtom Model License.pdf"))

    assert finding.message == Bilingual(
        en="the file is missing: every recipient must be given a copy of the license; the published PDF was recognised"
        " at `OpenAtom Model License.pdf` and may stay, but the text is asked for",
        zh="缺少该文件：必须向每一位接收者提供许可证副本；已识别出位于 `OpenAtom Model License.pdf` 的官方 PDF，"
        "它可以保留，但仍须附上文本",
    )
    assert finding.fix == RUN


def test_the_pdf_in_the_texts_place_is_told_as_such(release_with: ReleaseWith) -> None:
    [finding] = CHECK.run(release_with(license=PDF_COPY))

    assert finding.message == Bilingual(
        en="this is the published PDF of the license, recognised by its digest; the text itself is still asked for, so"
        " that people can read it without a viewer and programs can compare it",
        zh="经摘要比对，该文件是许可证的官方 PDF；但仍须附上文本本身，以便不借助阅读器即可阅读，并可由程序比对",
    )
    assert finding.fix == Bilingual(
        en=f"rename the file to `LICENSE.pdf`, then {RUN.en}", zh=f"将该文件改名为 `LICENSE.pdf`，然后{RUN.zh}"
    )


def test_a_pdf_that_the_configuration_names_may_stay(release_with: ReleaseWith) -> None:
    [finding] = CHECK.run(release_with(license=PDF_COPY, config={"license": "OpenAtom Model License.pdf"}))

    assert finding.path == "OpenAtom Model License.pdf"
    assert finding.fix == Bilingual(
        en='keep the PDF if you like; delete `license = "OpenAtom Model License.pdf"` from `[tool.oaml]` and run'
        " `hatch-oaml init`, which writes the published text to `LICENSE`",
        zh='PDF 可以保留；从 `[tool.oaml]` 中删除 `license = "OpenAtom Model License.pdf"`，再运行 `hatch-oaml init`，'
        "由其将发布的原文写入 `LICENSE`",
    )


def test_another_license_in_its_place_is_refused_and_kept(release_with: ReleaseWith) -> None:
    [finding] = CHECK.run(release_with(license=compare_license(b"MIT License\n")))

    assert finding.message == Bilingual(
        en="this is not the license: none of its numbered clauses stands whole in the file",
        zh="该文件不是本许可证：其中没有任何一个编号条款是完整的",
    )
    assert finding.fix == Bilingual(
        en="move the file away (terms of a part go to `LICENSES/`, and into `[[tool.oaml.part]]`), then " + RUN.en,
        zh="将该文件移到别处（某一部分的许可条款应移入 `LICENSES/`，并在 `[[tool.oaml.part]]` 中声明），然后" + RUN.zh,
    )


def test_the_text_in_its_place_is_lawful(release_with: ReleaseWith) -> None:
    assert list(CHECK.run(release_with())) == []


def test_an_altered_text_is_not_missing(release_with: ReleaseWith) -> None:
    altered = compare_license(canonical_text(CURRENT).replace("must", "may").encode())
    assert altered.state == "altered"

    assert list(CHECK.run(release_with(license=altered))) == []


def test_a_hosted_service_needs_no_copy(release_with: ReleaseWith) -> None:
    assert list(CHECK.rulings(release_with(license=None, config={"profile": "hosted-service"}))) == []


def test_it_refuses_in_the_name_of_its_clause() -> None:
    assert (CHECK.name, CHECK.severity, CHECK.clause) == ("missing-license", "error", "3.1 1)")


def test_the_samples_are_told_apart_as_the_page_shows(
    gathered: Gathered, sample: Sample, page_shows: PageShows
) -> None:
    assert list(CHECK.run(gathered(sample(CHECK.name, "clean")))) == []
    page_shows(CHECK, gathered(sample(CHECK.name, "faulty")))
