"""Whole notice files, kept paragraph by paragraph."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from hatch_oaml.notices._contract import NoticeSource
from hatch_oaml.recognition.boilerplate import is_known_license
from hatch_oaml.recognition.passage import Passage
from hatch_oaml.values.expressions import expression

if TYPE_CHECKING:
    from hatch_oaml.values.paths import ArchivePath

_PROGRAM = expression(
    r"\.(?:py|pyi|pyx|js|mjs|cjs|ts|tsx|jsx|c|h|cc|cpp|hpp|go|rs|java|kt|cs|rb|php|pl|sh|bat|css|scss|vue|json|jsonl|csv|pdf|docx|ipynb|yaml|yml)$",
    re.IGNORECASE,
)
"""A program that has such a name is still a program, and data is still data."""
_LICENSE = expression(
    r"(?:(?:un)?licen[sc]es?|copying|许可证|许可协议|授权协议)(?![a-z])|.*[-_.]licen[sc]e(?:\.txt|\.md)?$",
    re.IGNORECASE,
)
_NOTICE = expression(
    r"(?:(?:notices?|copyrights?|patents?|trademarks?|attributions?|acknowledge?ments?|legal)(?![a-z])|third[-_ ]?party|版权|声明|第三方|商标|专利)",
    re.IGNORECASE,
)
_PEOPLE = expression(
    r"(?:(?:authors|contributors|credits|maintainers|thanks)(?![a-z])|致谢|鸣谢|作者|贡献者)", re.IGNORECASE
)
_POSSIBLE = expression(r"citation\.(?:cff|bib)$|reuse\.toml$", re.IGNORECASE)
_ANY = expression("|".join(pattern.pattern for pattern in (_LICENSE, _NOTICE, _PEOPLE, _POSSIBLE)), re.IGNORECASE)


def _name(path: str) -> str:
    return path.rsplit("/", 1)[-1]


def _claims(path: ArchivePath) -> bool:
    name = _name(path)
    if not _ANY.match(name) and "LICENSES/" not in path:
        return False
    return not _PROGRAM.search(name) and (_ANY.match(name) is not None or "/LICENSES/" in f"/{path}")


def _read(path: ArchivePath, text: str) -> tuple[Passage, ...]:
    name = _name(path)
    if _NOTICE.match(name):
        return (Passage(text=text, keep="attribution"),)
    if _PEOPLE.match(name):
        return (Passage(text=text, keep="attribution", unit="line"),)
    if _POSSIBLE.match(name):
        return (Passage(text=text, keep="attribution", unit="line", sure=False),)
    if is_known_license(text):
        return (Passage(text=text),)
    return (Passage(text=text, keep="license", sure=False),)


SOURCE = NoticeSource(name="notice-file", claims=_claims, read_text=_read, sampled=False)
