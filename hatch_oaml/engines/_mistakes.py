"""What may be wrong with an engine that somebody asks for, and how to mend it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hatch_oaml.values.bilingual import Bilingual
from hatch_oaml.values.errors import UsageError, WriteError
from hatch_oaml.values.wording import shown_value

if TYPE_CHECKING:
    from collections.abc import Sequence

VARIABLE = "HATCH_OAML_EXECUTOR"


def unknown(text: str, forms: Sequence[str]) -> UsageError:
    return _usage(
        f"expected {' or '.join(f'`{form}`' for form in forms)}, got {shown_value(text)}",
        f"应为 {' 或 '.join(f'`{form}`' for form in forms)}，实为 {shown_value(text)}",
    )


def no_number(text: str) -> UsageError:
    return _usage(
        f"expected a number of threads such as `threads:8`, got {shown_value(text)}",
        f"应为线程数，例如 `threads:8`，实为 {shown_value(text)}",
    )


def no_address(text: str) -> UsageError:
    return _usage(
        f"expected the address of a scheduler such as `dask:tcp://host:8786`, got {shown_value(text)}",
        f"应为调度器的地址，例如 `dask:tcp://host:8786`，实为 {shown_value(text)}",
    )


def unreachable(address: str, reason: str) -> UsageError:
    return _usage(
        f"no scheduler answers at {shown_value(address)} ({shown_value(reason)}); start it, or mend the address",
        f"{shown_value(address)} 处没有调度器应答（{shown_value(reason)}）；请启动调度器，或更正地址",
    )


def missing_extra(extra: str, library: str) -> UsageError:
    return _usage(
        f'this engine needs the library `{library}`, which is not installed: `pip install "hatch-oaml[{extra}]"`; for builds, which'
        f' are isolated, `build-system.requires` must say `"hatch-oaml[{extra}]"` in place of `"hatch-oaml"`',
        f'此执行引擎需要 `{library}` 库，但尚未安装：`pip install "hatch-oaml[{extra}]"`；构建在隔离环境中进行，'
        f'须在 `build-system.requires` 中将 `"hatch-oaml"` 改为 `"hatch-oaml[{extra}]"`',
    )


def no_function(text: str, reason: str) -> UsageError:
    return _usage(
        f"{shown_value(text)} cannot be called ({shown_value(reason)}); name a function of a module that can be imported here",
        f"无法调用 {shown_value(text)}（{shown_value(reason)}）；请指明此环境中可以导入的模块及其函数",
    )


def failed(text: str, reason: str) -> UsageError:
    return _usage(
        f"{shown_value(text)} failed ({shown_value(reason)}); call it by itself to see where",
        f"{shown_value(text)} 执行失败（{shown_value(reason)}）；请单独调用该函数以查明原因",
    )


def no_executor(text: str, kind: str) -> UsageError:
    return _usage(
        f"{shown_value(text)} gave a `{kind}`; it must give a `concurrent.futures.Executor`",
        f"{shown_value(text)} 返回了 `{kind}`；应返回 `concurrent.futures.Executor`",
    )


def lost(reason: str) -> WriteError:
    return WriteError(
        Bilingual(
            en=f"{VARIABLE}: workers were lost and their work could not be done ({shown_value(reason)}); nothing of it is kept;"
            " look at the workers' own logs, for memory above all, then build again",
            zh=f"{VARIABLE}：工作进程中断，任务未能完成（{shown_value(reason)}）；已全部舍弃；"
            "请查看工作进程自己的日志，尤其是内存情况，然后重新构建",
        )
    )


def _usage(en: str, zh: str) -> UsageError:
    return UsageError(Bilingual(en=f"{VARIABLE}: {en}", zh=f"{VARIABLE}：{zh}"))
