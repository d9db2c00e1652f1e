"""The report as Markdown: a table and folded details, whose structure no word of a stranger changes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from markdown_it import MarkdownIt

from hatch_oaml.findings import ADVISORY, ERROR, Finding, Report, Ruling, Unread
from hatch_oaml.records.integrity import Integrity
from hatch_oaml.reports.markdown import LARGEST, render_markdown, render_markdown_of_archives
from hatch_oaml.values.bilingual import LANGUAGES, Bilingual
from hatch_oaml.values.errors import ConfigurationError, SourceError
from tests.poison import POISON, acts
from tests.shipping import LANTERN, recorded, shipped

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from markdown_it.token import Token

    from tests.conftest import ReleaseWith

GONE = Bilingual(en="a notice | is gone:\n\n    Copyright", zh="声明缺失：\n\n    Copyright")
MEND = Bilingual(en="put it back", zh="请恢复")
PAGE = "https://github.com/hatch-oaml/hatch-oaml/blob/main/hatch_oaml/checks/dropped_notice.md"
DROPPED = Ruling(
    check="dropped-notice",
    clause="3.1 2)",
    severity=ERROR,
    finding=Finding(path="a|b.py", line=2, message=GONE, fix=MEND),
)


def ruling_of(text: str) -> Ruling:
    said = Bilingual(en=text, zh=text)
    return Ruling(
        check="unclassified-file",
        clause="",
        severity=ADVISORY,
        finding=Finding(path=text, message=said, fix=said),
    )


def tokens_of(document: str) -> list[Token]:
    return MarkdownIt("gfm-like", {"linkify": False}).parse(document)


def structure(document: str) -> Iterator[tuple[str, str, list[str]]]:
    """Everything but the words."""
    for token in tokens_of(document):
        children = [child.type for child in token.children or [] if child.type not in {"text", "text_special"}]
        yield token.type, token.tag, children


def test_a_whole_report_is_the_verdict_a_table_and_what_is_folded(release_with: ReleaseWith) -> None:
    expected = f"""\
## example\\_model 1.0 refused: 1 error, 0 advisories; 3 files, 0 bases, license verbatim

| | severity | check | where | what was seen |
| --- | --- | --- | --- | --- |
| 1 | error | [dropped-notice]({PAGE}) (clause 3.1 2)) | `a\\|b.py:2` | a notice \\| is gone: |

<details><summary>1 dropped-notice</summary>

`a|b.py:2`

```text
a notice | is gone:

    Copyright
```

fix:

```text
put it back
```

</details>

No software can check clause 3.1 4): lawful use is the publisher's own responsibility."""

    told = render_markdown(Report.of(release_with(), [DROPPED]), "en")

    assert expected.replace("example\\_model", "example_model") == told


def test_it_speaks_chinese_where_that_is_asked_for(release_with: ReleaseWith) -> None:
    told = render_markdown(Report.of(release_with(), [DROPPED]), "zh")

    assert "| | 级别 | 检查 | 位置 | 所见 |" in told
    assert f"| 1 | 错误 | [dropped-notice]({PAGE})（第 3.1 款第 2）项） | `a\\|b.py:2` | 声明缺失： |" in told
    assert "修复：\n\n```text\n请恢复\n```" in told


def test_a_release_of_which_nothing_is_to_be_told_has_no_table(release_with: ReleaseWith) -> None:
    told = render_markdown(Report.of(release_with(), []), "en")

    assert told.startswith("## example_model 1.0 may be released: ")
    assert "|" not in told
    assert "<" not in told


WORDS = (
    POISON,
    "::error::kelp",
    "</details><script>kelp</script>",
    "<!-- kelp",
    "a | b || c",
    "```\n````\n# kelp",
    "[kelp](https://example.org) ![kelp](x)",
    "x\n\n## kelp\n\n| a |\n| - |",
    "~~~~\n**kelp** _kelp_ `kelp`",
    "##[error]kelp",
    "\ud800 \udcff",
)


@pytest.mark.parametrize("words", WORDS)
def test_no_text_of_a_stranger_changes_the_structure_of_the_document(release_with: ReleaseWith, words: str) -> None:
    def document(text: str) -> str:
        release = release_with(integrity=Integrity(archive=text, has_manifest=True))
        unread = Unread(archive=text, error=SourceError(Bilingual(en=text, zh=text)))
        return render_markdown_of_archives([Report.of(release, [ruling_of(text)]), unread], "en")

    told = document(words)

    assert list(structure(document("plain"))) == list(structure(told))
    assert [] == acts(told)
    assert told.encode()


def test_an_archive_that_could_not_be_read_has_a_section_among_the_others(release_with: ReleaseWith) -> None:
    good = Report.of(release_with(integrity=Integrity(archive="a.oaml.tar", has_manifest=True)), [])
    wrong = ConfigurationError(Bilingual(en="write this", zh="请写入"), below="[tool.oaml]\noriginal = true")

    told = render_markdown_of_archives([good, Unread(archive="b.oaml.tar", error=wrong), good], "en")

    assert "\n## b.oaml.tar could not be judged\n\n```text\nwrite this\n[tool.oaml]\noriginal = true\n```\n" in told
    assert 2 == told.count("## a.oaml.tar agrees with its own manifest; no fault found in what was checked")
    assert "## b.oaml.tar 无法判断\n\n```text\n请写入\n" in render_markdown_of_archives(
        [Unread(archive="b.oaml.tar", error=wrong)], "zh"
    )


def test_what_holds_by_the_publisher_s_word_is_told_and_its_reasons_are_folded(release_with: ReleaseWith) -> None:
    waiver = {"notice": "Ostrava Loom", "base": LANTERN, "reason": "The demo's weaving code was removed."}
    release = release_with(
        files=[shipped("demo.py", "x")],
        bases=[recorded({"demo.py": "# Copyright 2023 Ostrava Loom\n"})],
        config={"waiver": [waiver], "own-bases": ["a/b"], "profile": "hosted-service"},
    )

    told = render_markdown(Report.of(release, []), "en")

    outside, _, folded = told.partition("<details>")
    assert "profile hosted-service" in outside
    assert "holds all rights in a/b" in outside
    assert "left out by the publisher's own word" in outside
    assert "The demo's weaving code was removed." in folded.partition("</details>")[0]


def _many(count: int, text: str) -> Sequence[Ruling]:
    return [ruling_of(f"{number:06} {text}") for number in range(count)]


@pytest.mark.parametrize(("count", "text"), [(5000, "kelp"), (50, "kelp\n" * 20_000), (1, "`" * 1_000_000)])
@pytest.mark.parametrize("archives", [1, 3])
def test_a_summary_is_never_larger_than_github_shows_and_says_what_it_leaves_out(
    release_with: ReleaseWith, count: int, text: str, archives: int
) -> None:
    release = release_with(integrity=Integrity(archive="a.oaml.tar", has_manifest=True))
    report = Report.of(release, _many(count, text))

    for language in LANGUAGES:
        told = render_markdown_of_archives([report] * archives, language)
        sections = told.split("\n## ")
        assert len(told.encode()) < LARGEST
        assert archives == len(sections)
        for section in sections:
            left = count - min(section.count("<details>"), section.count("\n| ") - 2)
            assert left > 0
            assert {"en": f"for want of room: {left}.", "zh": f"条数：{left}。"}[language] in section
