"""Finds copyright notices that say in a sentence who owns the rights: `本软件著作权归……所有`."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from hatch_oaml.recognition.passage import Found
from hatch_oaml.recognition.words.ownership import NOBODY, OWNED, OWNED_ZH, PROSE, STATED
from hatch_oaml.recognition.words.shared import EMAIL, RESERVED, SIGN, is_template
from hatch_oaml.values.expressions import expression
from hatch_oaml.values.words import holds_any
from hatch_oaml.values.years import YEARS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hatch_oaml.recognition.reading import Reading

_OWNED_ZH = expression(OWNED_ZH.either, needed=(*"归歸属屬由为為", "保留", "享有", "拥有", "擁有"))
_STATED_BY = ("reserved", "follows", "copyrights", "all copyright", "all\ncopyright", "保留", "登")
_OWNED_BY = ("held", "owned", "retained", "belong", " with")
"""Without one of these words there is no such sentence."""
_STATED = expression(STATED.either, re.IGNORECASE)
_OWNED = expression(OWNED.either)
_NOBODY = expression(NOBODY.either)
_ADDRESS_BEHIND = expression(rf"[，,]?[ \t]*[<(（]?{EMAIL}[>)）]?")
_YEARS_BEHIND = expression(rf"[ \t]*[（(]\s*(?:{SIGN}\s*)?{YEARS}\s*[)）]")
_RESERVED_BEHIND = expression(rf"[，,、；;]?\s*(?:我们|本公司|且|并)?{RESERVED}", re.IGNORECASE)
_NAME = 60
"""Characters of a work's name before its number."""
_CLAUSE_START = expression(r"(?:^|[\n。；;|]|[：:](?![^（(]*[）)]))\W*((?:[^\n。；;|：:]|[：:](?=[^（(]*[）)]))*)$")
_PROSE = expression(PROSE.either)


def find(reading: Reading) -> Iterator[Found]:
    text, folded = reading.text, reading.folded
    if "权" in text or "權" in text:
        for match in _OWNED_ZH.finditer(text):
            holder = (match["holder"] or match["holder_by"] or match["owner"]).strip()
            if _PROSE.search(match[0]) or _PROSE.search(holder) or is_template(match[0]):
                continue
            yield _found(text, match, sure=not _NOBODY.search(holder))
    lower = reading.lower
    for match in _STATED.finditer(folded) if holds_any(lower, _STATED_BY) else ():
        if not is_template(match[0]):
            yield replace(_found(text, match, sure=True), start=_named_from(text, match))
    for match in _OWNED.finditer(folded) if holds_any(lower, _OWNED_BY) else ():
        if not is_template(match[0]):
            owner = (match["owner"] or match["name"]).lower()
            yield _found(text, match, sure=not _NOBODY.search(owner))


def _named_from(text: str, match: re.Match[str]) -> int:
    """Where the name of a work begins whose number of registration follows; else where the statement begins."""
    start = match.start() + len(match[0]) - len(match[0].lstrip())
    if not any(match[group] for group in ("number", "certificate", "registered")):
        return start
    clause = _CLAUSE_START.search(text, max(0, start - _NAME), start)
    return clause.start(1) if clause else start


def _found(text: str, match: re.Match[str], *, sure: bool) -> Found:
    start, end = match.start(), match.end()
    start += len(match[0]) - len(match[0].lstrip())
    for behind in (_YEARS_BEHIND, _ADDRESS_BEHIND):
        if more := behind.match(text, end):
            end = more.end()
    if reserved := _RESERVED_BEHIND.match(text, end):
        end = reserved.end()
    end += text[end : end + 1] in {"。", "."}
    return Found(kind="copyright", start=start, end=end, anchor=start, anchor_end=end, sure=sure)
