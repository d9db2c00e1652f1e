"""No test has a number of seconds for its limit: a busy machine would fail it, and a fast one would let a slow way pass."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

TESTS = Path(__file__).parent.parent
CLOCKS = {"process_time", "perf_counter", "process_time_ns", "perf_counter_ns", "thread_time"}
MAY = {"growing.py", "fuzz_verify.py"}
"""What holds much against little in one run, and what tells a person what it took."""


def clocks_in(source: str) -> set[str]:
    """Those of CPU time and of short spans that a program names; to wait with patience it asks another."""
    tree = ast.parse(source)
    return {node.attr for node in ast.walk(tree) if isinstance(node, ast.Attribute) and node.attr in CLOCKS} | {
        name.name
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom)
        for name in node.names
        if name.name in CLOCKS
    }


def test_no_test_looks_at_a_clock_of_short_spans() -> None:
    asking = {
        path.relative_to(TESTS).as_posix()
        for path in TESTS.rglob("*.py")
        if path.name not in MAY and "benchmarks" not in path.parts and clocks_in(path.read_text(encoding="utf-8"))
    }

    assert set() == asking


@pytest.mark.parametrize("source", ["import time\ntime.process_time()", "from time import perf_counter"])
def test_a_clock_is_seen(source: str) -> None:
    assert clocks_in(source)
