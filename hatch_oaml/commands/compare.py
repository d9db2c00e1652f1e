"""`hatch-oaml compare`: what somebody gave out, held against what it was made from."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

import click

from hatch_oaml.commands._outputs import output_option, outputs_named
from hatch_oaml.commands._size import bytes_to_read
from hatch_oaml.commands._sources import SOURCE
from hatch_oaml.commands._speaking import say, warn
from hatch_oaml.commands._terminal import (
    advisories_option,
    format_option,
    lang_option,
    locale_language,
    look_of_output,
    progress_on_terminal,
    quiet_option,
    told,
)
from hatch_oaml.pipeline import judge
from hatch_oaml.project.digesting import digesting_in
from hatch_oaml.published.bases import base_at
from hatch_oaml.published.comparing import compared
from hatch_oaml.published.reading import tree_at
from hatch_oaml.reports import report_format
from hatch_oaml.values.exit_statuses import REFUSED
from hatch_oaml.values.look import PLAIN

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from hatch_oaml.findings import Report
    from hatch_oaml.values.bilingual import Language


@click.command()
@click.argument("base", type=SOURCE)
@click.argument("release", type=SOURCE)
@click.option(
    "--base",
    "more",
    metavar="SOURCE",
    type=SOURCE,
    multiple=True,
    help="A further base, where RELEASE was made from several. 另一个基础模型。",
)
@click.option(
    "--tensors", is_flag=True, help="Compare the tensors too: weights are read for it. 同时比较张量（须读取权重）。"
)
@format_option
@output_option
@lang_option
@quiet_option
@advisories_option
def compare(  # noqa: PLR0913  # click hands each option down by itself
    base: Path,
    release: Path,
    more: tuple[Path, ...],
    form: str,
    outputs: tuple[str, ...],
    lang: Language | None,
    *,
    tensors: bool,
    in_full: bool,
    is_quiet: bool,
) -> None:
    """Hold RELEASE, whoever made it, against BASE: the license, the notices, and the word on what was modified.

    BASE and RELEASE are folders, checkouts, a hub's folders or caches, or archives of anybody's; BASE may be a base record. Both may
    be addresses in a store, such as s3://bucket/prefix.

    将任何人发布的 RELEASE 与其基础模型 BASE 比对：许可证、声明，以及对修改的说明。两者均可为存储中的地址，如 s3://存储桶/前缀。
    """
    language = lang or locale_language()
    with told(language):
        written = outputs_named(outputs, form)
        written.refuse_what_is_read((base, *more, release))
        report = _report((base, *more), release, language, tensors=tensors, is_quiet=is_quiet)
        written.write(lambda name: report_format(name).render(report, language, PLAIN))
    if written.is_shown and not is_quiet:
        say(report_format(form).render(report, language, look_of_output(in_full=in_full)))
    sys.exit(REFUSED if report.errors else 0)


def _report(sources: Sequence[Path], release: Path, language: Language, *, tensors: bool, is_quiet: bool) -> Report:
    total = sum(map(bytes_to_read, (*sources, release)))
    with progress_on_terminal(total, is_quiet=is_quiet) as progress, digesting_in(os.environ) as digesting:
        bases = [base_at(source, progress, tensors=tensors, digesting=digesting) for source in sources]
        has_tensors = tensors or any(base.record.has_tensors for base in bases)
        tree = tree_at(release, progress, tensors=has_tensors, digesting=digesting)
    for note in (*(note for base in bases for note in base.notes), *tree.notes):
        warn(note, language)
    return judge(compared(tree, _name(release), bases, [_name(source) for source in sources]))


def _name(path: Path) -> str:
    return path.name or path.absolute().name or str(path)
