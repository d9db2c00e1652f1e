"""Headings of model cards, by what stands below them."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

About = Literal["description", "users", "uses", "limitations", "ethics"]


class HeadingWords(NamedTuple):
    """The whole of a heading, in small letters and without its number, signs and pictures; `other` is one that means
    something else.
    """

    about: About
    language: str
    words: tuple[str, ...]
    sample: str
    other: str


HEADINGS: tuple[HeadingWords, ...] = (
    HeadingWords(
        "description",
        "en",
        (
            *("description", "summary", "overview", "introduction"),
            *("model description", "model summary", "model overview", "model introduction"),
        ),
        "Model Description",
        "Model Card Contact",
    ),
    HeadingWords(
        "description",
        "zh",
        (
            *("简介", "介绍", "概述", "概览", "描述", "说明"),
            *("模型简介", "模型介绍", "模型概述", "模型概览", "模型描述", "模型说明"),
        ),
        "模型简介",
        "模型下载",
    ),
    HeadingWords(
        "users",
        "en",
        ("intended users", "target users", "direct users", "intended user", "target user", "primary intended users"),
        "Intended Users",
        "User guide",
    ),
    HeadingWords("users", "zh", ("目标用户", "预期用户", "适用用户", "目标人群", "适用人群"), "目标用户", "用户手册"),
    HeadingWords(
        "uses",
        "en",
        (
            *("use", "uses", "use case", "use cases", "direct use", "direct uses", "intended purpose", "primary uses"),
            *("intended use", "intended uses", "intended use case", "intended use cases", "primary intended uses"),
        ),
        "Intended Uses",
        "Out-of-Scope Use",
    ),
    HeadingWords(
        "uses",
        "zh",
        ("用途", "预期用途", "主要用途", "模型用途", "使用场景", "适用场景", "应用场景"),
        "预期用途",
        "使用方法",
    ),
    HeadingWords(
        "limitations",
        "en",
        (
            *("limitation", "limitations", "known limitations", "technical limitations", "model limitations"),
            *("bias", "biases", "limitations and bias", "limitations and biases", "bias and limitations"),
            *("risks and limitations", "limitations and risks", "bias risks and limitations"),
        ),
        "Bias, Risks, and Limitations",
        "Rate limits",
    ),
    HeadingWords(
        "limitations",
        "zh",
        (
            *("局限", "局限性", "限制", "模型局限", "模型局限性", "已知局限", "已知局限性", "技术局限", "模型限制"),
            *("局限性与偏见", "局限性和偏见", "局限与偏见", "偏见与局限性", "局限性与风险", "风险与局限性", "已知限制"),
        ),
        "局限性与偏见",
        "许可限制",
    ),
    HeadingWords(
        "ethics",
        "en",
        ("ethics", "ethical considerations", "ethical consideration"),
        "Ethical Considerations",
        "Considerations",
    ),
    HeadingWords("ethics", "zh", ("伦理", "伦理考量", "伦理考虑", "伦理声明", "伦理问题"), "伦理考量", "声明"),
)


def what_stands_below(heading: str) -> About | None:
    """None below a heading that tells of something else."""
    return _known().get(_bare(heading))


@cache
def _known() -> Mapping[str, About]:
    return {words: row.about for row in HEADINGS for words in row.words}


def _bare(heading: str) -> str:
    """Its words in small letters, without the number that it begins with."""
    signs = heading.replace("&", " and ")
    words = "".join(letter if letter.isalnum() or letter == "-" else " " for letter in signs).casefold().split()
    while words and not any(map(str.isalpha, words[0])):
        del words[0]
    return " ".join(words)
