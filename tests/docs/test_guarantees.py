"""The guarantees are true: each names tests that exist, in both languages the same."""

from __future__ import annotations

import ast
import re
from typing import TYPE_CHECKING

import pytest

from tests.docs.pages import CHINESE, ENGLISH, ROOT, section

if TYPE_CHECKING:
    from pathlib import Path

PROMISES = section((ENGLISH / "guarantees.md").read_text(encoding="utf-8"), "The promises")
IN_CHINESE = section((CHINESE / "guarantees.md").read_text(encoding="utf-8"), "承诺")
_NAMED = re.compile(r"`([\w/]+\.py)::(\w+)`")
NAMED = _NAMED.findall(PROMISES)


def functions(path: Path) -> set[str]:
    return {
        node.name for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if isinstance(node, ast.FunctionDef)
    }


@pytest.mark.parametrize(("path", "name"), NAMED, ids=[f"{path}::{name}" for path, name in NAMED])
def test_a_test_that_a_promise_names_is_there(path: str, name: str) -> None:
    assert name in functions(ROOT / "tests" / path)


def test_every_promise_names_a_test() -> None:
    promises = re.split(r"^\d+\. ", PROMISES, flags=re.MULTILINE)[1:]

    assert len(promises) >= 10
    assert [] == [promise for promise in promises if not _NAMED.search(promise)]


def test_every_promise_is_made_in_both_languages() -> None:
    numbers = r"^(\d+)\. "

    assert re.findall(numbers, PROMISES, re.MULTILINE) == re.findall(numbers, IN_CHINESE, re.MULTILINE)
    assert NAMED == _NAMED.findall(IN_CHINESE)
