"""The door to the terminal; it alone prints."""

from __future__ import annotations

import os
import sys
from contextlib import contextmanager
from datetime import datetime, timezone
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
from hatchling.metadata.core import ProjectMetadata
from hatchling.plugin.manager import PluginManager

from hatch_oaml import __version__
from hatch_oaml.additions import notice_additions
from hatch_oaml.archive_records import record_archive
from hatch_oaml.archives._draft import drafted
from hatch_oaml.base import BaseRecord, render_base
from hatch_oaml.beginning import begin
from hatch_oaml.bilingual import Bilingual
from hatch_oaml.checks import all_checks, page
from hatch_oaml.drafting import HEADER, draft as draft_entries
from hatch_oaml.errors import ConfigurationError, OamlError, SourceError
from hatch_oaml.gathering import gather
from hatch_oaml.license.canonical import canonical_text
from hatch_oaml.license.versions import CURRENT
from hatch_oaml.pipeline import examine, verify as verify_archive
from hatch_oaml.progress import shown
from hatch_oaml.reports.json import render_json, render_json_of_several
from hatch_oaml.reports.text import render_error, render_text
from hatch_oaml.selection import validate_options
from hatch_oaml.sources import record_folder, record_tensors
from hatch_oaml.tables import parse_toml

if TYPE_CHECKING:
    from collections.abc import Iterator
    from contextlib import AbstractContextManager

    from hatch_oaml.archives._contract import Progress
    from hatch_oaml.base import BaseFile
    from hatch_oaml.bilingual import Language
    from hatch_oaml.findings import Report

_REFUSED = 1
_CANNOT_GO_ON = 2

_root_option = click.option(
    "--root",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    default=Path(),
    help="The project's folder. 项目所在文件夹。",
)
_format_option = click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="Output. 输出格式。",
)
_lang_option = click.option(
    "--lang", type=click.Choice(["en", "zh"]), help="Language; else the locale's. 语言；默认取自系统区域设置。"
)


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="hatch-oaml")
def main() -> None:
    """Release AI models lawfully under the OpenAtom Model License.

    依照《开放原子模型许可证》合法发布 AI 模型。
    """
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")


@main.command()
@_root_option
@_format_option
@_lang_option
@click.option("--fix-notices", is_flag=True, help="First add the lost notices to NOTICE. 先将丢失的声明补入 NOTICE。")
def check(root: Path, form: str, lang: Language | None, *, fix_notices: bool) -> None:
    """Run all checks, write no archive. 运行全部检查，不生成归档。"""
    language = lang or _locale_language()
    with _told(language):
        if fix_notices:
            _append(root / "NOTICE", notice_additions(gather(_metadata(root)).retention))
        report = _examined(root)
    _show(report, form, language)
    sys.exit(_REFUSED if report.errors else 0)


@main.command()
@_root_option
@_lang_option
def draft(root: Path, lang: Language | None) -> None:
    """Add an entry to the changelog for what none names yet. 为尚无条目的修改在修改说明中添加条目。

    `how` stays empty: a person must write it. 修改方式留空，须由人填写。
    """
    language = lang or _locale_language()
    with _told(language):
        release = _examined(root).release
        if not release.bases:
            raise ConfigurationError(
                Bilingual(
                    en="pyproject.toml: tool.oaml.bases: names no base, so nothing can be told to be modified",
                    zh="pyproject.toml: tool.oaml.bases：没有列出基础版本，无从判断哪些文件经过修改",
                )
            )
        changelog = root / release.config.modifications
        header = HEADER if release.modifications is None else ""
        text = draft_entries(release, datetime.now(tz=timezone.utc).astimezone().date())
        _append(changelog, header + text if text or header else "")


@main.command()
@click.argument("archives", metavar="ARCHIVE...", nargs=-1, required=True, type=click.Path(exists=True, path_type=Path))
@_format_option
@_lang_option
def verify(archives: tuple[Path, ...], form: str, lang: Language | None) -> None:
    """Judge finished archives, or folders they were unpacked into, from themselves alone.

    仅凭归档自身（或其解包后的文件夹）作出判断。
    """
    language = lang or _locale_language()
    reports: list[Report] = []
    for archive in archives:
        report = _verified(archive, language)
        if report is None:
            continue
        if form == "text":
            click.echo(("\n" if reports else "") + render_text(report, (language,), color=_is_colorful()))
        reports.append(report)
    if form == "json" and (reports or len(archives) > 1):
        click.echo(render_json(reports[0]) if len(archives) == 1 else render_json_of_several(reports))
    if len(reports) < len(archives):
        sys.exit(_CANNOT_GO_ON)
    sys.exit(_REFUSED if any(report.errors for report in reports) else 0)


@main.command()
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
@_lang_option
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
    with _told(lang or _locale_language()):
        record_source = _record_tensors if tensors else _record_files
        with _progress(_size_of(source)) as progress:
            files = record_source(source, progress)
        text = render_base(BaseRecord(name=name, version=version, url=url, license=license_id, files=files))
        if output is None:
            click.echo(text, nl=False)
            return
        output.parent.mkdir(parents=True, exist_ok=True)
        with drafted(output.absolute()) as file:
            file.write(text.encode())
    click.echo(f"{output}: {len(files)} files 个文件, {sum(len(f.notices) for f in files)} notices 条声明", err=True)


def _record_files(source: Path, progress: Progress) -> tuple[BaseFile, ...]:
    return record_folder(source, progress) if source.is_dir() else record_archive(source, progress)


def _record_tensors(source: Path, progress: Progress) -> tuple[BaseFile, ...]:
    """:raises SourceError: the source is an archive, of which the tensors are not read."""
    if source.is_dir():
        return record_tensors(source, progress)
    raise SourceError(
        Bilingual(
            en=f"{source}: tensors are recorded from folders only; unpack it and record the folder",
            zh=f"{source}：只能从文件夹记录张量；请解包后对文件夹运行 record",
        )
    )


@main.command()
@_root_option
@_lang_option
def init(root: Path, lang: Language | None) -> None:
    """Write what a model repository lacks; overwrite nothing. 写入模型仓库所缺的文件，不覆盖任何内容。"""
    language = lang or _locale_language()
    with _told(language):
        project_file = root / "pyproject.toml"
        values = parse_toml(project_file.read_bytes(), "pyproject.toml") if project_file.is_file() else None
        present = frozenset(path.name for path in root.iterdir())
        beginning = begin(values, present, root.absolute().name, canonical_text(CURRENT))
        for addition in beginning.additions:
            target = root / addition.path
            data = _appended(target, addition.text) if addition.appended else addition.text.encode()
            with drafted(target.absolute()) as file:
                file.write(data)
            click.echo(f"{'+=' if addition.appended else '+'} {addition.path}")
    for advice in beginning.advice:
        click.echo(f"! {advice.said_in(language)}")


@main.command()
@click.argument("name", metavar="CHECK")
@_lang_option
def explain(name: str, lang: Language | None) -> None:
    """Show a check's page. 显示某项检查的说明。"""
    with _told(lang or _locale_language()):
        if name not in all_checks():
            known = ", ".join(all_checks())
            raise SourceError(
                Bilingual(
                    en=f"no check is called `{name}`; there are {known}", zh=f"没有名为 `{name}` 的检查；现有 {known}"
                )
            )
    click.echo(page(name), nl=False)


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


def _metadata(root: Path) -> ProjectMetadata[Any]:
    path = root / "pyproject.toml"
    if not path.is_file():
        raise ConfigurationError(
            Bilingual(
                en=f"{path}: there is no such file; run `hatch-oaml init` in the model repository",
                zh=f"{path}：文件不存在；请在模型仓库中运行 `hatch-oaml init`",
            )
        )
    values = parse_toml(path.read_bytes(), str(path))
    if (root / "hatch.toml").is_file():
        parse_toml((root / "hatch.toml").read_bytes(), str(root / "hatch.toml"))
    metadata: ProjectMetadata[Any] = ProjectMetadata(str(root.absolute()), PluginManager(), values)
    try:
        metadata.validate_fields()
        validate_options(metadata)
    except (TypeError, ValueError, OSError) as error:  # what Hatchling raises for a user's mistake
        raise ConfigurationError(Bilingual(en=f"{path}: {error}", zh=f"{path}：{error}")) from error
    return metadata


def _verified(archive: Path, language: Language) -> Report | None:
    """None for what cannot be read: that is told, and the other archives are judged all the same."""
    try:
        with _progress(_size_of(archive)) as progress:
            return verify_archive(archive, progress)
    except OamlError as error:
        click.echo(render_error(error, (language,)), err=True)
        return None


@contextmanager
def _told(language: Language) -> Iterator[None]:
    try:
        yield
    except OamlError as error:
        click.echo(render_error(error, (language,)), err=True)
        sys.exit(_CANNOT_GO_ON)


def _examined(root: Path) -> Report:
    release = gather(_metadata(root))
    with _progress(release.inventory.total_size) as progress:
        return examine(release, progress)


def _append(path: Path, text: str) -> None:
    """Adds at the end, changes nothing that is there, and shows on standard error what was added."""
    if not text:
        return
    before = path.read_bytes() if path.is_file() else b""
    if before and not before.endswith(b"\n"):
        before += b"\n"
    with drafted(path.absolute()) as file:
        file.write(before + text.encode())
    click.echo(f"{path.name}:", err=True)
    for line in text.splitlines():
        click.echo(f"+{line}", err=True)


def _progress(total: int) -> AbstractContextManager[Progress]:
    is_log = not sys.stderr.isatty() or "CI" in os.environ
    return shown(total, sys.stderr, is_quiet=False, is_log=is_log)


def _size_of(source: Path) -> int:
    if source.is_file():
        return source.stat().st_size
    return sum(path.stat().st_size for path in source.rglob("*") if path.is_file())


def _show(report: Report, form: str, language: Language) -> None:
    if form == "json":
        click.echo(render_json(report))
    else:
        click.echo(render_text(report, (language,), color=_is_colorful()))


def _locale_language() -> Language:
    for variable in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if value := os.environ.get(variable):
            return "zh" if value.lower().startswith("zh") else "en"
    return "en"


def _is_colorful() -> bool:
    return sys.stdout.isatty() and "NO_COLOR" not in os.environ
