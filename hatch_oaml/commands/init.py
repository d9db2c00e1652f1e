"""`hatch-oaml init`: what a model repository lacks."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from hatch_oaml.authoring.project_texts import Said
from hatch_oaml.authoring.said_already import tells_origin
from hatch_oaml.commands._asking import Asker, is_on_terminal
from hatch_oaml.commands._bases import records_in, sources
from hatch_oaml.commands._beginning import Wishes, begin
from hatch_oaml.commands._entries import Sayings, how
from hatch_oaml.commands._left_to_do import DUTIES, NO_DUTIES, WISHES, LeftToDo, written
from hatch_oaml.commands._project import bytes_if_there
from hatch_oaml.commands._questions import ask_origin, wrong_name, wrong_version
from hatch_oaml.commands._sources import SOURCE
from hatch_oaml.commands._speaking import advise, say_line
from hatch_oaml.commands._terminal import lang_option, locale_language, root_option, told
from hatch_oaml.commands._writing import all_or_nothing
from hatch_oaml.records.modifications import RELATIONS
from hatch_oaml.values.bilingual import Bilingual
from hatch_oaml.values.errors import raise_all
from hatch_oaml.values.profiles import PROFILES
from hatch_oaml.values.toml_tables import parse_toml

if TYPE_CHECKING:
    from hatch_oaml.records.modifications import Relation
    from hatch_oaml.values.bilingual import Language
    from hatch_oaml.values.profiles import Profile


@click.command()
@click.option(
    "--base",
    "bases",
    multiple=True,
    metavar="SOURCE",
    type=SOURCE,
    help="What the model is made from, to be recorded: a path, or an address in a store; may be given several times. 模型所基于的来源（路径或存储地址），可多次给出。",
)
@click.option(
    "--base-name", "base_names", multiple=True, help="The name of the `--base` in its place. 对应的基础模型名称。"
)
@click.option("--base-version", "base_versions", multiple=True, help="Its version or commit. 其版本号或提交号。")
@click.option("--tensors", is_flag=True, help="Record each tensor of the bases with its digest. 记录每个张量及其摘要。")
@click.option("--original", is_flag=True, help="The model is made from no other. 没有上游。")
@click.option(
    "--profile",
    type=click.Choice(PROFILES),
    default="distribution",
    show_default=True,
    help="What the release is for. 发布的用途。",
)
@click.option("--name", default="", help="The project's name; else the folder's. 项目名称；默认取自文件夹。")
@click.option("--version", default="", help="Its version; else 0.1.0. 版本号；默认为 0.1.0。")
@click.option("--by", default="", metavar="NAME <MAIL>", help="Who releases it and modified it. 发布并修改模型的人。")
@click.option(
    "--relation", type=click.Choice(RELATIONS), help="How the weights were made from the bases. 权重的修改类型。"
)
@click.option(
    "--how",
    "hows",
    multiple=True,
    nargs=2,
    metavar="FILES TEXT",
    help="How FILES, a pattern, were modified, in English or Chinese. FILES（模式）如何修改，可用英文或中文。",
)
@click.option("--workflow", is_flag=True, help="Also .github/workflows/release.yml. 同时写入发布工作流。")
@click.option("--no-input", is_flag=True, help="Ask nothing, on a terminal either. 即使在终端上也不提问。")
@root_option
@lang_option
def init(  # noqa: PLR0913  # click hands each option down by itself
    *,
    bases: tuple[Path, ...],
    base_names: tuple[str, ...],
    base_versions: tuple[str, ...],
    profile: Profile,
    name: str,
    version: str,
    by: str,
    relation: Relation | None,
    hows: tuple[tuple[str, str], ...],
    root: Path | None,
    lang: Language | None,
    tensors: bool,
    original: bool,
    workflow: bool,
    no_input: bool,
) -> None:
    """Write what a model repository lacks; overwrite nothing. 写入模型仓库所缺的文件，不覆盖任何内容。

    On a terminal it asks what it cannot know. 在终端上会询问无从得知的内容。
    """
    language = lang or locale_language()
    folder = root or Path()
    asker = Asker(language=language, is_asking=is_on_terminal() and not no_input)
    with told(language):
        said = Said(name=name, version=version, by=by.strip(), original=original, profile=profile)
        _refuse_contradictions(said, bases)
        sayings = Sayings(hows=tuple(how(*one) for one in hows), relation=relation)
        with all_or_nothing() as journal:
            if not bases and _is_open(folder, said):
                said, asked = ask_origin(said, asker)
                bases = tuple(asked)
            wishes = Wishes(
                said=said,
                bases=tuple(sources(bases, base_names, base_versions)),
                sayings=sayings,
                tensors=tensors,
                workflow=workflow,
            )
            left = begin(folder, wishes, asker)
    for line in written(folder, journal):
        say_line(line)
    _tell(left, language)


def _tell(left: LeftToDo, language: Language) -> None:
    for title, items in ((DUTIES, left.duties), (WISHES, left.wishes)):
        if items:
            say_line(title.said_in(language))
        for item in items:
            advise(item, language)
    if not left.duties:
        say_line(NO_DUTIES.said_in(language))


def _refuse_contradictions(said: Said, bases: tuple[Path, ...]) -> None:
    wrong = []
    if said.original and bases:
        wrong.append(
            Bilingual(
                en="--original: says that nothing is upstream, and `--base` names something; keep one of the two",
                zh="--original：表示没有上游，而 `--base` 又指明了上游；两者只能保留其一",
            )
        )
    for option, text, fault in (("--name", said.name, wrong_name), ("--version", said.version, wrong_version)):
        if text and (why := fault(text)):
            wrong.append(Bilingual(en=f"{option}: {text}: {why.en}", zh=f"{option}：{text}：{why.zh}"))
    raise_all(wrong)


def _is_open(folder: Path, said: Said) -> bool:
    """Does nothing say yet what the model is made from?"""
    data = bytes_if_there(folder / "pyproject.toml")
    values = None if data is None else parse_toml(data, "pyproject.toml")
    return not (said.original or tells_origin(values) or records_in(folder))
