"""`hatch-oaml init`: what a model repository lacks."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import click

from hatch_oaml.authoring.ignore_file import ignore_outputs
from hatch_oaml.authoring.init import Found, plan, says_original, wanted
from hatch_oaml.commands._bases import record_all, records_in
from hatch_oaml.commands._card import readme_in, write_card, write_reuse
from hatch_oaml.commands._history import set_history_aside
from hatch_oaml.commands._project import bytes_if_there
from hatch_oaml.commands._speaking import advise, say_line
from hatch_oaml.commands._terminal import lang_option, locale_language, root_option, told
from hatch_oaml.commands._writing import write_file
from hatch_oaml.license.canonical import canonical_text
from hatch_oaml.license.versions import CURRENT
from hatch_oaml.values.bilingual import Bilingual
from hatch_oaml.values.errors import ConfigurationError
from hatch_oaml.values.patterns import PathIndex
from hatch_oaml.values.toml_tables import parse_toml

if TYPE_CHECKING:
    from hatch_oaml.records.base_record import BaseRecord
    from hatch_oaml.values.bilingual import Language


_IGNORE_ABOVE = Bilingual(
    en=".gitignore: the one of a folder above counts; have it ignore what builds write here, `dist/` and `dist-oaml/`",
    zh=".gitignore：生效的是上级目录中的文件；请在其中忽略此处的构建输出 `dist/` 与 `dist-oaml/`",
)
"""Hatchling reads one ignore file, the nearest: a new one would undo the lines of the other."""


@click.command()
@click.option(
    "--base",
    "bases",
    multiple=True,
    metavar="SOURCE",
    type=click.Path(exists=True, path_type=Path),
    help="What the model is made from, to be recorded; may be given several times. 模型所基于的来源，可多次给出。",
)
@root_option
@lang_option
def init(bases: tuple[Path, ...], root: Path | None, lang: Language | None) -> None:
    """Write what a model repository lacks; overwrite nothing. 写入模型仓库所缺的文件，不覆盖任何内容。"""
    language = lang or locale_language()
    folder = root or Path()
    with told(language):
        values, hatch = (_parsed_if_there(folder / name) for name in ("pyproject.toml", "hatch.toml"))
        changelog = wanted(values)[1]
        record_all(folder, bases, language)
        records = records_in(folder)
        if bases or not says_original(values):
            _begin_anew(folder, changelog, records, language)
        present = frozenset(path for path in wanted(values) if os.path.lexists(folder / path))
        found = Found(readme=readme_in(folder), records=tuple(path for path, _ in records))
        planned = plan(values, hatch, present, folder.absolute().name, canonical_text(CURRENT), found)
        ignored = ignore_outputs(values, hatch, _text_if_there(folder / ".gitignore"))
        is_governed = ignored is not None and _is_governed_from_above(folder.resolve())
        for addition in (*planned.additions, *([ignored] if ignored and not is_governed else [])):
            target = folder / addition.path
            data = _appended(target, addition.text) if addition.appended else addition.text.encode()
            write_file(target, data)
            say_line(f"{'+=' if addition.appended else '+'} {addition.path}")
        write_card(folder, values, records, language)
        write_reuse(folder, values, records)
    for advice in (*planned.advice, *([_IGNORE_ABOVE] if is_governed else [])):
        advise(advice, language)


def _begin_anew(folder: Path, changelog: str, records: list[tuple[str, BaseRecord]], language: Language) -> None:
    paths = PathIndex(path for _, base in records for path in base.by_path)
    set_history_aside(folder, changelog, records, paths, language)


def _parsed_if_there(file: Path) -> dict[str, object] | None:
    data = bytes_if_there(file)
    return None if data is None else parse_toml(data, file.name)


def _is_governed_from_above(root: Path) -> bool:
    for folder in (root, *root.parents):
        if (folder / ".gitignore").is_file():
            return folder != root
        if (folder / ".git").exists():
            return False
    return False


def _text_if_there(file: Path) -> str | None:
    data = bytes_if_there(file)
    return None if data is None else data.decode("utf-8", "surrogateescape").replace("\r\n", "\n")


def _appended(target: Path, text: str) -> bytes:
    """:raises ConfigurationError: the file's own tables leave no room behind them."""
    whole = (bytes_if_there(target) or b"") + text.encode()
    if target.suffix != ".toml":
        return whole
    try:
        parse_toml(whole, target.name)
    except ConfigurationError as error:
        raise ConfigurationError(
            Bilingual(
                en=f"{target.name}: its tables are written so that none can follow; add these by hand:",
                zh=f"{target.name}：其中表的写法使后面无法再追加；请手动加入以下内容：",
            ),
            below=text,
        ) from error
    return whole
