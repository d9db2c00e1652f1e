"""A text names files by paths, by names that tell one, by folders and by patterns; what it says is unchanged it does not name."""

from __future__ import annotations

import pytest

from hatch_oaml.telling.mentions import Mentions
from hatch_oaml.telling.texts import Line
from tests.growing import grows_linearly

EVERY = (
    "config.json",
    "lantern/chat.py",
    "lantern/__init__.py",
    "tools/__init__.py",
    "model-00001-of-00002.safetensors",
    "model-00002-of-00002.safetensors",
    "NOTICE",
    "Makefile",
    "vocab",
    ".dockerignore",
    "模型/配置.json",
    "my file.txt",
)


def named(*texts: str) -> dict[str, int]:
    lines = [Line(number, text) for number, text in enumerate(texts, 1)]
    return {path: line.number for path, line in Mentions(lines).of(EVERY, EVERY).items()}


@pytest.mark.parametrize(
    ("text", "path"),
    [
        ("- config.json: another context length", "config.json"),
        ("* **config.json** has another context length", "config.json"),
        ("修改了config.json文件", "config.json"),
        ("see `./config.json`.", "config.json"),
        ("Is there more in config.json?", "config.json"),
        ("(config.json)", "config.json"),
        ("[the configuration](config.json) was changed", "config.json"),
        ("Config.JSON now has a longer context", "config.json"),
        ("lantern/chat.py trims blanks", "lantern/chat.py"),
        ("chat.py trims blanks", "lantern/chat.py"),
        ("lantern/__init__.py has another version", "lantern/__init__.py"),
        ("updated the Makefile", "Makefile"),
        ("`vocab` has 200 more words", "vocab"),
        ("extended vocab by 200 words", "vocab"),
        (".dockerignore leaves out data", ".dockerignore"),
        ("更新模型/配置.json", "模型/配置.json"),
        ("配置.json 有改动", "模型/配置.json"),
        ("将配置.json改为更长的上下文", "模型/配置.json"),
        ("my file.txt was rewritten", "my file.txt"),
    ],
)
def test_a_file_is_named(text: str, path: str) -> None:
    assert {path: 1} == named(text)


@pytest.mark.parametrize(
    "text",
    [
        "the configuration was changed",
        "__init__.py has another version",
        "chat.pyc is left out",
        "the vocab is large",
        "config.json is unchanged",
        "config.json was not modified",
        "no changes to config.json",
        "config.json 未修改",
        "config.json 保持不变",
        "* everything",
        "**",
        "*.*",
        "[config] of all",
    ],
)
def test_nothing_is_named(text: str) -> None:
    assert {} == named(text)


def test_what_is_denied_in_one_clause_may_be_told_in_another() -> None:
    assert {"config.json": 1} == named("chat.py is unchanged; config.json has a longer context")


def test_a_pattern_names_all_that_it_matches() -> None:
    weights = {path for path in EVERY if path.endswith(".safetensors")}

    assert weights == named("`model-*.safetensors`: fine-tuned").keys()
    assert weights == named("- *.safetensors fine-tuned").keys()


def test_a_folder_names_all_below_it() -> None:
    assert {"lantern/chat.py", "lantern/__init__.py"} == named("rewrote lantern/").keys()


@pytest.mark.parametrize("name", ["src/m{}/file.py", "模块/文件{}.py", "模块/说明{}", "a file {}.txt"])
def test_many_files_and_many_lines_take_no_time_for_each_pair(name: str) -> None:
    def found(count: int) -> list[str]:
        paths = [name.format(number) for number in range(count)]
        lines = [Line(number, f"- 修改了 {path} 的内容") for number, path in enumerate(paths, 1)]
        mentioned = Mentions(lines).of(paths, paths)
        assert paths == sorted(mentioned, key=lambda path: mentioned[path].number)
        return paths

    assert grows_linearly(found, 4000)


@pytest.mark.parametrize("sign", ["`", '"', "“", "](", "` "])
def test_quotation_marks_that_nothing_closes_are_read_in_linear_time(sign: str) -> None:
    assert grows_linearly(lambda count: Mentions([Line(1, sign * count)]).of(["a.py"], ["a.py"]), 16_000)


def test_the_first_line_is_told() -> None:
    assert {"config.json": 2} == named("Changes", "- config.json", "- config.json again")
