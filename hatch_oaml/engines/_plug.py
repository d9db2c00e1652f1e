"""A function of somebody else's that gives an executor."""

from __future__ import annotations

import importlib
from concurrent.futures import Executor
from contextlib import contextmanager
from functools import partial
from typing import TYPE_CHECKING, Any

from hatch_oaml.engines._mistakes import failed, no_executor, no_function

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from contextlib import AbstractContextManager


def parse_plug(text: str) -> Callable[[], AbstractContextManager[Executor]]:
    """:param text: `package.module:function`.
    :raises UsageError: there is no such function.
    """
    module, _, name = text.partition(":")
    try:
        function = getattr(importlib.import_module(module), name)
    except (ImportError, AttributeError) as error:
        raise no_function(text, str(error)) from error
    if not callable(function):
        raise no_function(text, f"{type(function).__name__}")
    return partial(_opened, text, function)


@contextmanager
def _opened(text: str, function: Callable[[], Any]) -> Iterator[Executor]:
    try:
        executor = function()
    except Exception as error:  # whatever somebody else's function may raise
        raise failed(text, f"{type(error).__name__}: {error}") from error
    if not isinstance(executor, Executor):
        raise no_executor(text, type(executor).__name__)
    with executor:
        yield executor
