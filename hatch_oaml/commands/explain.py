"""`hatch-oaml explain`: the page of a check."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from hatch_oaml.checks import all_checks, page
from hatch_oaml.commands._terminal import lang_option, locale_language, told
from hatch_oaml.values.bilingual import Bilingual
from hatch_oaml.values.errors import UsageError

if TYPE_CHECKING:
    from hatch_oaml.values.bilingual import Language


@click.command()
@click.argument("name", metavar="CHECK")
@lang_option
def explain(name: str, lang: Language | None) -> None:
    """Show a check's page. 显示某项检查的说明。"""
    with told(lang or locale_language()):
        if name not in all_checks():
            known = ", ".join(all_checks())
            raise UsageError(
                Bilingual(
                    en=f"no check is called `{name}`; there are {known}", zh=f"没有名为 `{name}` 的检查；现有 {known}"
                )
            )
    click.echo(page(name), nl=False)
