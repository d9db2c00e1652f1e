"""Finds copyright notices that say in a sentence who owns the rights: `本软件著作权归……所有`."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from hatch_oaml.recognition.passage import Found
from hatch_oaml.recognition.words.ownership import NOBODY, OWNED, OWNED_ZH, PROSE, STATED
from hatch_oaml.recognition.words.shared import COPYRIGHT_ZH, EMAIL, RESERVED, SIGN, is_template
from hatch_oaml.values.expressions import expression
from hatch_oaml.values.words import holds_any
from hatch_oaml.values.years import YEARS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hatch_oaml.recognition.reading import Reading

_OWNED_ZH = expression(OWNED_ZH.either, needed=(*"归歸属屬由为為", "保留", "享有", "拥有", "擁有"))
_RIGHT_ZH = expression(rf"{COPYRIGHT_ZH}|知识产权|智慧財產權")
_HAS_ZH = expression("保留|享有|拥有|擁有")
_CLAUSE_ZH = expression(r"[^，。；,;!！\n]{0,40}")
"""So far behind a letter of such a sentence the right is looked for that it speaks of."""
_ENDS_ZH = expression(r"所有|享有|拥有|擁有|保留|持有|[，。；\n]")
_VERB_BEFORE, _SENTENCE_BEFORE, _SENTENCE_BEHIND = 20, 60, 200
"""Letters: so far before a right its verb may stand, or the sentence begin, and so far behind it the sentence end."""
_STATED_BY = ("reserved", "follows", "copyrights", "all copyright", "all\ncopyright", "保留", "登")
_OWNED_BY = ("held", "owned", "retained", "belong", " with", "retains", "retain ", "holds", "owns", "reserves")
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
        for match in owned_zh(text):
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
            owner = (match["owner"] or match["name"] or match["keeper"]).lower()
            yield _found(text, match, sure=not _NOBODY.search(owner))


def owned_zh(text: str) -> Iterator[re.Match[str]]:
    """As `_OWNED_ZH.finditer(text)`, which tries each letter of a clause, and from there each right that the clause names."""
    tried, failed = 0, -1
    for right in _RIGHT_ZH.finditer(text):
        at = right.start()
        if at < tried:
            continue
        if not _HAS_ZH.search(text, max(0, at - _VERB_BEFORE), at):
            if at <= failed:
                continue
            if not (_may_end(text, at) and _OWNED_ZH.match(text, at)):
                failed = _CLAUSE_ZH.match(text, at).end()  # type: ignore[union-attr]  # it matches the empty string too
                continue
        starts = range(max(tried, at - _SENTENCE_BEFORE), at + 1)
        found = next((match for start in starts if (match := _OWNED_ZH.match(text, start))), None)
        tried = found.end() if found else at + 1
        if found:
            yield found


def _may_end(text: str, at: int) -> bool:
    """Stands anything with which a sentence of a right ends so near behind `at` that it may be of this one, or of one that begins in it?"""
    return at + _SENTENCE_BEHIND > len(text) or _ENDS_ZH.search(text, at, at + _SENTENCE_BEHIND) is not None


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
