"""Which files tell of changes by their names, and which lines of them do."""

from __future__ import annotations

import pytest

from hatch_oaml.telling.texts import manner_of, telling_lines


@pytest.mark.parametrize(
    "path",
    [
        *(
            "CHANGELOG.md",
            "CHANGELOG",
            "changelog.txt",
            "ChangeLog",
            "CHANGES.rst",
            "CHANGE_LOG.md",
            "HISTORY.rst",
            "NEWS",
        ),
        *("NEWS.adoc", "docs/release-notes.md", "RELEASE_NOTES.txt", "RELEASES.md", "WHATSNEW.md", "MODIFICATIONS.md"),
        *(
            "MODIFICATIONS",
            "CHANGELOG_zh.md",
            "CHANGELOG.zh-CN.md",
            "修改说明.md",
            "更新日志.txt",
            "变更记录",
            "UPDATES.md",
        ),
        *(
            "更新日誌.md",
            "修改說明.md",
            "變更記錄.md",
            "変更履歴.md",
            "変更点.txt",
            "ÄNDERUNGEN.md",
            "CHANGEMENTS.md",
            "HISTORIQUE.md",
        ),
        *(
            "CAMBIOS.md",
            "변경사항.md",
            "변경이력.md",
            "CHANGELOG.ja.md",
            "CHANGELOG_pt-BR.md",
            "MODIFIED",
            "Modifiche.md",
            "ALTERAÇÕES.md",
        ),
    ],
)
def test_a_file_of_changes_is_known_by_its_name(path: str) -> None:
    assert "changes" == manner_of(path)


@pytest.mark.parametrize(
    ("path", "manner"),
    [
        *(
            ("README.md", "card"),
            ("README", "card"),
            ("README_zh.md", "card"),
            ("readme.rst", "card"),
            ("MODEL_CARD.md", "card"),
        ),
        *(("NOTICE", "notice"), ("NOTICE.txt", "notice"), ("声明.txt", "notice")),
        *(
            ("config.json", None),
            ("history.py", None),
            ("changes.json", None),
            ("news/data.csv", None),
            ("readmeter.py", None),
        ),
        *(("exchange.md", None), ("LICENSE", None)),
    ],
)
def test_others_are_known_for_what_they_are(path: str, manner: str | None) -> None:
    assert manner == manner_of(path)


def told(manner: str, text: str) -> list[str]:
    return [line.text for line in telling_lines(manner, text) if line.text]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "heading",
    [
        *(
            "## Changes",
            "## Changelog",
            "## 2. Changes from Lantern-Tiny",
            "### What's new",
            "## Modifications to the base model",
        ),
        *("## 🔥 Changes", "## Modified files", "# Release notes", "## Differences from the base"),
        *(
            "## 變更",
            "## 修改內容",
            "## 変更点",
            "## 元のモデルからの変更点",
            "## Änderungen",
            "## Cambios",
            "## 변경 사항",
            "### What we changed",
        ),
        *(
            "<h2>Changes</h2>",
            '<h3 align="center">What\'s new</h3>',
            "## Changements",
            "## Modifiche rispetto alla base",
            "## Alterações",
        ),
        *("## 修改说明", "## 相对基础模型的改动", "## 更新日志", "## 与 Lantern-Tiny 的差异", "Changes\n-------"),
    ],
)
def test_a_card_tells_below_a_heading_for_it_and_below_those_within(heading: str) -> None:
    text = f"# Lantern\n\nbefore\n\n{heading}\n\ninside\n\n#### 1.1\n\ndeeper\n\n# Use\n\nbehind\n"

    assert ["inside", "deeper"] == told("card", text)


@pytest.mark.parametrize(
    "heading",
    [
        "## How to change the settings",
        "## Usage",
        "## Exchange",
        "## 更新方法",
        "## Training",
        "## 変更する方法",
        "## Änderungswünsche",
        "<h2>Usage</h2>",
    ],
)
def test_another_heading_of_a_card_tells_nothing(heading: str) -> None:
    assert [] == told("card", f"# Lantern\n\n{heading}\n\nconfig.json\n")


def test_front_matter_and_code_are_no_headings() -> None:
    text = "---\nlicense: other\n---\n\n```\n# Changes\n```\n\nconfig.json\n"

    assert [] == told("card", text)


def test_what_stands_in_a_comment_is_told_to_nobody() -> None:
    text = "# Changes\n\n<!-- config.json\nchat.py --> model.py\n\n<!-- open\n"

    assert [(4, " model.py"), (6, "<!-- open")] == [tuple(line) for line in telling_lines("card", text) if line.text]


def test_lines_of_a_card_are_counted_from_its_top() -> None:
    text = "---\nlicense: other\n---\n\n# Changes\n\n- config.json\n"

    assert [7] == [line.number for line in telling_lines("card", text) if "config" in line.text]


def test_a_notice_file_tells_where_it_says_that_something_was_modified() -> None:
    text = (
        "demo.py:\n\n    Copyright 2023 Ostrava Loom\n\nThe following files were modified by Beacon Works:\n\n"
        "  config.json\n  chat.py\n\nother.py:\n\n    Copyright 2022\n"
    )

    assert ["The following files were modified by Beacon Works:", "  config.json", "  chat.py"] == told("notice", text)


def test_all_of_a_file_of_changes_tells() -> None:
    assert ["# 1.1", "- config.json"] == told("changes", "# 1.1\n\n- config.json\n")
