"""Matches waivers with the notices that a release has lost, and tells which waivers do not hold."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from hatch_oaml.retention.normalization import has_run, words
from hatch_oaml.values.explanations import says_something
from hatch_oaml.values.expressions import expression

if TYPE_CHECKING:
    from hatch_oaml.records.config import Waiver
    from hatch_oaml.records.notice import Notice

WaiverDefect = Literal["empty", "placeholder", "repetition", "generic", "unspecific"]
"""Why a waiver justifies nothing; "generic": its words would fit any notice; "unspecific": it names no notice in
particular.
"""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_PLACEHOLDERS = _words(
    "todo tbd tba fixme xxx wip na none nil null reason placeholder unknown later pending ok yes no because waived"
    " notneeded unnecessary notnecessary notrequired unused irrelevant notrelevant ignore ignored skip"
    " 待补 待补充 待定 待填 待办 无 暂无 没有 略 不需要 不必要 无需 不相关 忽略 理由 原因 未知 占位"
)
_PLACEHOLDER_START = expression(r"\W*(?:todo|fixme|tbd|tba|xxx|待补充?|待定|待填写?)\s*[:：(（\[【]", re.IGNORECASE)
_EVERYWHERE = _words(
    "copyright c © the all rights reserved by and of a an this is inc ltd llc co corp license licensed"
    " 版 权 所 有 保 留 利 著 作 的"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class UnjustifiedWaiver:
    waiver: Waiver
    lack: WaiverDefect


@dataclass(frozen=True, slots=True, kw_only=True)
class StaleWaiver:
    """`covered` is how many notices the waiver covers, which is not what it expects."""

    waiver: Waiver
    covered: int


def covers(waiver: Waiver, base: str, notice: Notice) -> bool:
    """Is `notice`, of the base called `base`, what `waiver` names, by all its words or by a run of them?"""
    return waiver.base == base and has_run(words(waiver.notice), words(notice.text))


def defect_of_waiver(waiver: Waiver) -> WaiverDefect | None:
    reason = words(waiver.reason)
    letters = "".join(reason)
    if not letters:
        return "empty"
    if (
        letters in _PLACEHOLDERS
        or not letters.strip("x")
        or _PLACEHOLDER_START.match(waiver.reason)
        or len(letters) < 4
    ):
        return "placeholder"
    if has_run(reason, words(waiver.notice)) or reason == words(waiver.notice):
        return "repetition"
    if all(word in _EVERYWHERE or word.isdecimal() for word in words(waiver.notice)):
        return "unspecific"
    return None if says_something(waiver.reason) else "generic"
