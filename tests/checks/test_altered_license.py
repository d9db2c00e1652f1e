from __future__ import annotations

import html
import shutil
from typing import TYPE_CHECKING

import pytest

from hatch_oaml.checks.altered_license import CHECK
from hatch_oaml.findings import Finding
from hatch_oaml.license import CURRENT, canonical_text, compare_license
from hatch_oaml.license.canonical import segments
from hatch_oaml.terms.known import read_license_text
from hatch_oaml.values.bilingual import Bilingual
from tests.conftest import _file

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Gathered, PageShows, ReleaseWith, Sample

TEXT = canonical_text(CURRENT)
FIX = Bilingual(
    en="delete the file `LICENSE`, then run `hatch-oaml init`, which writes the published text; notices of your own go"
    " into `NOTICE` (clause 3.2)",
    zh="删除文件 `LICENSE`，然后运行 `hatch-oaml init`，由其写入发布的原文；自己的声明应写入 `NOTICE`（第 3.2 款）",
)
MOVE = Bilingual(
    en="move these words into `NOTICE`, the place for notices of your own (clause 3.2); delete the file `LICENSE`,"
    " then run `hatch-oaml init`, which writes the published text",
    zh="将这些文字移入 `NOTICE`，自己的声明应放在那里（第 3.2 款）；再删除文件 `LICENSE`，然后运行 `hatch-oaml init`，"
    "由其写入发布的原文",
)


def test_a_changed_word_is_told_with_clause_line_and_neighbours(release_with: ReleaseWith) -> None:
    copy = compare_license(TEXT.replace("2) You must retain", "2) You may retain").encode())

    diff = "\n\n    2) You [-must-] {+may+} retain all copyright,"
    expected = Finding(
        path="LICENSE",
        line=243,
        message=Bilingual(
            en=f"clause 3.1 2) (English) is not as published{diff}",
            zh=f"第 3.1 款第 2）项（英文文本）与发布的原文不符{diff}",
        ),
        fix=FIX,
    )
    assert list(CHECK.run(release_with(license=copy))) == [expected]


def test_a_missing_heading_is_told(release_with: ReleaseWith) -> None:
    [finding] = CHECK.run(release_with(license=compare_license(TEXT.replace("一、定义\n", "").encode())))

    assert finding.message == Bilingual(
        en="the heading of section 1 (Chinese) is missing\n\n    [-一、定义-]",
        zh="缺少第 1 部分的标题（中文文本）\n\n    [-一、定义-]",
    )


def test_a_clause_in_another_place_is_told(release_with: ReleaseWith) -> None:
    clause = next(
        TEXT[part.start : part.end] for part in segments(CURRENT) if (part.edition, part.clause) == ("en", "1.8")
    )
    moved = TEXT.replace(clause, "").replace("SectionⅡ", f"{clause}\n\nSectionⅡ")

    finding = next(CHECK.run(release_with(license=compare_license(moved.encode()))))

    assert finding.message.en.startswith(
        "clause 1.8 (English) stands in another place than in the license\n\n    [-1.8 “"
    )
    assert finding.message.zh.startswith("第 1.8 款（英文文本）不在原文中的位置\n\n    [-1.8 “")


@pytest.mark.parametrize(
    ("order", "message"),
    [
        (
            ("zh", "en"),
            Bilingual(
                en="all of the English text stands behind the Chinese; the license has them clause by clause",
                zh="英文文本整体排在中文文本之后；许可证原文是中英文逐款对照的",
            ),
        ),
        (
            ("en", "zh"),
            Bilingual(
                en="all of the Chinese text stands behind the English; the license has them clause by clause",
                zh="中文文本整体排在英文文本之后；许可证原文是中英文逐款对照的",
            ),
        ),
    ],
)
def test_languages_kept_apart_are_told_once(
    release_with: ReleaseWith, order: tuple[str, str], message: Bilingual
) -> None:
    text = "\n\n".join(
        TEXT[part.start : part.end] for edition in order for part in segments(CURRENT) if part.edition == edition
    )

    assert [finding.message for finding in CHECK.run(release_with(license=compare_license(text.encode())))] == [message]


def test_words_before_and_after_go_into_the_notice(release_with: ReleaseWith) -> None:
    copy = compare_license(f"Copyright 2025 X\n\n{TEXT}\nAll the best\n".encode())

    before, after = CHECK.run(release_with(license=copy))

    assert before == Finding(
        path="LICENSE",
        line=1,
        message=Bilingual(
            en="words that are not the license's stand before it\n\n    {+Copyright 2025 X+}",
            zh="许可证之前有不属于许可证的文字\n\n    {+Copyright 2025 X+}",
        ),
        fix=MOVE,
    )
    assert (after.line, after.fix) == (TEXT.count("\n") + 4, MOVE)
    assert after.message == Bilingual(
        en="words that are not the license's stand after it\n\n    {+All the best+}",
        zh="许可证之后有不属于许可证的文字\n\n    {+All the best+}",
    )


def test_after_twenty_places_the_rest_are_counted(release_with: ReleaseWith) -> None:
    copy = compare_license(TEXT.replace("License", "Licence").encode())
    places = len(copy.differences)
    assert places > 20

    findings = list(CHECK.run(release_with(license=copy)))

    assert len(findings) == 21
    assert findings[-1] == Finding(
        path="LICENSE",
        line=copy.differences[20].line,
        message=Bilingual(en=f"more such differences: {places - 20}", zh=f"此类差异还有 {places - 20} 处"),
        fix=FIX,
    )


def test_a_text_at_a_path_of_its_own_is_put_back_at_the_usual_one(release_with: ReleaseWith) -> None:
    copy = compare_license(TEXT.replace("prominent", "").encode())

    [finding] = CHECK.run(release_with(license=copy, config={"license": "legal/OAML.txt"}))

    assert finding.path == "legal/OAML.txt"
    assert finding.fix.en == (
        'delete the file `legal/OAML.txt`, then delete `license = "legal/OAML.txt"` from `[tool.oaml]` and run'
        " `hatch-oaml init`, which writes the published text to `LICENSE`; notices of your own go into `NOTICE`"
        " (clause 3.2)"
    )


@pytest.mark.parametrize("state", ["verbatim", "typographic", "partial", "missing", "no file"])
def test_only_an_altered_text_is_refused(release_with: ReleaseWith, state: str) -> None:
    chinese = "".join(TEXT[part.start : part.end] for part in segments(CURRENT) if part.edition == "zh")
    copies = {"verbatim": TEXT, "typographic": TEXT.replace("“", '"'), "partial": chinese, "missing": ""}
    copy = compare_license(copies[state].encode()) if state in copies else None
    assert copy is None or copy.state == state

    assert list(CHECK.run(release_with(license=copy))) == []


def test_a_hosted_service_may_not_alter_it_either(release_with: ReleaseWith) -> None:
    copy = compare_license(TEXT.replace("prominent", "").encode())

    release = release_with(license=copy, config={"profile": "hosted-service"})

    assert [ruling.check for ruling in CHECK.rulings(release)] == ["altered-license"]


@pytest.mark.parametrize("name", [f"{CURRENT.id}.txt", f"{CURRENT.synonyms[0].lower()}.txt", CURRENT.id])
def test_a_second_copy_is_the_published_text_too(release_with: ReleaseWith, name: str) -> None:
    for text, expected in (
        (TEXT, []),
        (TEXT.replace(" must ", " may "), [f"LICENSES/{name}"]),
        ("", [f"LICENSES/{name}"]),
    ):
        file = _file(f"LICENSES/{name}", text, license_text=read_license_text(text.encode()))

        assert expected == [finding.path for finding in CHECK.run(release_with(files=[file]))]


def test_a_copy_that_is_altered_is_refused_wherever_it_lies(release_with: ReleaseWith) -> None:
    files = [
        _file("docs/LICENSE.md", TEXT, license_text=read_license_text(TEXT.encode()), alters_license=True),
        _file("COPYING", TEXT),
    ]

    [finding] = CHECK.run(release_with(files=files))

    assert finding.path == "docs/LICENSE.md"
    assert finding.message.en.startswith("by its words this is the license once more")


def test_a_copy_that_is_altered_is_found_in_a_tree(gathered: Gathered, sample: Sample, tmp_path: Path) -> None:
    root = tmp_path / "project"
    shutil.copytree(sample(CHECK.name, "clean"), root)
    texts = {
        "LICENSE.md": TEXT.replace("must retain", "may retain"),
        "docs/COPYING": TEXT[: len(TEXT) // 2],
        "OpenAtom-Model-1.0.txt": TEXT.replace("must retain", "may retain"),
        "docs/OpenAtom-License.html": f"<pre>{html.escape(TEXT.replace('must retain', 'may retain'))}</pre>",
        "LICENSE.txt": TEXT,
        "LICENSE_excerpt.txt": TEXT[: len(TEXT) // 2],
        "guide.md": "The license says: 2) You must retain all copyright, patent and trademark notices.",
    }
    for path, text in texts.items():
        (root / path).parent.mkdir(exist_ok=True)
        (root / path).write_text(text, encoding="utf-8")

    assert ["LICENSE.md", "OpenAtom-Model-1.0.txt", "docs/COPYING", "docs/OpenAtom-License.html"] == [
        finding.path for finding in CHECK.run(gathered(root))
    ]


def test_the_text_itself_may_lie_there_and_others_are_no_copy_of_it(release_with: ReleaseWith) -> None:
    path = f"LICENSES/{CURRENT.id}.txt"
    altered = TEXT.replace("2) You must retain", "2) You may retain")
    files = [
        _file(path, altered, license_text=read_license_text(altered.encode())),
        _file("LICENSES/MIT.txt", "MIT", license_text=read_license_text(b"MIT")),
    ]

    [finding] = CHECK.run(
        release_with(files=files, license=compare_license(altered.encode()), config={"license": path})
    )

    assert (path, 243) == (finding.path, finding.line)


def test_it_refuses_in_the_name_of_its_clause() -> None:
    assert (CHECK.name, CHECK.severity, CHECK.clause) == ("altered-license", "error", "1.1")


def test_the_samples_are_told_apart_as_the_page_shows(
    gathered: Gathered, sample: Sample, page_shows: PageShows
) -> None:
    assert list(CHECK.run(gathered(sample(CHECK.name, "clean")))) == []
    page_shows(CHECK, gathered(sample(CHECK.name, "faulty")))
