"""A release tells of what it modified in any of the places where people do, and of nothing that the base's author did."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.comparing import comparison, found_in
from tests.conftest import LICENSE
from tests.published.test_archives import members_in, packed

if TYPE_CHECKING:
    from pathlib import Path

Texts = dict[str, str]

BASE: Texts = {
    "config.json": '{"context": 4096}\n',
    "lantern/chat.py": "def answer(question):\n    return question\n",
    "CHANGELOG.md": "# Changelog\n\n- 1.0: config.json and chat.py were written\n",
    "README.md": "# Lantern-Tiny\n\nA small model.\n",
    "model.safetensors": "weights",
}
MODIFIED: Texts = {
    "config.json": '{"context": 8192}\n',
    "lantern/chat.py": "def answer(question):\n    return question.strip()\n",
}
BOTH = {("silent-modification", "config.json"), ("silent-modification", "lantern/chat.py")}


def tree(folder: Path, *texts: Texts) -> Path:
    for path, text in {k: v for one in texts for k, v in one.items()}.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8")
    (folder / "LICENSE").write_bytes(LICENSE)
    return folder


def silent(tmp_path: Path, *texts: Texts) -> set[tuple[str, str]]:
    return set(found_in(tree(tmp_path / "release", BASE, MODIFIED, *texts), tree(tmp_path / "base", BASE)))


def test_without_a_word_each_modified_file_is_an_error(tmp_path: Path) -> None:
    assert BOTH == silent(tmp_path)


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("MODIFICATIONS.md", "# Modifications\n\n- config.json: a longer context\n- lantern/chat.py: trims blanks\n"),
        (
            "CHANGELOG.md",
            BASE["CHANGELOG.md"] + "\n## 1.1\n\n- `config.json`: a longer context\n- chat.py trims blanks\n",
        ),
        ("CHANGES", "1.1\n\n* config.json has a longer context; lantern/chat.py trims blanks\n"),
        ("docs/HISTORY.rst", "1.1\n---\n\nconfig.json has a longer context, chat.py trims blanks\n"),
        ("NEWS", "config.json, lantern/chat.py: for longer contexts\n"),
        ("NOTICE", "Beacon Works modified these files:\n\n  config.json (context), lantern/chat.py (blanks)\n"),
        ("修改说明.md", "将 config.json 的上下文加长；chat.py 去掉首尾空白\n"),
        ("README_zh.md", "# 灯笼\n\n## 相对基础模型的改动\n\n- config.json：上下文加长\n- `lantern/` 去掉首尾空白\n"),
        ("README.txt", "Lantern\n=======\n\nChanges\n-------\n\nconfig.json, chat.py: longer contexts\n"),
    ],
)
def test_a_word_in_any_of_the_places_is_enough(tmp_path: Path, path: str, text: str) -> None:
    assert set() == silent(tmp_path, {path: text}) - {("silent-modification", "README.md")}


@pytest.mark.parametrize(
    "line",
    [
        "# Modified by Mina Halloway, 2026: trims blanks",
        "# Modifications Copyright (c) 2026 Beacon Works",
        "# Copyright 2026 Beacon Works (modified for longer contexts)",
    ],
)
def test_a_file_may_say_itself_that_it_was_modified(tmp_path: Path, line: str) -> None:
    chat = {"lantern/chat.py": f"{line}\n{MODIFIED['lantern/chat.py']}"}

    assert {("silent-modification", "config.json")} == silent(tmp_path, chat)
    release = members_in(tmp_path / "release")
    for name in ("a.tgz", "a.zip"):
        found = found_in(packed(tmp_path / "packed", name, release), tmp_path / "base")
        assert [("silent-modification", "config.json")] == found


def test_a_new_word_on_where_something_was_taken_from_says_nothing_of_a_modification(tmp_path: Path) -> None:
    line = "# This is modified from the code of Mina Halloway, adapted from her thesis\n"

    assert BOTH == silent(tmp_path, {"lantern/chat.py": line + MODIFIED["lantern/chat.py"]})


def test_what_the_base_s_file_said_of_itself_is_history(tmp_path: Path) -> None:
    line = "# Modified by Mina Halloway, 2024\n"
    base = tree(tmp_path / "base", BASE, {"lantern/chat.py": line + BASE["lantern/chat.py"]})
    release = tree(tmp_path / "release", BASE, {"lantern/chat.py": line + MODIFIED["lantern/chat.py"]})

    assert [("silent-modification", "lantern/chat.py")] == found_in(release, base)


def test_a_table_of_changes_tells_too_and_one_that_is_none_is_read_as_text(tmp_path: Path) -> None:
    entry = 'format = 1\n[[change]]\nfiles = ["config.json", "lantern/**"]\nrelation = "modified"\nhow.en = "x"\ndate = 2026-11-01\n'

    assert set() == silent(tmp_path / "1", {"MODIFICATIONS.toml": entry})
    assert set() == silent(tmp_path / "2", {"MODIFICATIONS.toml": '["config.json"]\nwhat = "lantern/chat.py too"\n'})


def test_a_section_of_the_card_tells_where_it_is(tmp_path: Path) -> None:
    card = "# Lantern-Chat\n\n## Changes\n\n- config.json, lantern/chat.py and README.md for longer contexts\n"
    release = tree(tmp_path / "release", BASE, MODIFIED, {"README.md": card})
    base = tree(tmp_path / "base", BASE)

    assert [] == found_in(release, base)
    told = {file.path: file.told for file in comparison(release, base).to_be_told}
    assert [("README.md", 5)] == [(one.path, one.line) for one in told["config.json"]]
    assert "config.json, lantern/chat.py and README.md" in told["config.json"][0].says


@pytest.mark.parametrize(
    "text",
    [
        "# Lantern\n\n## Files\n\n- config.json\n- lantern/chat.py\n",
        "# Lantern\n\n## Changes\n\n- a longer context\n",
        "# Lantern\n\n## Changes\n\n- config.json and lantern/chat.py are unchanged\n",
    ],
)
def test_a_card_that_names_files_otherwise_tells_nothing(tmp_path: Path, text: str) -> None:
    assert silent(tmp_path, {"README.md": text}) >= BOTH


def test_a_notice_that_names_a_file_for_its_copyright_tells_nothing(tmp_path: Path) -> None:
    assert BOTH == silent(tmp_path, {"NOTICE": "config.json, lantern/chat.py:\n\n    Copyright 2025 Beacon Works\n"})


@pytest.mark.parametrize("kind", ["folder", "archive"])
def test_what_the_base_s_changelog_said_is_history(tmp_path: Path, kind: str) -> None:
    changelog = "# Changelog\n\n- 1.1: faster\n- 1.0: config.json and chat.py were written\n"
    release = tree(tmp_path / "release", BASE, MODIFIED, {"CHANGELOG.md": changelog})
    base = tree(tmp_path / "base", BASE)
    if kind == "archive":
        members = {path: text.encode() for path, text in BASE.items()} | {"LICENSE": LICENSE}
        base = packed(tmp_path / "packed", "a.tgz", members)

    assert BOTH == set(found_in(release, base))


def test_what_the_base_s_changelog_said_is_history_under_another_name_and_in_another_markup(tmp_path: Path) -> None:
    moved = {
        "HISTORY.rst": "History\n=======\n\n1.0\n  * 1.0: `config.json` and [chat.py](lantern/chat.py) were written\n"
    }

    assert BOTH == silent(tmp_path, moved)


def test_a_changelog_needs_no_word_on_itself(tmp_path: Path) -> None:
    told = "\n- 1.1: config.json, lantern/chat.py\n"

    assert set() == silent(tmp_path, {"CHANGELOG.md": BASE["CHANGELOG.md"] + told})


def test_what_lies_in_a_folder_of_its_own_speaks_of_that_folder(tmp_path: Path) -> None:
    vendored = {"vendor/other/CHANGELOG.md": "config.json, chat.py: rewritten\n"}

    assert BOTH == silent(tmp_path, vendored)


def test_a_card_that_tells_in_general_is_an_advisory_on_the_weights_and_no_word_on_other_files(tmp_path: Path) -> None:
    texts: Texts = {"README.md": "# Lantern-Chat\n\nFine-tuned from Lantern-Tiny.\n", "model.safetensors": "tuned"}

    found = silent(tmp_path, texts)

    assert found == BOTH | {("silent-modification", "README.md"), ("general-modification", "README.md")}


@pytest.mark.parametrize(
    "card",
    [
        "---\nbase_model: example-lab/Lantern-Tiny\nbase_model_relation: finetune\n---\n\n# Lantern-Chat\n",
        "# Lantern-Chat\n\nA quantized version of Lantern-Tiny, made with llama.cpp.\n",
        "# 灯笼\n\n基于 Lantern-Tiny 微调而来。\n",
    ],
)
def test_a_model_is_told_of_in_general_in_front_matter_or_prose(tmp_path: Path, card: str) -> None:
    release = tree(tmp_path / "release", BASE, {"README.md": card, "model.safetensors": "tuned"})

    found = found_in(release, tree(tmp_path / "base", BASE))

    assert [("silent-modification", "README.md"), ("general-modification", "README.md")] == found


def test_a_card_as_the_base_had_it_says_nothing_of_the_release(tmp_path: Path) -> None:
    card = {"README.md": "# Lantern-Tiny\n\nFine-tuned from Lantern-Nano.\n"}
    base = tree(tmp_path / "base", BASE, card)
    release = tree(tmp_path / "release", BASE, card, {"model.safetensors": "tuned"})

    assert [("silent-modification", "model.safetensors")] == found_in(release, base)
