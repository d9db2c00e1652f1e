"""`hatch-oaml init`: what a model repository lacks."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import click

from hatch_oaml.authoring.init import plan, wanted
from hatch_oaml.commands._terminal import lang_option, locale_language, root_option, told
from hatch_oaml.license.canonical import canonical_text
from hatch_oaml.license.versions import CURRENT
from hatch_oaml.storage.draft import drafted
from hatch_oaml.values.bilingual import Bilingual
from hatch_oaml.values.errors import ConfigurationError
from hatch_oaml.values.toml_tables import parse_toml

if TYPE_CHECKING:
    from hatch_oaml.values.bilingual import Language


@click.command()
@root_option
@lang_option
def init(root: Path | None, lang: Language | None) -> None:
    """Write what a model repository lacks; overwrite nothing. 写入模型仓库所缺的文件，不覆盖任何内容。"""
    language = lang or locale_language()
    root = root or Path()
    with told(language):
        values, hatch = (_parsed_if_there(root / name) for name in ("pyproject.toml", "hatch.toml"))
        present = frozenset(path for path in wanted(values) if os.path.lexists(root / path))
        planned = plan(values, hatch, present, root.absolute().name, canonical_text(CURRENT))
        for addition in planned.additions:
            target = root / addition.path
            data = _appended(target, addition.text) if addition.appended else addition.text.encode()
            target.parent.mkdir(parents=True, exist_ok=True)
            with drafted(target.absolute()) as file:
                file.write(data)
            click.echo(f"{'+=' if addition.appended else '+'} {addition.path}")
    for advice in planned.advice:
        click.echo(f"! {advice.said_in(language)}")


def _parsed_if_there(file: Path) -> dict[str, object] | None:
    return parse_toml(file.read_bytes(), file.name) if file.is_file() else None


def _appended(target: Path, text: str) -> bytes:
    """:raises ConfigurationError: the file's own tables leave no room behind them."""
    whole = target.read_bytes() + text.encode()
    try:
        parse_toml(whole, target.name)
    except ConfigurationError as error:
        raise ConfigurationError(
            Bilingual(
                en=f"{target.name}: its tables are written so that none can follow; add these by hand:\n{text}",
                zh=f"{target.name}：其中表的写法使后面无法再追加；请手动加入以下内容：\n{text}",
            )
        ) from error
    return whole
