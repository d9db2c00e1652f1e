"""Whole notice files, kept paragraph by paragraph."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from hatch_oaml.notices._contract import Source
from hatch_oaml.recognition.boilerplate import is_known_license
from hatch_oaml.recognition.passage import Passage

if TYPE_CHECKING:
    from hatch_oaml.paths import ArchivePath

_TEXT = r"(?:[._-][\w.-]*)?(?<!\.py)(?<!\.js)(?<!\.ts)(?<!\.c)(?<!\.h)(?<!\.go)(?<!\.rs)(?<!\.java)(?<!\.json)(?<!\.sh)(?<!\.cpp)(?<!\.css)(?<!\.vue)(?<!\.pdf)(?<!\.docx)"
_LICENSE = re.compile(
    rf"(?:(?:un)?licen[sc]es?|copying|许可证|许可协议|授权协议){_TEXT}$|.*[-_.]licen[sc]e(?:\.txt|\.md)?$",
    re.IGNORECASE,
)
_NOTICE = re.compile(
    rf"(?:notices?|copyrights?|patents?|trademarks?|third[-_ ]?party[\w-]*|attributions?|acknowledge?ments?|legal|版权|声明|第三方|商标|专利){_TEXT}[\w.]*$",
    re.IGNORECASE,
)
_PEOPLE = re.compile(
    rf"(?:authors|contributors|credits|maintainers|thanks|致谢|鸣谢|作者|贡献者){_TEXT}[\w.]*$", re.IGNORECASE
)
_POSSIBLE = re.compile(r"citation\.(?:cff|bib)$|reuse\.toml$", re.IGNORECASE)


def _name(path: str) -> str:
    return path.rsplit("/", 1)[-1]


def _claims(path: ArchivePath) -> bool:
    name = _name(path)
    return any(pattern.match(name) for pattern in (_LICENSE, _NOTICE, _PEOPLE, _POSSIBLE)) or "/LICENSES/" in f"/{path}"


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


SOURCE = Source(name="notice-file", claims=_claims, read_text=_read, sampled=False)
