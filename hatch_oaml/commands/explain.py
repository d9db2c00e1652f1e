"""`hatch-oaml explain`: the page of a check, or the list of all."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from hatch_oaml.checks import all_checks, page_in, summary
from hatch_oaml.commands._page import plain_page
from hatch_oaml.commands._speaking import say
from hatch_oaml.commands._terminal import is_colorful, lang_option, locale_language, told
from hatch_oaml.values.bilingual import Bilingual
from hatch_oaml.values.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hatch_oaml.values.bilingual import Language


@click.command()
@click.argument("name", metavar="[CHECK]", required=False)
@lang_option
def explain(name: str | None, lang: Language | None) -> None:
    """Show a check's page; alone, the list of checks. 显示某项检查的说明；不带参数时列出全部检查。"""
    language = lang or locale_language()
    if name is None:
        say("\n".join(_listed(language)))
        return
    with told(language):
        if name not in all_checks():
            known = ", ".join(all_checks())
            raise UsageError(
                Bilingual(
                    en=f"no check is called `{name}`; there are {known}", zh=f"没有名为 `{name}` 的检查；现有 {known}"
                )
            )
    say(plain_page(page_in(name, language), color=is_colorful()))


def _listed(language: Language) -> Iterator[str]:
    wide = max(map(len, all_checks()))
    return (f"{name:<{wide}}  {summary(name, language)}" for name in all_checks())
