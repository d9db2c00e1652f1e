"""On a terminal `init` asks what it cannot know, in the person's language, and whoever leaves finds everything as it was."""

from __future__ import annotations

import shutil
import sys
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from hatch_oaml.cli import main
from hatch_oaml.records.modifications import parse_modifications
from tests.building import PROJECTS
from tests.conversation import CTRL_C, CTRL_D, talk

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="there are no pseudo-terminals")

ANSWERS = {
    "What is the model made from": "../base",
    "And from what else": "",
    "the base's name": "example-lab/Lantern-Tiny",
    "its version or commit": "1.0.0",
    "The project's name": "",
    "Its version": "0.2.0",
    "Who releases it": "Beacon Works <models@beacon.example>",
    "made how": "finetune",
    "model-00002-of-00002.safetensors: how it was modified, in English": "Rank-1 updates, trained on 200 dialogues.",
    "model-00002-of-00002.safetensors: how it was modified, in Chinese": "以两百条对话训练的秩 1 增量。",
    "README.md: how it was modified, in English": "The card describes the fine-tuned model.",
    "README.md: how it was modified, in Chinese": "模型卡改为介绍微调后的模型。",
}
ON_CHINESE = {
    "模型由何而来": "../base",
    "此外还基于": "",
    "基础模型的名称": "example-lab/Lantern-Tiny",
    "其版本号或提交号": "",
    "项目名称": "",
    "版本号 [0.1.0]": "",
    "发布者": "灯塔工坊",
    "修改类型": "",
    "model-00002-of-00002.safetensors：如何修改，用英文": "",
    "model-00002-of-00002.safetensors：如何修改，用中文": "以两百条对话训练的秩 1 增量。",
    "README.md：如何修改，用英文": "",
    "README.md：如何修改，用中文": "模型卡改为介绍微调后的模型。",
}
TOP = ("LICENSE", "NOTICE", "config.json", "model.safetensors.index.json")
SHARDS = ("model-00001-of-00002.safetensors", "model-00002-of-00002.safetensors")


@pytest.fixture
def mine(tmp_path: Path) -> Path:
    """A fine-tune beside its base, both as folders that somebody has."""
    original, derivative = PROJECTS / "original-release", PROJECTS / "derivative-finetune"
    for folder, files in {
        "base": [original / name for name in (*TOP, *SHARDS, "README.md")],
        "lantern-chat": [*(original / name for name in TOP), *(derivative / name for name in (*SHARDS,))],
    }.items():
        (tmp_path / folder).mkdir()
        for file in files:
            shutil.copy(file, tmp_path / folder / file.name)
    (tmp_path / "lantern-chat" / "README.md").write_text("# Lantern-Chat\n", encoding="utf-8")
    return tmp_path / "lantern-chat"


def tree(folder: Path) -> dict[str, bytes]:
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in folder.rglob("*") if file.is_file()}


def answered(question: str, answers: dict[str, str]) -> bytes:
    found = [answer for part, answer in answers.items() if part in question]
    assert found, question
    return f"{found[-1]}\n".encode()


def checked(root: Path) -> int:
    return CliRunner().invoke(main, ["check", "--root", str(root)]).exit_code


def hows(root: Path) -> Iterable[tuple[str, str]]:
    changelog = root / "MODIFICATIONS.toml"
    return [(change.how_en, change.how_zh) for change in parse_modifications(changelog.read_bytes(), "").changes]


def test_a_person_is_asked_what_nobody_else_knows_and_ends_with_a_lawful_project(mine: Path) -> None:
    spoken = talk(mine, ["init"], lambda question: answered(question, ANSWERS))

    assert 0 == spoken.status, spoken.said
    assert len(ANSWERS) == len(spoken.asked), spoken.asked
    assert "nothing is left to do before `hatch build`: `hatch-oaml check` passes" in spoken.said
    assert 0 == checked(mine)
    assert [
        ("Rank-1 updates, trained on 200 dialogues.", "以两百条对话训练的秩 1 增量。"),
        ("The card describes the fine-tuned model.", "模型卡改为介绍微调后的模型。"),
    ] == list(hows(mine))
    project = (mine / "pyproject.toml").read_text(encoding="utf-8")
    assert 'name = "lantern-chat"\nversion = "0.2.0"\n' in project
    assert '{ name = "Beacon Works", email = "models@beacon.example" }' in project.replace("\n    ", " ")
    assert "base_model_relation: finetune\n" in (mine / "README.md").read_text(encoding="utf-8")


def test_it_asks_in_chinese_too(mine: Path) -> None:
    spoken = talk(mine, ["init"], lambda question: answered(question, ON_CHINESE), LANG="zh_CN.UTF-8")

    assert 0 == spoken.status, spoken.said
    assert len(ON_CHINESE) == len(spoken.asked), spoken.asked
    assert "`hatch-oaml check` 已通过" in spoken.said
    assert 0 == checked(mine)


@pytest.mark.parametrize(("key", "at"), [(CTRL_C, 0), (CTRL_C, 4), (CTRL_C, 11), (CTRL_D, 2), (CTRL_D, 9)])
def test_whoever_leaves_at_a_question_finds_everything_as_it_was(mine: Path, key: bytes, at: int) -> None:
    before = tree(mine.parent)
    left = [0]

    def until(question: str) -> bytes:
        left[0] += 1
        return key if left[0] > at else answered(question, ANSWERS)

    spoken = talk(mine, ["init"], until)

    assert 130 == spoken.status, spoken.said
    assert "Traceback" not in spoken.said
    assert before == tree(mine.parent)
    assert not (mine / "bases").exists()


def test_an_answer_that_cannot_be_is_asked_for_again(mine: Path) -> None:
    given = {
        "What is": [b"../nowhere\n", b"s3://me:hunter2@models/base\n", b"\xff\xfe\n", b"orig\x1b[D\n", b"original\n"],
        "project's name": [b"-\n", b"ok\n"],
        "Its version": [b"first\n", b"\n"],
        "Who": [b"\n"],
    }

    spoken = talk(mine, ["init"], lambda question: next(given[part].pop(0) for part in given if part in question))

    assert 0 == spoken.status, spoken.said
    assert {part: [] for part in given} == given
    assert "! ../nowhere: there is nothing of that name\n" in spoken.said
    assert "! s3://models/…: the address carries a user" in spoken.said
    assert 2 == spoken.said.count("! that is no text: it holds bytes that are not Unicode, or the code of a key")
    assert b"original = true" in (mine / "pyproject.toml").read_bytes()


def test_nothing_is_asked_of_a_project_that_lacks_nothing_nor_of_who_wants_no_questions(mine: Path) -> None:
    silent = talk(mine, ["init", "--no-input"], lambda _: None)
    shutil.copytree(PROJECTS / "derivative-finetune", mine.parent / "done")
    done = talk(mine.parent / "done", ["init"], lambda _: None)

    assert ([], []) == (silent.asked, done.asked)
    assert (0, 0) == (silent.status, done.status)
    assert "left to do before `hatch-oaml check` passes:" in silent.said
