"""A mistake on the command line, said in two languages: click has its own words in one."""

from __future__ import annotations

import click

from hatch_oaml.values.bilingual import Bilingual
from hatch_oaml.values.log_lines import shown_message


def told_usage(error: click.UsageError) -> str:
    """How the command is called, where its help is, and what is wrong; of several lines."""
    lines = [f"Error: {error.format_message()}", f"错误：{_in_chinese(error)}"]
    if error.ctx is not None:
        command = f"{error.ctx.command_path} --help"
        lines = [
            *error.ctx.get_usage().splitlines(),
            f"Try '{command}' for help. 运行 '{command}' 查看帮助。",
            "",
            *lines,
        ]
    return "\n".join(map(shown_message, lines))


def no_command(name: str, known: list[str], context: click.Context) -> click.UsageError:
    return _Unknown(
        Bilingual(
            en=f"no command is called '{name}'; there are {', '.join(known)}",
            zh=f"没有名为“{name}”的命令；现有 {'、'.join(known)}",
        ),
        context,
    )


class _Unknown(click.UsageError):
    def __init__(self, said: Bilingual, context: click.Context) -> None:
        super().__init__(said.en, context)
        self.said = said


def _in_chinese(error: click.UsageError) -> str:
    match error:
        case _Unknown():
            return error.said.zh
        case click.MissingParameter():
            return f"缺少{_kind(error.param)} {_name(error)}"
        case click.BadParameter():
            return f"{_name(error)} 的值无效{_expected(error.param)}"
        case click.NoSuchOption():
            near = "、".join(error.possibilities or ())
            return f"没有选项 {error.option_name}" + (f"；是否想写 {near}？" if near else "")
        case click.BadOptionUsage():
            return f"选项 {error.option_name} 的写法有误：须带一个值，或不能带值"
        case _ if isinstance(error.ctx, click.Context) and isinstance(error.ctx.command, click.Group):
            return "缺少命令"
        case _:
            return "参数过多，或写法有误"


def _kind(parameter: click.Parameter | None) -> str:
    return "选项" if isinstance(parameter, click.Option) else "参数"


def _name(error: click.BadParameter) -> str:
    return (
        ""
        if error.param is None
        else error.param.get_error_hint(error.ctx or click.Context(click.Command(""))).replace("'", "")
    )


def _expected(parameter: click.Parameter | None) -> str:
    kind = None if parameter is None else parameter.type
    if isinstance(kind, click.Choice):
        return f"：应为 {'、'.join(map(str, kind.choices))} 之一"
    if isinstance(kind, click.Path) and not kind.file_okay:
        return "：应为已存在的文件夹"
    if isinstance(kind, click.Path) and not kind.dir_okay:
        return f"：应为{'已存在且可读的' if kind.exists else ''}文件，而不是文件夹"
    if isinstance(kind, click.Path):
        return "：应为已存在且可读的文件或文件夹"
    return ""
