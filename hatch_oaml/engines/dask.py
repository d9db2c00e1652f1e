"""The workers of a Dask cluster, which may stand anywhere."""

from __future__ import annotations

from concurrent.futures import CancelledError as Cancelled
from contextlib import contextmanager
from functools import partial
from typing import TYPE_CHECKING

from hatch_oaml.engines._contract import Engine
from hatch_oaml.engines._mistakes import lost, missing_extra, no_address, unreachable

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from concurrent.futures import Executor
    from contextlib import AbstractContextManager

_PATIENCE = 30
"""Seconds that a scheduler may take to answer."""

_REPEATED = 2
"""Times that Dask itself runs a task again whose worker was lost or that failed: all it does is done as well twice."""


def _parse(text: str) -> Callable[[], AbstractContextManager[Executor]]:
    if "://" not in text:
        raise no_address(text)
    return partial(_opened, text)


@contextmanager
def _opened(address: str) -> Iterator[Executor]:
    try:
        from distributed import CancelledError, Client, KilledWorker  # noqa: PLC0415  # an extra
    except ImportError as error:
        raise missing_extra("dask", "distributed") from error
    try:
        client = Client(address, timeout=_PATIENCE, set_as_default=False)
    except (OSError, ValueError) as error:
        raise unreachable(address, str(error)) from error
    try:
        with client, client.get_executor(retries=_REPEATED, pure=False) as executor:
            yield executor
    except (KilledWorker, CancelledError, Cancelled) as error:
        raise lost(str(error)) from error


ENGINE = Engine(name="dask", argument="ADDRESS", parse=_parse)
