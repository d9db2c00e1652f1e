from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from hatch_oaml.checks.unlicensed_part import CHECK
from hatch_oaml.findings import Finding
from hatch_oaml.notices import extract
from hatch_oaml.terms.known import read_license_text
from hatch_oaml.values.bilingual import Bilingual
from hatch_oaml.values.legal_names import holds_license
from hatch_oaml.values.paths import archive_path
from tests.conftest import LICENSE, LICENSE_ID, _base, _file
from tests.terms.texts import APACHE, BSD_2, BSD_3, GRANT, ISC, MIT, OWN, ZERO

if TYPE_CHECKING:
    from collections.abc import Callable

    from hatch_oaml.records.inventory import ReleaseFile
    from tests.conftest import Gathered, PageShows, ReleaseWith, Sample

    Findings = Callable[..., list[Finding]]

BEAM = "third_party/beam.py"


def file(path: str, data: str | bytes) -> ReleaseFile:
    content = data.encode() if isinstance(data, str) else data
    text = read_license_text(content) if holds_license(path) else None
    notices = extract(archive_path(path), content).notices
    return _file(path, content, notices=notices, license_text=text)


@pytest.fixture
def findings(release_with: ReleaseWith) -> Findings:
    """What the check says of one part under `license`, in a release that holds `texts` and `third_party/beam.py`."""

    def run(
        license: str,  # noqa: A002  # the table's key
        texts: dict[str, str | bytes] | None = None,
        files: str = "third_party/**",
        beam: str = "x = 1\n",
    ) -> list[Finding]:
        release = release_with(
            files=[file(path, data) for path, data in {BEAM: beam, **(texts or {})}.items()],
            config={"part": [{"files": [files], "license": license}]},
        )
        return list(CHECK.run(release))

    return run


def taken_in(
    release_with: ReleaseWith, files: str, own: str = "LicenseRef-Own", base_license: str = LICENSE_ID
) -> list[str]:
    """What the check says that a part of `files` takes in, in a release of one old and one new file of weights."""
    contents: dict[str, str | bytes] = {"LICENSE": LICENSE, "a.py": "x = 1\n", "LICENSES/LicenseRef-Own.txt": OWN}
    weights = [_file(path, path[:3], role="model") for path in ("old.safetensors", "new.safetensors")]
    release = release_with(
        files=[*weights, *(file(path, data) for path, data in contents.items())],
        bases=[_base(_file("model.safetensors", "old"), _file("a.py", "x = 1\n"), license=base_license)],
        config={"part": [{"files": [files], "license": own}]},
    )
    return [finding.message.en for finding in CHECK.run(release)]


def test_weights_that_the_base_has_are_not_the_publishers_to_license(release_with: ReleaseWith) -> None:
    expected = (
        "`tool.oaml.part[1]` takes in `old.safetensors`, which the base has as it is:"
        " clause 3.2 lets you choose other terms for your own modifications alone"
    )

    assert [expected] == taken_in(release_with, "*.safetensors")
    assert [] == taken_in(release_with, "new.safetensors")
    assert [] == taken_in(release_with, "a.py")  # others' code may be under their own terms
    assert [] == taken_in(release_with, "*.safetensors", base_license="Apache-2.0")
    assert [] == taken_in(release_with, "*", own=LICENSE_ID)


def test_the_license_of_the_whole_is_no_part(release_with: ReleaseWith) -> None:
    expected = "`tool.oaml.part[1]` takes in `LICENSE`, which is the license of the whole and no part of it"

    assert [expected] == taken_in(release_with, "/LICENSE")
    assert 2 == len(taken_in(release_with, "*"))


def said(findings: list[Finding]) -> list[str]:
    return [finding.message.en.partition(", but ")[2] for finding in findings]


def test_a_part_without_its_license_s_text_is_refused(findings: Findings) -> None:
    expected = Finding(
        path="pyproject.toml",
        message=Bilingual(
            en="`tool.oaml.part[1]`: the part is under MIT, but the release has no `LICENSES/MIT.txt`, and no license text"
            " lies in the part itself",
            zh="`tool.oaml.part[1]`：该部分以 MIT 许可，但本发布中没有 `LICENSES/MIT.txt`，该部分自身也没有许可证文本",
        ),
        fix=Bilingual(
            en="copy the license's text from where the part came from to `LICENSES/MIT.txt`, or into the part itself",
            zh="将该许可证的文本从该部分的来源处复制到 `LICENSES/MIT.txt`，或放入该部分自身",
        ),
    )
    assert [expected] == findings("MIT")


def test_the_line_by_which_version_control_keeps_the_text_out_is_named(release_with: ReleaseWith) -> None:
    part = {"files": ["third_party/**"], "license": "MIT"}
    [finding] = CHECK.run(
        release_with(files=[file(BEAM, "x = 1\n")], config={"part": [part]}, ignored=("LICENSES/\n",))
    )

    assert finding.fix.en.startswith(
        "take the line `LICENSES/` out of `.gitignore`: it keeps `LICENSES/MIT.txt` out of every release; then copy the license's text"
    )


def test_every_license_and_exception_of_the_expression_needs_its_text(findings: Findings) -> None:
    found = findings(
        "(MIT OR GPL-2.0-only WITH Classpath-exception-2.0) and BSD-2-Clause AND MIT", {"LICENSES/MIT.txt": MIT}
    )

    assert [
        f"the release has no `LICENSES/{name}.txt`, and no license text lies in the part itself"
        for name in ("GPL-2.0-only", "Classpath-exception-2.0", "BSD-2-Clause")
    ] == said(found)


@pytest.mark.parametrize("text", ["LICENSES/MIT.txt", "LICENSES/MIT.md", "LICENSES/MIT", "licenses/mit.txt"])
def test_the_text_may_have_either_suffix_or_none(findings: Findings, text: str) -> None:
    assert [] == findings("MIT", {text: MIT})


@pytest.mark.parametrize("text", ["third_party/LICENSE", "third_party/COPYING.txt", "third_party/sub/LICENSE-MIT"])
def test_the_text_may_lie_in_the_part_itself(findings: Findings, text: str) -> None:
    assert [] == findings("MIT", {text: MIT})
    assert [] == findings("LicenseRef-Foam", {text: OWN})


def test_the_text_may_lie_in_a_folder_around_the_part(findings: Findings) -> None:
    assert [] == findings("MIT", {"third_party/LICENSE": MIT}, files="third_party/*.py")


def test_or_later_has_the_text_of_the_version(findings: Findings) -> None:
    texts = ("LICENSES/GFDL-1.1.txt", "LICENSES/GFDL-1.1-or-later.txt", "LICENSES/gfdl-1.1-only.txt")

    assert [[], [], []] == [findings("GFDL-1.1-or-later", {text: OWN}) for text in texts]


@pytest.mark.parametrize("text", ["MIT.txt", "docs/LICENSES/MIT.txt", "LICENSES/MIT-0.txt", "LICENSE-MIT"])
def test_a_text_elsewhere_does_not_count(findings: Findings, text: str) -> None:
    assert 1 == len(findings("MIT", {text: MIT}))


@pytest.mark.parametrize("data", ["", "  \n", "MIT\n", "TODO"])
@pytest.mark.parametrize("path", ["LICENSES/MIT.txt", "third_party/LICENSE"])
def test_an_empty_text_is_none(findings: Findings, path: str, data: str) -> None:
    assert [f"`{path}` holds no text"] == said(findings("MIT", {path: data}))


@pytest.mark.parametrize(
    ("license_id", "data", "instead"),
    [
        ("Apache-2.0", LICENSE, ""),
        ("Apache-2.0", MIT, ", but that of MIT"),
        ("BSD-2-Clause", BSD_3, ", but that of BSD-3-Clause"),
        ("BSD-3-Clause", BSD_2, ", but that of BSD-2-Clause"),
        ("0BSD", ISC, ", but that of ISC"),
        ("MIT", OWN, ""),
        ("GPL-3.0-or-later", MIT, ", but that of MIT"),
        ("AAL", MIT, ", but that of MIT"),
        ("LicenseRef-Foam", LICENSE, ""),
    ],
)
def test_a_text_of_another_license_is_none(
    findings: Findings, license_id: str, data: str | bytes, instead: str
) -> None:
    path = f"LICENSES/{license_id}.txt"

    assert [f"`{path}` is not its text{instead}"] == said(findings(license_id, {path: data}))


@pytest.mark.parametrize(
    ("license_id", "data"),
    [
        ("Apache-2.0", APACHE),
        ("ISC", ISC),
        ("0BSD", ZERO),
        ("LicenseRef-Foam", MIT),
        ("LicenseRef-Foam", OWN),
        ("AAL", OWN),
    ],
)
def test_a_license_s_own_text_is_lawful_and_who_is_on_no_list_names_his_himself(
    findings: Findings, license_id: str, data: str
) -> None:
    assert [] == findings(license_id, {f"LICENSES/{license_id}.txt": data})


def test_a_license_that_wants_its_copyright_line_gets_it(findings: Findings) -> None:
    template = {"LICENSES/MIT.txt": f"MIT License\n\nCopyright (c) <year> <copyright holders>\n\n{GRANT}"}
    [finding] = findings("MIT", template)

    assert "LICENSES/MIT.txt" == finding.path
    assert finding.message.en.endswith("neither `LICENSES/MIT.txt` nor a file of the part has one")
    assert [] == findings("MIT", template, beam="# Copyright 2021 Foam Works\nx = 1\n")
    assert [] == findings(
        "MIT", {**template, "REUSE.toml": '[[annotations]]\nSPDX-FileCopyrightText = "2021 Foam Works"\n'}
    )
    assert [] == findings("MIT", {**template, f"{BEAM}.license": "SPDX-FileCopyrightText: 2021 Foam Works\n"})


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
    assert [] == findings(f"{license_id} OR MIT", {"LICENSES/MIT.txt": MIT})


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
    assert [expected] == findings("MIT", {"LICENSES/MIT.txt": MIT}, files="vendored/**")


def test_a_release_without_parts_needs_no_other_texts(release_with: ReleaseWith) -> None:
    assert [] == list(CHECK.run(release_with()))


def test_the_samples_are_told_apart_as_the_page_shows(
    gathered: Gathered, sample: Sample, page_shows: PageShows
) -> None:
    assert [] == list(CHECK.run(gathered(sample(CHECK.name, "clean"))))
    page_shows(CHECK, gathered(sample(CHECK.name, "faulty")))
