"""`hatch-oaml record`: the base record of a folder, a checkout or an archive."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from hatch_oaml.commands._size import bytes_to_read
from hatch_oaml.commands._terminal import lang_option, locale_language, progress_on_terminal, told
from hatch_oaml.recording.archives import record_archive, record_archive_tensors
from hatch_oaml.recording.folders import record_folder, record_tensors
from hatch_oaml.records.base_record import BaseRecord, render_base
from hatch_oaml.storage.draft import drafted
from hatch_oaml.values.bilingual import Bilingual
from hatch_oaml.values.errors import raise_all

if TYPE_CHECKING:
    from hatch_oaml.records.base_record import BaseFile
    from hatch_oaml.records.members import Progress
    from hatch_oaml.values.bilingual import Language


@click.command()
@click.argument("source", type=click.Path(exists=True, path_type=Path))
@click.option("--name", required=True, help="The base's name, such as vivo-ai/BlueLM-7B-Chat. 基础版本的名称。")
@click.option("--version", required=True, help="Its version or commit. 版本号或提交号。")
@click.option("--url", default="", help="Where it can be found. 获取地址。")
@click.option("--license", "license_id", default="", help="Its SPDX expression. SPDX 许可表达式。")
@click.option(
    "--output", type=click.Path(dir_okay=False, path_type=Path), help="Else standard output. 默认为标准输出。"
)
@click.option(
    "--tensors", is_flag=True, help="Each tensor with its digest, to be compared. 记录每个张量及其摘要，以供比较。"
)
@lang_option
def record(
    source: Path,
    name: str,
    version: str,
    url: str,
    license_id: str,
    output: Path | None,
    lang: Language | None,
    *,
    tensors: bool,
) -> None:
    """Make the base record of SOURCE: a folder, a checkout, or an archive of ours.

    为 SOURCE（文件夹、检出的仓库或本工具生成的归档）生成基础版本记录。
    """
    with told(lang or locale_language()):
        _refuse_what_no_record_can_hold({"--name": name, "--version": version}, {"--url": url, "--license": license_id})
        record_source = _record_tensors if tensors else _record_files
        with progress_on_terminal(bytes_to_read(source)) as progress:
            files = record_source(source, progress)
        text = render_base(BaseRecord(name=name, version=version, url=url, license=license_id, files=files))
        if output is None:
            click.echo(text, nl=False)
            return
        output.parent.mkdir(parents=True, exist_ok=True)
        with drafted(output.absolute()) as file:
            file.write(text.encode())
    click.echo(f"{output}: {len(files)} files 个文件, {sum(len(f.notices) for f in files)} notices 条声明", err=True)


def _refuse_what_no_record_can_hold(required: dict[str, str], optional: dict[str, str]) -> None:
    """:raises ConfigurationError: naming each option that is blank, or holds bytes that are no text."""
    messages = [
        Bilingual(en=f"{option}: must not be blank", zh=f"{option}：不能为空")
        for option, text in required.items()
        if not text.strip()
    ]
    messages += [
        Bilingual(en=f"{option}: is not valid Unicode", zh=f"{option}：不是有效的 Unicode 文本")
        for option, text in (required | optional).items()
        if text.encode(errors="replace").decode() != text
    ]
    raise_all(messages)


def _record_files(source: Path, progress: Progress) -> tuple[BaseFile, ...]:
    return record_folder(source, progress) if source.is_dir() else record_archive(source, progress)


def _record_tensors(source: Path, progress: Progress) -> tuple[BaseFile, ...]:
    return record_tensors(source, progress) if source.is_dir() else record_archive_tensors(source, progress)
