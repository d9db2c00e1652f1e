"""Who does the work is said by the environment; what cannot be meant is told in both languages, with what to write."""

from __future__ import annotations

import sys
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from multiprocessing import get_context
from typing import TYPE_CHECKING

import pytest

from hatch_oaml import engines
from hatch_oaml.engines import VARIABLE, workforce_in
from hatch_oaml.values.errors import UsageError, WriteError
from hatch_oaml.values.families import members
from tests.engines.work import ended, its_process, pool_of_processes

if TYPE_CHECKING:
    from concurrent.futures import Executor
    from contextlib import AbstractContextManager

HERE = "tests.engines.work"


def at_work(text: str) -> AbstractContextManager[Executor]:
    workforce = workforce_in({VARIABLE: text})
    assert workforce is not None
    return workforce.at_work()


def refusal(text: str) -> str:
    with pytest.raises(UsageError) as caught, at_work(text):
        pass
    return str(caught.value)


def test_nobody_is_named_where_the_variable_is_missing_or_empty() -> None:
    assert workforce_in({}) is None
    assert workforce_in({VARIABLE: ""}) is None


def test_threads_are_as_many_as_is_said() -> None:
    with at_work("threads:3") as executor:
        assert isinstance(executor, ThreadPoolExecutor)
        assert executor._max_workers == 3


def test_a_function_of_somebody_else_gives_any_executor() -> None:
    with at_work(f"{HERE}:pool_of_processes") as executor:
        assert isinstance(executor, ProcessPoolExecutor)
        assert its_process() != executor.submit(its_process).result()


def test_a_lost_process_is_told_without_a_traceback() -> None:
    with pytest.raises(WriteError, match="HATCH_OAML_EXECUTOR: workers were lost") as caught:  # noqa: SIM117
        with at_work(f"{HERE}:pool_of_processes") as executor:
            executor.submit(ended).result()
    assert "工作进程中断" in caught.value.messages[0].zh


@pytest.mark.parametrize("number", ["", "0", "-1", "many", "1e3", "٣", "9999"])
def test_a_number_of_threads_that_cannot_be_is_refused(number: str) -> None:
    assert (
        f"HATCH_OAML_EXECUTOR: expected a number of threads such as `threads:8`, got {number!r}\n"
        f"HATCH_OAML_EXECUTOR：应为线程数，例如 `threads:8`，实为 {number!r}"
    ) == refusal(f"threads:{number}")


@pytest.mark.parametrize("text", ["threads", "dusk tcp://host", "8", "module:", ":function", "a-b:c", "a..b:c"])
def test_what_is_no_engine_and_no_function_is_refused_with_all_that_there_is(text: str) -> None:
    assert (
        "HATCH_OAML_EXECUTOR: expected `dask:ADDRESS` or `threads:N` or `package.module:function`,"
        f" got {text!r}\n"
        f"HATCH_OAML_EXECUTOR：应为 `dask:ADDRESS` 或 `threads:N` 或 `package.module:function`，实为 {text!r}"
    ) == refusal(text)


@pytest.mark.parametrize("text", ["no.such.module:function", f"{HERE}:no_such_function", f"{HERE}:NUMBER"])
def test_a_function_that_is_not_there_is_refused(text: str) -> None:
    told = refusal(text)
    assert f"HATCH_OAML_EXECUTOR: {text!r} cannot be called" in told
    assert f"无法调用 {text!r}" in told


def test_what_is_no_executor_is_refused() -> None:
    assert f"{HERE}:its_process' gave a `int`; it must give a `concurrent.futures.Executor`" in refusal(
        f"{HERE}:its_process"
    )


def test_a_function_that_fails_is_told_with_what_it_said() -> None:
    assert f"{HERE}:failing' failed ('RuntimeError: no node')" in refusal(f"{HERE}:failing")


def test_an_address_of_a_scheduler_has_a_scheme() -> None:
    assert "expected the address of a scheduler such as `dask:tcp://host:8786`, got 'host'" in refusal("dask:host")


def test_a_missing_library_is_told_with_its_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)

    told = refusal("dask:tcp://127.0.0.1:1")
    assert 'pip install "hatch-oaml[dask]"' in told
    assert "尚未安装" in told


def test_every_engine_is_asked_for_by_the_name_of_its_file() -> None:
    found = members(engines.__name__, engines.__path__, "ENGINE")

    assert ["dask", "threads"] == [engine.name for engine in found]


def test_the_pool_of_the_recipe_starts_its_processes_anew() -> None:
    with pool_of_processes() as pool:
        assert get_context("spawn") is pool._mp_context
