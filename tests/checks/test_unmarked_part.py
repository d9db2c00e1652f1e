from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from hatch_oaml.checks import page
from hatch_oaml.checks.unmarked_part import CHECK
from hatch_oaml.notices import extract
from hatch_oaml.statements import statements_of
from hatch_oaml.terms.annotations import read_annotations
from hatch_oaml.terms.known import read_license_text
from hatch_oaml.terms.own_terms import own_terms
from hatch_oaml.values.legal_names import holds_license
from hatch_oaml.values.paths import archive_path
from tests.conftest import LICENSE, LICENSE_ID, _file
from tests.terms.texts import MIT, OWN

if TYPE_CHECKING:
    from hatch_oaml.findings import Finding
    from hatch_oaml.records.inventory import ReleaseFile
    from tests.conftest import BaseWith, Gathered, PageShows, ReleaseWith, Sample


def file(path: str, data: str | bytes) -> ReleaseFile:
    content = data.encode() if isinstance(data, str) else data
    text = read_license_text(content) if holds_license(path) else None
    notices = extract(archive_path(path), content).notices
    annotations = read_annotations(path, content)
    said = own_terms(path, content)
    return _file(path, content, notices=notices, license_text=text, annotations=annotations, statements=said)


def findings(
    release_with: ReleaseWith, *files: ReleaseFile, parts: list[dict[str, object]] | None = None
) -> list[Finding]:
    return list(CHECK.run(release_with(files=files, config={"part": parts} if parts else None)))


GPL = "# SPDX-License-Identifier: GPL-3.0-only\nx = 1\n"


def test_a_file_whose_tag_no_part_tells_is_told_with_the_table_to_paste(release_with: ReleaseWith) -> None:
    [finding] = findings(release_with, file("src/g.py", GPL))

    assert ("src/g.py", 1) == (finding.path, finding.line)
    assert finding.fix.en.endswith('    [[tool.oaml.part]]\n    files = ["/src/g.py"]\n    license = "GPL-3.0-only"')
    assert "`LICENSES/GPL-3.0-only.txt`" in finding.fix.en


def test_files_with_the_same_tag_are_told_together_by_their_paths(release_with: ReleaseWith) -> None:
    [finding] = findings(release_with, file("src/g.py", GPL), file("src/h.py", GPL))

    assert finding.message.en.endswith("recipients are told two licenses (`src/g.py`, `src/h.py`)")
    assert finding.message.zh.endswith("接收者会看到两个许可证（`src/g.py`、`src/h.py`）")


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("x = 1\n" * 100 + GPL, 101),
        (f"# SPDX-License-Identifier: {LICENSE_ID}\n" + "x = 1\n" * 100 + GPL, 102),
        (f"# SPDX-License-Identifier: {LICENSE_ID}\n# SPDX-SnippetBegin\n{GPL}# SPDX-SnippetEnd\n", 3),
    ],
)
def test_a_tag_further_down_or_of_a_snippet_is_told(release_with: ReleaseWith, text: str, line: int) -> None:
    [finding] = findings(release_with, file("a.py", text))

    assert line == finding.line
    assert 'license = "GPL-3.0-only"' in finding.fix.en
    part: dict[str, object] = {"files": ["a.py"], "license": f"{LICENSE_ID} AND GPL-3.0-only"}
    assert [] == findings(release_with, file("a.py", text), parts=[part])


def test_a_tag_in_a_document_s_comment_is_told_wherever_it_stands(release_with: ReleaseWith) -> None:
    text = "Loom.\n" * 100 + "<!-- SPDX-License-Identifier: MIT -->\n"

    assert [101] == [one.line for one in findings(release_with, file("a.md", text))]


APACHE = "# Licensed under the Apache License, Version 2.0\n"


def test_the_files_whose_headers_say_the_same_in_words_are_told_together(release_with: ReleaseWith) -> None:
    files = [file(f"lib/{number}.py", APACHE) for number in range(2000)]

    [finding] = findings(release_with, *files)

    assert ("lib/0.py", 1) == (finding.path, finding.line)
    assert (
        "the headers of `lib/0.py`, `lib/1.py`, `lib/10.py`, … say Apache-2.0, and no `part` does: recipients are told two licenses"
        == finding.message.en
    )
    assert 'license = "Apache-2.0"' in finding.fix.en
    part: dict[str, object] = {"files": ["/lib/**"], "license": "Apache-2.0"}
    assert [] == findings(release_with, *files, parts=[part])


@pytest.mark.parametrize(("license_id", "expected"), [(LICENSE_ID, 0), ("Apache-2.0", 2)])
def test_what_a_base_under_this_license_has_word_by_word_is_its_own_to_mark(
    release_with: ReleaseWith, base_with: BaseWith, license_id: str, expected: int
) -> None:
    files = [file("a.py", APACHE), file("g.py", GPL)]
    base = replace(base_with(*files), license=license_id)

    assert expected == len(list(CHECK.run(release_with(files=files, bases=[base]))))


@pytest.mark.parametrize(
    "other",
    [
        '[[annotations]]\npath = "a.py"\nSPDX-License-Identifier = "Apache-2.0"\n',
        "SPDX-License-Identifier: Apache-2.0\n",
    ],
)
def test_what_reuse_says_of_a_file_is_not_told_again_by_its_header(release_with: ReleaseWith, other: str) -> None:
    beside = file("REUSE.toml" if "annotations" in other else "a.py.license", other)

    assert [beside.path] == [one.path for one in findings(release_with, file("a.py", APACHE), beside)]


def test_the_files_of_one_expression_are_told_together(release_with: ReleaseWith) -> None:
    [one, two] = findings(
        release_with, file("a.py", GPL), file("b.py", GPL), file("c.py", "# SPDX-License-Identifier: MIT OR Zlib\n")
    )

    assert '    files = [\n        "/a.py",\n        "/b.py",\n    ]\n    license = "GPL-3.0-only"' in one.fix.en
    assert 'license = "MIT OR Zlib"' in two.fix.en


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("a.py", f"# SPDX-License-Identifier: {LICENSE_ID}\n"),
        ("a.py", f"# SPDX-License-Identifier: MIT AND {LICENSE_ID}\n"),
        ("a.py", "tag = 'SPDX-License-Identifier: MIT'\n"),
        ("a.py", "x = 1\n" * 100 + "tag = 'SPDX-License-Identifier: MIT'\n"),
        ("a.py", "x = 1\n" * 100 + 'text = """\n# SPDX-License-Identifier: MIT\n"""\n'),
        ("a.md", "Loom.\n" * 100 + "SPDX-License-Identifier: MIT\n"),
        ("a.py", "# REUSE-IgnoreStart\n# SPDX-License-Identifier: MIT\n# REUSE-IgnoreEnd\n"),
        ("a.py", 'x = """\n# Licensed under the Apache License, Version 2.0\n"""\n'),
        ("a.py", f"# SPDX-License-Identifier: {LICENSE_ID}\n# Licensed under the Apache License, Version 2.0\n"),
        ("train.jsonl", "# Licensed under the Apache License, Version 2.0\n"),
        ("train.jsonl", '{"text": "# SPDX-License-Identifier: MIT"}\n'),
        ("LICENSES/MIT.txt", f"SPDX-License-Identifier: MIT\n\n{MIT}"),
        ("docs/LICENSE", LICENSE),
        ("docs/license.md", "How the OpenAtom Model License, Version 1.0 is to be read, in our own words.\n"),
        ("docs/LICENSE", ""),
    ],
)
def test_this_license_quotations_and_texts_of_parts_are_nothing_to_tell(
    release_with: ReleaseWith, path: str, text: str
) -> None:
    assert [] == findings(release_with, file(path, text))


@pytest.mark.parametrize(("text", "license_id"), [(MIT, "MIT"), (OWN, "LicenseRef-foam")])
def test_a_folder_with_a_text_of_its_own_is_told(release_with: ReleaseWith, text: str, license_id: str) -> None:
    [finding] = findings(release_with, file("third_party/foam/COPYING", text), file("third_party/foam/a.py", "x"))

    assert "third_party/foam/COPYING" == finding.path
    assert f'    files = ["/third_party/foam/**"]\n    license = "{license_id}"' in finding.fix.en


@pytest.mark.parametrize("pattern", ["third_party/**", "*.py", "/third_party/foam/a.py", "third_party/foam/"])
def test_what_a_part_names_is_marked(release_with: ReleaseWith, pattern: str) -> None:
    files = [file("third_party/foam/LICENSE", OWN), file("third_party/foam/a.py", GPL)]

    assert [] == findings(release_with, *files, parts=[{"files": [pattern], "license": "LicenseRef-Foam"}])


def test_a_tag_beside_a_file_speaks_of_that_file(release_with: ReleaseWith) -> None:
    sidecar = file("a.png.license", "SPDX-License-Identifier: CC0-1.0\n")

    assert 1 == len(findings(release_with, sidecar))
    assert [] == findings(release_with, sidecar, parts=[{"files": ["a.png"], "license": "CC0-1.0"}])


@pytest.mark.parametrize("path", ["COPYING", "LICENSE.txt", "LICENSE-MIT", "license.md"])
def test_the_text_of_another_license_at_the_top_is_told(release_with: ReleaseWith, path: str) -> None:
    [finding] = findings(release_with, file(path, MIT))

    assert path == finding.path
    assert (
        f"`{path}` is the text of MIT, and no `part` is under it: recipients are told two licenses"
        == finding.message.en
    )


def test_a_text_at_the_top_of_what_is_said_elsewhere_is_nothing_to_tell(
    release_with: ReleaseWith, base_with: BaseWith
) -> None:
    copying = file("COPYING", MIT)
    parts: list[dict[str, object]] = [{"files": ["x/**"], "license": "MIT"}]

    assert [] == findings(release_with, copying, parts=parts)
    assert [] == findings(release_with, file("LICENSE", LICENSE), file("LICENSE.txt", OWN))
    assert [] == list(CHECK.run(release_with(files=[copying], bases=[base_with(copying)])))


def test_the_license_beside_a_font_is_one(release_with: ReleaseWith) -> None:
    assert ["fonts/OFL.txt"] == [finding.path for finding in findings(release_with, file("fonts/OFL.txt", OWN))]


def reuse(path: str, license_id: str, precedence: str = "closest") -> ReleaseFile:
    text = (
        f'version = 1\n\n[[annotations]]\npath = "{path}"\nprecedence = "{precedence}"\n'
        f'SPDX-License-Identifier = "{license_id}"\n'
    )
    return file("REUSE.toml", text)


PICTURES = file("art/a.png", b"\x89PNG"), file("art/sub/b.png", b"\x89PNG"), file("c.png", b"\x89PNG")


def test_an_annotation_counts_for_the_files_that_it_names(release_with: ReleaseWith) -> None:
    [finding] = findings(release_with, *PICTURES, reuse("art/**", "CC0-1.0"))

    assert ("REUSE.toml", 3) == (finding.path, finding.line)
    assert "`art/a.png`, `art/sub/b.png`, and no `part`" in finding.message.en
    assert finding.fix.en.endswith('    [[tool.oaml.part]]\n    files = ["/art/**"]\n    license = "CC0-1.0"')


def test_files_are_named_one_by_one_where_the_pattern_would_be_read_otherwise_in_a_part(
    release_with: ReleaseWith,
) -> None:
    [finding] = findings(release_with, *PICTURES, reuse("art/*", "CC0-1.0"))

    assert finding.fix.en.endswith('files = ["/art/a.png"]\n    license = "CC0-1.0"')


def test_a_pattern_that_no_part_could_have_is_told_by_its_files(release_with: ReleaseWith) -> None:
    [finding] = findings(release_with, *PICTURES, reuse("c.png\\\\", "CC0-1.0"))

    assert finding.fix.en.endswith('files = ["/c.png"]\n    license = "CC0-1.0"')


def test_a_paragraph_of_debian_counts_likewise(release_with: ReleaseWith) -> None:
    dep5 = file(".reuse/dep5", "Files: art/*\nCopyright: 2024 Foam Works\nLicense: CC0-1.0\n")

    [finding] = findings(release_with, *PICTURES, dep5)

    assert (".reuse/dep5", 1) == (finding.path, finding.line)
    assert '    files = ["/art/*"]\n    license = "CC0-1.0"' in finding.fix.en


def test_weights_and_data_can_be_annotated_and_texts_of_licenses_cannot(release_with: ReleaseWith) -> None:
    files = file("LICENSES/ISC.txt", "ISC"), file("NOTICE", "x"), file("lib/COPYING", ""), file("train.jsonl", "{}")

    [finding] = findings(release_with, *files, file("m.safetensors", b""), reuse("**", "ISC"))

    assert "ISC of `m.safetensors`, `train.jsonl`, and" in finding.message.en


@pytest.mark.parametrize("license_id", [LICENSE_ID, f"{LICENSE_ID} AND MIT"])
def test_an_annotation_with_this_license_is_nothing_to_tell(release_with: ReleaseWith, license_id: str) -> None:
    assert [] == findings(release_with, *PICTURES, reuse("**", license_id))


def test_an_annotation_of_what_a_part_names_is_marked(release_with: ReleaseWith) -> None:
    parts: list[dict[str, object]] = [{"files": ["/art/**"], "license": "CC0-1.0"}]

    assert [] == findings(release_with, *PICTURES, reuse("art/**", "CC0-1.0"), parts=parts)


@pytest.mark.parametrize(
    ("precedence", "own", "expected"),
    [
        ("closest", LICENSE_ID, []),
        ("aggregate", LICENSE_ID, ["CC0-1.0"]),
        ("override", LICENSE_ID, ["CC0-1.0"]),
        ("closest", "MIT", ["MIT"]),
        ("aggregate", "MIT", ["MIT", "CC0-1.0"]),
        ("aggregate", "CC0-1.0", ["CC0-1.0"]),
    ],
)
@pytest.mark.parametrize("suffix", ["", ".license"])
def test_an_annotation_that_is_only_closest_yields_to_the_file_s_own_tag(
    release_with: ReleaseWith, precedence: str, own: str, expected: list[str], suffix: str
) -> None:
    tagged = [file(f"a.css{suffix}", f"/* SPDX-License-Identifier: {own} */\n"), file("a.css", "a {}")][
        : 2 if suffix else 1
    ]

    found = findings(release_with, *tagged, reuse("a.css", "CC0-1.0", precedence))

    assert expected == [one.fix.en.partition('license = "')[2].rstrip('"') for one in found]


def test_the_samples_are_told_apart_as_the_page_shows(
    gathered: Gathered, sample: Sample, page_shows: PageShows
) -> None:
    assert [] == list(CHECK.run(gathered(sample(CHECK.name, "clean"))))
    page_shows(CHECK, gathered(sample(CHECK.name, "faulty")))


def test_the_page_shows_an_annotation_and_a_text(gathered: Gathered, sample: Sample) -> None:
    found = list(CHECK.run(gathered(sample(CHECK.name, "faulty"))))

    assert ["REUSE.toml", "third_party/foam/LICENSE"] == [finding.path for finding in found]
    assert all(f"  {finding.message.zh}\n" in page(CHECK.name) for finding in found)
    assert all(f"  {finding.message.en}\n" in page(CHECK.name) for finding in found)


def stating(path: str, text: str) -> ReleaseFile:
    return _file(path, text.encode(), statements=statements_of(path, text.encode()))


@pytest.mark.parametrize(
    ("path", "text", "expected"),
    [
        ("web/package.json", '{"name": "web", "license": "MIT"}', "MIT"),
        ("rs/Cargo.toml", '[package]\nlicense = "MIT OR Apache-2.0"\n', "MIT OR Apache-2.0"),
        ("py/pyproject.toml", '[project]\nname = "x"\nlicense = {text = "ISC"}\n', "ISC"),
        ("py/setup.py", 'setup(name="x", license="MIT")\n', "MIT"),
        ("py/setup.cfg", "[metadata]\nlicense = Apache License 2.0\n", "Apache-2.0"),
        ("php/composer.json", '{"license": ["MIT"]}', "MIT"),
        ("net/loom.nuspec", '<package><license type="expression">MIT</license></package>', "MIT"),
        (
            "java/pom.xml",
            "<project><licenses>\n<license>\n<name>Apache License, Version 2.0</name></license></licenses></project>",
            "Apache-2.0",
        ),
        ("r/DESCRIPTION", "Package: loom\nLicense: GPL (>= 3)\n", "GPL-3.0-or-later"),
        ("sub/CITATION.cff", "license: MIT\n", "MIT"),
        ("data/README.md", "---\nlicense: cc-by-4.0\n---\n# Data\n", "CC-BY-4.0"),
        ("data/dataset_infos.json", '{"default": {"license": "cc-by-sa-4.0"}}', "CC-BY-SA-4.0"),
        ("data/croissant.json", '{"license": "https://spdx.org/licenses/ODbL-1.0"}', "ODbL-1.0"),
        ("data/datapackage.json", '{"licenses": [{"name": "CC0-1.0"}]}', "CC0-1.0"),
        ("lora/README.md", "---\nlicense: other\nlicense_name: llama3\n---\n", "LicenseRef-llama3"),
    ],
)
def test_what_a_file_below_the_top_says_of_its_folder_is_told(
    release_with: ReleaseWith, path: str, text: str, expected: str
) -> None:
    folder = path.partition("/")[0]
    files = [stating(path, text), file(f"{folder}/x.bin", b"\0")]

    [finding] = findings(release_with, *files)

    assert finding.fix.en.endswith(f'    files = ["/{folder}/**"]\n    license = "{expected}"')
    assert [] == findings(release_with, *files, parts=[{"files": [f"{folder}/x.bin"], "license": "MIT"}])


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("web/package.json", '{"license": "SEE LICENSE IN ../LICENSE"}'),
        ("web/package.json", f'{{"license": "{LICENSE_ID}"}}'),
        ("net/loom.nuspec", '<package><license type="file">LICENSE</license></package>'),
        ("data/README.md", "---\nlicense: other\nlicense_name: openatom-model-license-1.0\n---\n"),
        ("data/README.md", "---\nlicense: other\n---\n"),
        ("py/pyproject.toml", '[project]\nlicense = {file = "LICENSE"}\n'),
        ("rs/Cargo.toml", "[package]\nlicense.workspace = true\n"),
        ("data/rows.json", '{"license": "MIT"}'),
    ],
)
def test_a_folder_of_which_ours_or_none_is_said_is_nothing_to_tell(
    release_with: ReleaseWith, path: str, text: str
) -> None:
    assert [] == findings(release_with, stating(path, text))


def test_the_folders_of_one_license_are_told_together(release_with: ReleaseWith) -> None:
    files = [stating(f"node_modules/{number}/package.json", '{"license": "MIT"}') for number in range(2000)]

    assert 1 == len(findings(release_with, *files))
