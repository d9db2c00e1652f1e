"""The reference of the command line is what the commands say of themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from docs.command_line import PAGES, command_line, in_language
from hatch_oaml.cli import main

if TYPE_CHECKING:
    from hatch_oaml.values.bilingual import Language


@pytest.mark.parametrize("language", PAGES)
def test_the_page_is_up_to_date(language: Language) -> None:
    """If it is not: `python -m docs.command_line`, in the test environment."""
    assert command_line(language) == PAGES[language].read_text(encoding="utf-8")


@pytest.mark.parametrize("language", PAGES)
def test_writing_the_page_leaves_every_command_as_it_was(language: Language) -> None:
    """Click keeps the names of the help option that it was first asked for."""
    command_line(language)

    assert CliRunner().invoke(main, ["check", "-h"]).stdout.startswith("Usage: ")


@pytest.mark.parametrize("language", PAGES)
def test_no_option_and_no_command_is_without_words_in_either_language(language: Language) -> None:
    assert [] == [
        line for line in command_line(language).split("\n") if line.startswith("| `") and line.endswith("|  |")
    ]
    assert "```\n\n\n" not in command_line(language)


@pytest.mark.parametrize(
    ("text", "english", "chinese"),
    [
        ("Output. 输出格式。", "Output.", "输出格式。"),
        ("PEM of a P-256 private key. P-256 私钥。", "PEM of a P-256 private key.", "P-256 私钥。"),
        ("Go.\n\n依照许可证。", "Go.", "依照许可证。"),
        ("Write it. 写入。\n\nAll of it. 全部写入。", "Write it. All of it.", "写入。全部写入。"),
        ("Of one, e.g. this. 其中之一。", "Of one, e.g. this.", "其中之一。"),
    ],
)
def test_a_help_text_is_parted_into_its_languages(text: str, english: str, chinese: str) -> None:
    assert (english, chinese) == (in_language(text, "en"), in_language(text, "zh"))
