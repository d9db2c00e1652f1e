"""Headings of model cards, by what stands below them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal, NamedTuple

from hatch_oaml.values.expressions import expression

if TYPE_CHECKING:
    from re import Pattern

About = Literal["description", "users", "uses", "limitations", "ethics"]


class HeadingWords(NamedTuple):
    """The whole of a heading, without its number, marks and pictures; `other` is one that means something else."""

    about: About
    language: str
    words: str
    sample: str
    other: str


HEADINGS: tuple[HeadingWords, ...] = (
    HeadingWords(
        "description",
        "en",
        r"(?:(?:model )?(?:description|summary|overview)|introduction)",
        "Model Description",
        "Model Card Contact",
    ),
    HeadingWords("description", "zh", r"(?:模型)?(?:简介|介绍|概述|描述|说明)|概览", "模型简介", "模型下载"),
    HeadingWords("users", "en", r"(?:intended|target|direct) users?", "Intended Users", "User guide"),
    HeadingWords("users", "zh", r"(?:目标|预期|适用)(?:用户|人群)", "目标用户", "用户手册"),
    HeadingWords(
        "uses",
        "en",
        r"(?:intended |direct |primary )?use(?:s|[ -]cases?)?|intended purpose",
        "Intended Uses",
        "Out-of-Scope Use",
    ),
    HeadingWords("uses", "zh", r"(?:预期|主要|模型)?(?:用途|使用场景|适用场景|应用场景)", "预期用途", "使用方法"),
    HeadingWords(
        "limitations",
        "en",
        r"(?:known |technical )?limitations?|(?:limitations? and )?bias(?:es)?(?: and limitations?)?"
        r"|limitations? and (?:risks?|bias(?:es)?)|bias,? risks?,? and limitations?|risks? and limitations?",
        "Bias, Risks, and Limitations",
        "Rate limits",
    ),
    HeadingWords(
        "limitations",
        "zh",
        r"(?:模型|已知|技术)?(?:局限性?|限制)(?:[与和及](?:偏见|风险))?",
        "局限性与偏见",
        "许可限制",
    ),
    HeadingWords("ethics", "en", r"ethic(?:s|al considerations?)", "Ethical Considerations", "Considerations"),
    HeadingWords("ethics", "zh", r"伦理(?:考量|考虑|声明|问题)?", "伦理考量", "声明"),
)

_EXPRESSIONS: tuple[tuple[Pattern[str], About], ...] = tuple(
    (expression(f"(?:{row.words})", re.IGNORECASE), row.about) for row in HEADINGS
)
_BARE = expression(r"[\W\d_]*(?P<words>.*?)[\W_]*")


def what_stands_below(heading: str) -> About | None:
    """None below a heading that tells of something else."""
    plain = " ".join(heading.replace("&", " and ").split())
    bare = _BARE.fullmatch(plain)
    words = bare["words"] if bare else plain
    return next((about for found, about in _EXPRESSIONS if found.fullmatch(words)), None)
