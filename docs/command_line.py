"""The reference of the command line, made of what the commands say of themselves: `python -m docs.command_line` writes it anew."""

from __future__ import annotations

import inspect
import re
from pathlib import Path
from typing import TYPE_CHECKING

import click

from hatch_oaml.cli import main

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hatch_oaml.values.bilingual import Language

HERE = Path(__file__).resolve().parent
PAGES: dict[Language, Path] = {"en": HERE / "en" / "reference" / "cli.md", "zh": HERE / "zh" / "reference" / "cli.md"}

_OPENING: dict[Language, str] = {
    "en": """# The command line

Made of what the commands say of themselves with `--help`, or `-h`, in which each says it in both languages. `hatch-oaml --version` shows the version. What they end with: [exit statuses](exit-statuses.md).
""",
    "zh": """# 命令行

由各命令 `--help`（或 `-h`）的双语内容生成。`hatch-oaml --version` 显示版本。结束时的状态见[退出状态](exit-statuses.md)。
""",
}
_HEAD: dict[Language, str] = {
    "en": "| option | value | meaning |\n| --- | --- | --- |\n",
    "zh": "| 选项 | 值 | 含义 |\n| --- | --- | --- |\n",
}
_WORDS: dict[str, dict[Language, str]] = {
    "required": {"en": "required", "zh": "必填"},
    "several": {"en": "several times", "zh": "可多次给出"},
    "default": {"en": "default", "zh": "默认"},
}
_HAN = r"[\u3400-\u9fff]"


def command_line(language: Language) -> str:
    """The page in one language."""
    context = click.Context(main, info_name="hatch-oaml", terminal_width=80, **main.context_settings)
    commands = [main.get_command(context, name) for name in main.list_commands(context)]
    return "".join([_OPENING[language], *(_command(command, context, language) for command in commands if command)])


def in_language(text: str, language: Language) -> str:
    """The half of a help text that is in the language: each of its paragraphs is in one, or in English and then in Chinese."""
    halves = ["".join(_halves(" ".join(part.split()))[language]) for part in re.split(r"\n\s*\n", text)]
    return " ".join(half for half in halves if half) if language == "en" else "".join(halves)


def _halves(paragraph: str) -> dict[Language, str]:
    found = re.search(_HAN, paragraph)
    if found is None:
        return {"en": paragraph, "zh": ""}
    before = list(re.finditer(r"\.\s", paragraph[: found.start()]))
    end = before[-1].end() if before else 0
    return {"en": paragraph[:end].strip(), "zh": paragraph[end:].strip()}


def _command(command: click.Command, parent: click.Context, language: Language) -> str:
    context = click.Context(command, parent, info_name=command.name)
    usage = command.get_usage(context).removeprefix("Usage: ")
    said = in_language(inspect.cleandoc(command.help or ""), language)
    rows = "".join(_row(option, language) for option in command.params if isinstance(option, click.Option))
    return f"\n## `hatch-oaml {command.name}`\n\n```text\n{usage}\n```\n\n{said}\n\n{_HEAD[language]}{rows}"


def _row(option: click.Option, language: Language) -> str:
    names = ", ".join(f"`{name}`" for name in option.opts)
    values = (", " if language == "en" else "、").join(_values(option, language))
    return f"| {names} | {values} | {in_language(option.help or '', language)} |\n"


def _values(option: click.Option, language: Language) -> Iterator[str]:
    if option.required:
        yield _WORDS["required"][language]
    if option.multiple:
        yield _WORDS["several"][language]
    if isinstance(option.type, click.Choice):
        yield from (f"`{choice}`{_default(choice, option, language)}" for choice in option.type.choices)
    elif not option.is_flag:
        context = click.Context(click.Command(""))
        yield f"`{option.make_metavar(context)}`"


def _default(choice: str, option: click.Option, language: Language) -> str:
    word = _WORDS["default"][language]
    said = f" ({word})" if language == "en" else f"（{word}）"
    return said if choice == option.default else ""


if __name__ == "__main__":
    for language, page in PAGES.items():
        page.write_text(command_line(language), encoding="utf-8")
