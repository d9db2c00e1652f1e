"""`hatch-oaml record`: the base record of a folder, a checkout or an archive."""

from __future__ import annotations

import os
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from hatch_oaml.commands._destination import refuse_endless_name, write_to
from hatch_oaml.commands._inputs import refuse_what_is_read
from hatch_oaml.commands._size import bytes_to_read
from hatch_oaml.commands._sources import SOURCE
from hatch_oaml.commands._speaking import say, warn, warn_line
from hatch_oaml.commands._terminal import lang_option, locale_language, progress_on_terminal, told
from hatch_oaml.project.digesting import digesting_in
from hatch_oaml.recording.base import Told, record_base, record_base_with_tensors
from hatch_oaml.records.base_record import base_as_bytes, looks_like_base
from hatch_oaml.values.bilingual import Bilingual
from hatch_oaml.values.errors import raise_all
from hatch_oaml.values.wording import toml_string

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hatch_oaml.records.base_file import BaseFile
    from hatch_oaml.values.bilingual import Language

_BEGINNING = 4096


@click.command()
@click.argument("source", type=SOURCE)
@click.option("--name", help="The base's name, such as vivo-ai/BlueLM-7B-Chat; else SOURCE's own. 基础模型的名称。")
@click.option("--version", help="Its version or commit; else SOURCE's own. 版本号或提交号。")
@click.option("--url", help="Where it can be found. 获取地址。")
@click.option("--license", "license_id", help="Its SPDX expression; else as SOURCE tells it. SPDX 许可表达式。")
@click.option(
    "--output", type=click.Path(dir_okay=False, path_type=Path), help="Else standard output. 默认为标准输出。"
)
@click.option(
    "--tensors", is_flag=True, help="Each tensor with its digest, to be compared. 记录每个张量及其摘要，以供比较。"
)
@lang_option
def record(
    source: Path,
    name: str | None,
    version: str | None,
    url: str | None,
    license_id: str | None,
    output: Path | None,
    lang: Language | None,
    *,
    tensors: bool,
) -> None:
    """Make the base record of SOURCE: a folder, a checkout, a hub's cache folder, an installed wheel, or an archive of ours;
    or the address of a folder or an archive in a store, such as s3://bucket/prefix.

    为 SOURCE（文件夹、检出的仓库、模型库缓存、已安装的 wheel 或本工具生成的归档，也可以是存储中文件夹或归档的地址，如 s3://存储桶/前缀）生成基础模型记录。
    """
    language = lang or locale_language()
    with told(language):
        _refuse_what_no_record_can_hold({"--name": name, "--version": version}, {"--url": url, "--license": license_id})
        record_source = record_base_with_tensors if tensors else record_base
        if output is not None:
            refuse_endless_name(output)
        said = Told(name=name, version=version, url=url, license=license_id)
        with progress_on_terminal(bytes_to_read(source)) as progress, digesting_in(os.environ) as digesting:
            made = record_source(source, said, progress, digesting)
        text, files = base_as_bytes(made.record), made.record.files
        for note in made.notes:
            warn(note, language)
        if output is None:
            say(text.decode())
            return
        refuse_what_is_read([output], [source], is_earlier=partial(_is_record_of, made.record.name))
        write_to(output, text)
    warn_line(_written(output, files).said_in(language))


def _is_record_of(name: str, data: bytes) -> bool:
    """Is `data` a base record, of the same base?"""
    return looks_like_base(data) and f"name = {toml_string(name)}".encode() in data[:_BEGINNING].splitlines()


def _written(output: Path, files: Sequence[BaseFile]) -> Bilingual:
    notices = sum(len(file.notices) for file in files)
    return Bilingual(
        en=f"{output}: {len(files)} file{'s' * (len(files) != 1)}, {notices} notice{'s' * (notices != 1)}",
        zh=f"{output}：{len(files)} 个文件，{notices} 条声明",
    )


def _refuse_what_no_record_can_hold(required: dict[str, str | None], optional: dict[str, str | None]) -> None:
    """:raises ConfigurationError: naming each option that is blank, or holds bytes that are no text."""
    messages = [
        Bilingual(en=f"{option}: must not be blank", zh=f"{option}：不能为空")
        for option, text in required.items()
        if text is not None and not text.strip()
    ]
    messages += [
        Bilingual(en=f"{option}: is not valid Unicode", zh=f"{option}：不是有效的 Unicode 文本")
        for option, text in (required | optional).items()
        if text is not None and text.encode(errors="replace").decode() != text
    ]
    raise_all(messages)
