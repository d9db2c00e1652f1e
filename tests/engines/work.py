"""Work for other processes, and who is to do it."""

from __future__ import annotations

import os
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context

NUMBER = 1


def pool_of_processes() -> ProcessPoolExecutor:
    """As the page on engines shows it."""
    return ProcessPoolExecutor(2, mp_context=get_context("spawn"))


def its_process() -> int:
    return os.getpid()


def ended() -> None:
    os._exit(1)


def failing() -> None:
    raise RuntimeError("no node")
