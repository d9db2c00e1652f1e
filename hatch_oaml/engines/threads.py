"""Threads of the building process itself."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import TYPE_CHECKING

from hatch_oaml.engines._contract import Engine
from hatch_oaml.engines._mistakes import no_number

if TYPE_CHECKING:
    from collections.abc import Callable
    from concurrent.futures import Executor
    from contextlib import AbstractContextManager

_MOST = 1024


def _parse(text: str) -> Callable[[], AbstractContextManager[Executor]]:
    number = int(text) if text.isascii() and text.isdecimal() and len(text) <= len(str(_MOST)) else 0
    if not 1 <= number <= _MOST:
        raise no_number(text)
    return partial(ThreadPoolExecutor, number)


ENGINE = Engine(name="threads", argument="N", parse=_parse)
