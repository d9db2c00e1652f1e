"""The contents of the site, in the order in which one reads them, and what the languages call its parts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from hatch_oaml.values.bilingual import Language


@dataclass(frozen=True)
class Speech:
    """What Sphinx calls a language, and which other one its pages lead to."""

    sphinx: str
    other: str


LANGUAGES: dict[Language, Speech] = {"en": Speech("en", "zh"), "zh": Speech("zh_CN", "en")}

CONTENTS: tuple[tuple[dict[Language, str], tuple[str, ...]], ...] = (
    ({"en": "Begin", "zh": "入门"}, ("install", "usage", "compare", "examples", "gallery")),
    (
        {"en": "Tutorials", "zh": "教程"},
        (
            "tutorials/publisher",
            "tutorials/fine-tuner",
            "tutorials/quantizer",
            "tutorials/merger",
            "tutorials/platform",
            "tutorials/recipient",
            "tutorials/lawyer",
        ),
    ),
    (
        {"en": "Archives", "zh": "归档"},
        ("archives", "stores", "beyond-one-machine", "signatures", "registries", "bill-of-materials", "ci-reports"),
    ),
    (
        {"en": "What one can rely on", "zh": "可以信赖什么"},
        ("guarantees", "security", "checks", "page", "notice-grammar"),
    ),
    (
        {"en": "References", "zh": "参考"},
        (
            "reference/cli",
            "reference/configuration",
            "reference/modifications",
            "reference/base-record",
            "reference/manifest",
            "reference/json-report",
            "reference/notice-sources",
            "reference/exit-statuses",
        ),
    ),
)
