"""What all commands share: their options, and how they speak to a terminal."""

from __future__ import annotations

import os
import shutil
import sys
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from hatch_oaml.commands._speaking import tell_error
from hatch_oaml.progress import progress_for
from hatch_oaml.reports import report_names
from hatch_oaml.values.errors import OamlError
from hatch_oaml.values.exit_statuses import CANNOT_GO_ON
from hatch_oaml.values.look import PLAIN, Look

if TYPE_CHECKING:
    from collections.abc import Iterator
    from contextlib import AbstractContextManager

    from hatch_oaml.records.members import Progress
    from hatch_oaml.values.bilingual import Language

root_option = click.option(
    "--root",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="The project's folder; else the nearest one upwards. 项目所在文件夹；默认自当前文件夹向上查找。",
)
format_option = click.option(
    "--format",
    "form",
    type=click.Choice(report_names()),
    default="text",
    show_default=True,
    help="Output. 输出格式。",
)
lang_option = click.option(
    "--lang", type=click.Choice(["en", "zh"]), help="Language; else the locale's. 语言；默认取自系统区域设置。"
)
quiet_option = click.option(
    "--quiet",
    "is_quiet",
    is_flag=True,
    help="No report and no progress: the exit status alone tells. 不输出报告和进度，仅以退出状态表示结果。",
)

advisories_option = click.option(
    "--advisories",
    "in_full",
    is_flag=True,
    help="On a terminal too each advisory in full. 在终端上也逐条完整显示提示。",
)


@contextmanager
def told(language: Language) -> Iterator[None]:
    try:
        yield
    except OamlError as error:
        tell_error(error, language)
        sys.exit(CANNOT_GO_ON)


def progress_on_terminal(total: int, *, is_quiet: bool = False) -> AbstractContextManager[Progress]:
    is_log = not sys.stderr.isatty() or "CI" in os.environ
    return progress_for(total, sys.stderr, is_quiet=is_quiet, is_log=is_log)


def locale_language() -> Language:
    for variable in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if value := os.environ.get(variable):
            return "zh" if value.lower().startswith("zh") else "en"
    return "en"


def is_colorful() -> bool:
    return sys.stdout.isatty() and "NO_COLOR" not in os.environ


def look_of_output(*, in_full: bool) -> Look:
    """As wide as the terminal, and advisories folded if not `in_full`; everything where standard output is none."""
    if not sys.stdout.isatty():
        return PLAIN
    return Look(color=is_colorful(), columns=shutil.get_terminal_size().columns, folded=not in_full)
