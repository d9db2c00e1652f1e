"""An expression is compiled when it is first asked, and is then the compiled one."""

from __future__ import annotations

import re

import pytest

from hatch_oaml.values.expressions import expression


def test_it_answers_as_the_compiled_one() -> None:
    lazy, compiled = expression(r"(?P<word>a+)b", re.IGNORECASE), re.compile(r"(?P<word>a+)b", re.IGNORECASE)

    assert compiled.sub("-", "xAABy") == lazy.sub("-", "xAABy")
    assert compiled.pattern == lazy.pattern
    found = lazy.search("xAABy")
    assert found is not None
    assert "AA" == found["word"]
    assert found.re == compiled


def test_it_reads_bytes_too() -> None:
    assert [b"1", b"22"] == expression(rb"\d+").findall(b"1 and 22")


def test_what_is_no_expression_is_told_when_it_is_asked() -> None:
    broken = expression("(")

    with pytest.raises(re.error):
        broken.search("")
