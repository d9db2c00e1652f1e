"""Matches waivers with the notices that a release has lost, and tells which waivers do not hold."""

from __future__ import annotations

from collections import Counter
from itertools import chain
from typing import TYPE_CHECKING, Literal

from hatch_oaml.retention.normalization import claims, has_run, words
from hatch_oaml.retention.similarity import FEW_LINES, LEAST_LINES, LEAST_SHARE, likeness
from hatch_oaml.values.explanations import says_why
from hatch_oaml.values.frozen import frozen
from hatch_oaml.values.placeholders import is_placeholder

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from hatch_oaml.records.base_file import BaseFile
    from hatch_oaml.records.config import Waiver
    from hatch_oaml.records.inventory import ReleaseFile
    from hatch_oaml.records.notice import Notice
    from hatch_oaml.retention.normalization import Tokens
    from hatch_oaml.values.paths import ArchivePath

WaiverDefect = Literal["empty", "placeholder", "repetition", "generic", "unspecific", "fragment", "still shipped"]
"""Why a waiver justifies nothing; "generic": its words would fit any notice; "unspecific": it names no notice in
particular; "fragment": it has a word or two of a notice, and not what tells it; "still shipped": what the notice is about
is in the release, whatever the reason says.
"""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_NO_REASON = _words(
    "reason ok yes no because waived notneeded unnecessary notnecessary notrequired unused irrelevant notrelevant ignore"
    " ignored skip 不需要 不必要 无需 不相关 忽略 理由 原因"
)
_EVERYWHERE = _words(
    "copyright c © the all rights reserved by and of a an this is inc ltd llc co corp license licensed"
    " 版 权 所 有 保 留 利 著 作 的"
)
_KIND_OF_NOTICE = _words(
    "adapted derived based borrowed taken from on in to with for is are was were be as at or trademark trademarks registered"
    " marks mark patent patents pending code software work author authors credit credits thanks portions written developed"
    " 商 标 注 册 专 基 于 改 编 自 来 源 是 为 由 作 者 感 谢"
)
_FORMS_OF_COMPANY = _words(
    "inc ltd llc co corp gmbh limited incorporated corporation company ag sa bv plc pte pty 有 限 责 任 股 份 公 司"
)
_ENOUGH = 0.75
"""Of the words that tell one notice from others, so much must stand in its waiver."""


_HEADER_LINES = 30
"""So far down a notice may stand that is of the whole file."""


@frozen
class Remains:
    """Of the base's file at `path`, with its `notice`, so many of the `lines` that can be compared are in the file `here`."""

    notice: Notice
    path: ArchivePath
    here: ArchivePath
    shared: int
    lines: int


@frozen
class UnjustifiedWaiver:
    """`notice` is the one that a "fragment" has words of; `remains` tells what is "still shipped"."""

    waiver: Waiver
    lack: WaiverDefect
    notice: Notice | None = None
    remains: Remains | None = None


@frozen
class StaleWaiver:
    """`covered` is how many notices the waiver covers, which is not what it expects."""

    waiver: Waiver
    covered: int


class WaiverIndex:
    """Which of many waivers may touch a notice: each is filed under that of its words which the fewest of them have."""

    def __init__(self, waivers: Sequence[Waiver]) -> None:
        named = [frozenset(words(waiver.notice)) for waiver in waivers]
        counts = Counter(chain.from_iterable(named))
        self._filed: dict[tuple[str, str], list[int]] = {}
        for number, waiver in enumerate(waivers):
            if named[number]:
                rarest = min(named[number], key=lambda word: (counts[word], word))
                self._filed.setdefault((waiver.base, rarest), []).append(number)

    def candidates(self, base: str, notice: Notice) -> list[int]:
        """The indices of the waivers that may touch `notice`, ascending: all that do, and few others."""
        if not self._filed:
            return []
        found = (self._filed.get((base, word), ()) for word in frozenset(words(notice.text)))
        return sorted(chain.from_iterable(found))


def touches(waiver: Waiver, base: str, notice: Notice) -> bool:
    """Do the words of `waiver` stand side by side in `notice`, of the base called `base`?"""
    return waiver.base == base and has_run(words(waiver.notice), words(notice.text))


def covers(waiver: Waiver, base: str, notice: Notice) -> bool:
    """Is `notice`, of the base called `base`, what `waiver` names: all of its holders, or nearly all of its telling words?"""
    if not touches(waiver, base, notice):
        return False
    named = words(waiver.notice)
    if notice.kind == "copyright" and (holders := [claim.holder for claim in claims(notice.text) if claim.holder]):
        return all(has_run(_without_form(holder), named) for holder in holders)
    telling = [word for word in words(notice.text) if _tells(word)]
    return named == words(notice.text) or sum(word in named for word in telling) >= max(1, _ENOUGH * len(telling))


def _without_form(holder: Tokens) -> Tokens:
    """What people write of a company: `Dogwood Code` for Dogwood Code GmbH."""
    name = holder
    while len(name) > 1 and name[-1] in _FORMS_OF_COMPANY:
        name = name[:-1]
    return name


def _tells(word: str) -> bool:
    return not word.isdecimal() and word not in _EVERYWHERE and word not in _KIND_OF_NOTICE


def find_remains(file: BaseFile, notice: Notice, parts: Iterable[ReleaseFile]) -> Remains | None:
    """What of the base's `file` still ships in `parts`, if `notice` must pertain to it.

    It must where every line is still there, so that nothing went with the notice; and where most are, if it is the only
    copyright and stands above them all. Otherwise it may have been about what was taken out, and the reason says so.
    """
    for part in parts:
        found = likeness(file.fingerprint, part.fingerprint)
        is_unchanged = found.lines >= FEW_LINES and found.share == 1
        if is_unchanged or (_is_of_all(file, notice) and found.lines >= LEAST_LINES and found.share >= LEAST_SHARE):
            shared = round(found.share * found.lines)
            return Remains(notice=notice, path=file.path, here=part.path, shared=shared, lines=found.lines)
    return None


def _is_of_all(file: BaseFile, notice: Notice) -> bool:
    others = (other for other in file.notices if other.kind == "copyright" and words(other.text) != words(notice.text))
    return notice.kind == "copyright" and notice.line <= _HEADER_LINES and not any(others)


def defect_of_waiver(waiver: Waiver) -> WaiverDefect | None:
    """Why `waiver` waives nothing: its reason says nothing, or its words name no notice. None if it is sound."""
    reason = words(waiver.reason)
    letters = "".join(reason)
    if not letters:
        return "empty"
    if is_placeholder(waiver.reason) or letters in _NO_REASON or len(letters) < 4:
        return "placeholder"
    if has_run(reason, words(waiver.notice)) or reason == words(waiver.notice):
        return "repetition"
    if all(word in _EVERYWHERE or word in _FORMS_OF_COMPANY or word.isdecimal() for word in words(waiver.notice)):
        return "unspecific"
    return None if says_why(waiver.reason) else "generic"
