"""Finds attribution notices that name people: authors, credits, thanks, `作者`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from hatch_oaml.recognition.evidence import MERELY_MENTIONED, PERSON, attribution, is_evident, with_next_line
from hatch_oaml.recognition.hearsay import is_of_the_world, is_told_to_a_model
from hatch_oaml.recognition.name_lines import DEED_LINE, LABEL_LINE, ORIGIN_LINE
from hatch_oaml.recognition.names import are_names
from hatch_oaml.recognition.nicknames import is_nickname
from hatch_oaml.recognition.rows import Rows
from hatch_oaml.recognition.sentences import end_of_line, sentence_around
from hatch_oaml.recognition.unfilled import is_unfilled
from hatch_oaml.recognition.words.evidence import NAME
from hatch_oaml.recognition.words.nobody import CONSEQUENCE, NOT_PERSON, OUTPUT, SAID
from hatch_oaml.recognition.words.people import GROUP, NAMED, OF_THIS
from hatch_oaml.recognition.words.people_zh import NAMED_ZH
from hatch_oaml.recognition.words.shared import EMAIL, LICENSE_NAME, REPOSITORY, SIGN, URL, is_template
from hatch_oaml.values.expressions import expression
from hatch_oaml.values.han import BEYOND_LATIN

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hatch_oaml.recognition.passage import Found
    from hatch_oaml.recognition.reading import Reading

_NAMED = Rows(NAMED)
_NAMED_ZH = Rows(NAMED_ZH)
_ORIGINAL = expression(r"\s*original", re.IGNORECASE)
_ONE_WORD = expression(r"(?:the\s+)?[A-Z]\w*[.;)]?\s*(?:\n|$)")
"""What provides a feature is a library as often as a person."""
_PARTS = "file|api|function|method|class|module|interface|backend|driver|format|extension|object|server|user"
_PART = expression(rf"(?:the|an?)\s+{NAME}(?:\s\w+)?\s(?:{_PARTS})s?\b")
"""A part of a program, or who uses it: `provided by the LOOM file`."""
_DIRECTLY = expression(rf"[\s:\](\[`'\"-]*(?:{URL}|{REPOSITORY}|{EMAIL}|{LICENSE_NAME}\b)", re.IGNORECASE)
_PROVIDERS = (MERELY_MENTIONED, _ONE_WORD, _PART)
_FIELD = expression(r"\W*[A-Z][\w-]{1,20}\s?:(?!//)\s")
"""The next field, where a label names nobody."""
_BY_OR_COLON = expression(r"(?:\bby|:|：)\s*$", re.IGNORECASE)
_REACH = 1000
"""Characters that tell whether people are named: a line of minified code may have a megabyte."""
_LABEL_END = expression(r"(?:[:：=]|\bauthors?\"?(?:\s(?:and|&)\scopyright)?)\s*$", re.IGNORECASE)
_ASKED = expression(r"\W*(?:Are|Is|Was|Were|Who|Do|Does|Did|Can|Could|Which|What|Have|Has)\b[^\n]*\?$")
_STRING_PREFIX = expression(r"\A[ubr]{1,2}(?=[\"'])")
_HEADING = expression(r"\s*authors?\"?(?:\s(?:and|&)\scopyright)?\n", re.IGNORECASE)
_ADDRESS_BEHIND = r"(?:\s*(?:<[^<>\n]+>|\([^()\n]*(?:@|https?:)[^()\n]*\)))?"
_PERSON_ON_LINE = rf"(?:\d{{4}}[\d.]*[ ,]+)?{NAME}(?:[ ]{NAME}){{1,3}}(?:[ ,]+\d{{4}})?{_ADDRESS_BEHIND},?"
_MORE_PEOPLE = expression(rf"(?:\n\W{{0,3}}(?:{_PERSON_ON_LINE}|{BEYOND_LATIN}{{2,4}}{_ADDRESS_BEHIND})(?=\n|$))+")
"""The lines of a list of names that goes on."""
_ENDS_JOINED = expression(r"(?:,|\s(?:and|&|und|et|y))$")
_FULL = rf"(?={NAME}\s(?:(?:{NAME}|de|van|von|der)\s){{0,2}}{NAME}(?:[,.\s<(]|$))"
_AND = expression(rf"(?:and|&|und|et|y)\s{_FULL}")
_AND_MORE = expression(rf"(?:(?:and|&|und|et|y)\s)?{_FULL}")
"""How a line goes on with the people of the line above, and where that ends with a comma."""
_SIGN = expression(rf"{SIGN}|copyright\b", re.IGNORECASE)
"""With what a notice of its own begins, below a label that names nobody."""
_CHANGED = r"(?:modified|edited|revised|maintained|created|implemented|translated|converted|adapted)"
_ALSO = r"\s*(?:(?:was|also|first|initially|and)\s+)*"
_TECHNICAL = expression(rf"{_ALSO}(?P<verb>{_CHANGED})\b", re.IGNORECASE)
_IS = "has|have|is|are|was|were|will|can|may|must|should|do|does"
_HAS = expression(rf"(?:the\s+)?{NAME}(?:\s+{NAME}){{0,2}}\s+(?:{_IS}|(?:only|ONLY)\s(?:if|when))\b")
"""Of what somebody made something is said, and not who made this: `Queues created by Loom Tasks have …`."""
_ADDRESS = expression(rf"{URL}|{EMAIL}|(?<![{{`])@[\w-]{{2,}}(?![\w.])|{LICENSE_NAME}\b", re.IGNORECASE)
_NEAR = 120
_GOES_ON = expression(r",\s(?!see\b|at\b|via\b|from\b)[a-z]{2,}\s")
"""Behind a name, with which a sentence goes on to what the thing does."""
_BEFORE = 200
"""Characters of its line before a verb: minified code has a megabyte."""
_OF_THIS = expression(OF_THIS.either, re.IGNORECASE)
_WRITTEN = expression(rf"{_ALSO}(?:written|created|provided)\b", re.IGNORECASE)
_IS_OUTPUT = expression(OUTPUT.either, re.IGNORECASE)
"""What programs write, before `written by Weft`."""
_COUNTED = expression(r"(?<!\d)\d{1,3}\s*$")
"""A number at a line's end that is no year: `SEQLENGTH 337`."""
_MODAL = expression(r"\b(?:may|can|could|might|must|should|will|would|shall|to)\s+(?:also\s+)?be\s*$", re.IGNORECASE)
_OF_CLASS = expression(r"(?:the\s+)?[A-Z][\w.]*(?:\s[A-Z][\w.]*){0,3}['’]s\s+(?:`|:\w+:`|[A-Z]\w+[A-Z]\w+\b)")
"""Which class of a program did it: `written by Loom Lightning's ``CSVLogger```."""
_CONDITION = expression(r"\b(?:if|when|whether|once|unless|until|while|after|before)\b[^.;]*$", re.IGNORECASE)
_BY_NAME = rf"(?:the\s+)?{NAME}(?:\s+(?:of|and|de|van|von|&))?\s+{NAME}"
_FOR_WHAT = r"(?!the\b|a\b|an\b|all\b)[\w-]{2,30},?\s+(?:for|and|who)\b"
_NICKNAMED = rf"{NAME}\s[\"“(][^\"”)\n]{{1,20}}[\"”)]\s{NAME}"
_LISTED = rf"{NAME},\s{NAME}\s{NAME}\s*(?:[,.!\n]|and\b|$)"
_GROUP = GROUP.either
_GROUP_OF_WORK = expression(rf"(?=(?:the\s+)?(?!open|third)[A-Za-z]\w*[-.\d][\w.+-]+\s)(?:{_GROUP})")
_SPELT_ADDRESS = expression(
    r"\W{0,2}[\w.+-]{2,40}\s?[\[(<{]\s?at\s?[\])>}]\s?[\w-]+(?:\.|\s?[\[(]dot[\])]\s?)\w", re.IGNORECASE
)
_THANKED = expression(
    rf"\W{{0,3}}(?:@\w|\[|{_BY_NAME}|{_FOR_WHAT}|{_NICKNAMED}|{_LISTED}|[\w.-]{{2,40}}\s[(<\[]?https?://|(?!the\s(?:whole|entire|core)\s){_GROUP}|{BEYOND_LATIN}{{2}})"
)
"""Somebody, and no language or tool alone, by whose grace something works: `thanks to Loom`."""
_CONSEQUENCE = expression(CONSEQUENCE.either)
_TWO_NAMES = expression(rf"{NAME}\s+{NAME}")
_ITEM = rf"[^\n]{{3,60}}?\s(?:from|by)\s+{NAME}\s+{NAME}[^\n]*"
_CREDIT_ITEM = expression(_ITEM)
_MORE_ITEMS = expression(rf"(?:\n{_ITEM}(?=\n|$))+")
"""What was given by whom, in a list below `Credits:`."""
_SAID = expression(SAID.either)
_ADDRESS_ALONE = expression(rf"\W{{0,3}}(?:{URL}|{EMAIL})\W{{0,3}}", re.IGNORECASE)
_SMALL = r"(?!(?:of|and|the|de|van|von|der|den|at|for|et|dot|from|with|by|in)\b)[a-z]+"
_IS_TOLD_TO = expression(rf"[A-Z][a-z]+(?:\s{_SMALL}){{3}}\b(?![^\n]*@)")
"""What a label tells its reader to do, and no name: `Maintainer: Put new prototypes here`."""
_DEED = expression(r"\bby\s*:?\s*$|\A由", re.IGNORECASE)
"""Who did it, which is told of anything; thanks are given for this work."""
_NOT_PERSON = expression(rf"\W*{NOT_PERSON}(?:\b|(?<=[.])|(?<={BEYOND_LATIN}))")


def find(reading: Reading) -> Iterator[Found]:
    for match in _NAMED.finditer(reading):
        yield from _people(reading, match)


def find_chinese(reading: Reading) -> Iterator[Found]:
    """As `find`, for Chinese."""
    for match in _NAMED_ZH.finditer(reading):
        yield from _people(reading, match)


def _people(reading: Reading, match: re.Match[str]) -> Iterator[Found]:
    folded = reading.folded
    line_end = end_of_line(folded, match.end())
    while line_end < len(folded) and not folded[match.end() : line_end].strip(" \n:：*_-"):
        line_end = end_of_line(folded, line_end + 1)
    tail = _STRING_PREFIX.sub("", folded[match.end() : min(line_end, match.end() + _REACH)].lstrip())
    if match.groupdict().get("maker"):
        yield from _said(folded, match, match.end() - 1, with_address=False)
        return
    bare = not (_BY_OR_COLON.search(match[0]) or "thanks" in match[0].lower())
    if bare and _ORIGINAL.match(match[0]) and not _DIRECTLY.match(tail):
        return
    if _names_nobody(match, tail):
        return
    if _is_list_of_credits(match, tail):
        more = _MORE_ITEMS.match(folded, line_end)
        yield _labelled(reading, match, more.end() if more else line_end)
        return
    if not (
        PERSON.match(tail) or is_evident(tail[:120]) or is_nickname(match, tail) or _is_other_somebody(match, tail)
    ):
        return
    if _is_said_of_data(folded, match, tail) or _is_thanked_for_effect(match, tail):
        return
    if _LABEL_END.search(match[0]) or match[0].lstrip()[:1] == "@" or match[0].endswith(("{", "(")):
        yield _labelled(reading, match, line_end)
        return
    if not ("provided" in match[0].lower() and _is_provider(match, tail)):
        yield from _said(folded, match, match.end(), with_address=True)


def _is_other_somebody(match: re.Match[str], tail: str) -> bool:
    """Is it an address that is spelt out, or, in thanks, a group of people behind a work whose name no word of a sentence has?"""
    if _SPELT_ADDRESS.match(tail):
        return True
    return "thanks" in match[0].lower() and _GROUP_OF_WORK.match(tail) is not None


def _is_provider(match: re.Match[str], tail: str) -> bool:
    """Is it a program that provides something? Where the line ends before `by`, whoever has not two names is one."""
    return any(it.match(tail) for it in _PROVIDERS) or ("\n" in match[0].rstrip() and not _TWO_NAMES.match(tail))


def _said(folded: str, match: re.Match[str], end: int, *, with_address: bool) -> Iterator[Found]:
    """The sentence around `match`, which ends at `end`, unless a model is told so of itself; with an address on the next line.

    Of another thing than this work it is told by everybody, and may be dropped.
    """
    first, last = sentence_around(folded, match.end() - len(match[0].lstrip()), end)
    if not (is_told_to_a_model(folded, first, match.end()) or _ASKED.match(folded[first:last])):
        is_deed = _DEED.search(match[0]) is not None
        sure = not (is_deed and is_of_the_world(folded, first, match.start(), match.end()))
        yield attribution(first, with_next_line(folded, last) if with_address else last, match, sure=sure)


def _names_nobody(match: re.Match[str], tail: str) -> bool:
    """Does a placeholder, another field or a sentence follow, and no name?"""
    if is_unfilled(tail.partition("\n")[0]) or (_IS_TOLD_TO.match(tail) and _LABEL_END.search(match[0])):
        return True
    if _NOT_PERSON.match(tail) or _SIGN.match(tail) or _FIELD.match(tail) or is_template(tail):
        return True
    return _HEADING.fullmatch(match[0]) is not None and not _is_list(tail.partition("\n")[0])


def _is_list_of_credits(match: re.Match[str], tail: str) -> bool:
    """Are there, below the label `Credits:`, lines on what is from whom?"""
    return "credit" in match[0].lower() and match[0].rstrip().endswith(":") and _CREDIT_ITEM.match(tail) is not None


def _is_said_of_data(folded: str, match: re.Match[str], tail: str) -> bool:
    """Does a sentence say what program did that: `a list modified by Callback`? A person has two names, or an address."""
    near = max(0, match.start() - _BEFORE)
    since = max(folded.rfind("\n", near, match.start()) + 1, near)
    if _OF_CLASS.match(tail):
        return True
    if _MODAL.search(folded[since : match.start()].rstrip()):
        return True
    if _WRITTEN.match(match[0]) and _IS_OUTPUT.search(folded[since : match.start()].rstrip()):
        return not (_TWO_NAMES.match(tail) or _ADDRESS.search(tail, 0, _NEAR))
    verb = _TECHNICAL.match(match[0])
    if verb is None or not folded[since : match.start()].strip():
        return False
    before = folded[since : match.start() + verb.start("verb")].strip()
    if _CONDITION.search(before) or _HAS.match(tail):
        return True
    clause = _GOES_ON.split(tail[:_NEAR], maxsplit=1)[0]
    return not (_TWO_NAMES.match(tail) or _ADDRESS.search(clause) or _OF_THIS.search(before))


def _is_thanked_for_effect(match: re.Match[str], tail: str) -> bool:
    """Does something work thanks to a tool, and nobody is thanked: `thanks to Loom Patterns, it weaves`?"""
    said = match[0].lower().split()
    if "thanks" not in said or match[0].rstrip().endswith(":"):
        return False
    return _CONSEQUENCE.match(tail) is not None or (said[0] == "thanks" and _THANKED.match(tail) is None)


def _labelled(reading: Reading, match: re.Match[str], line_end: int) -> Found:
    start = match.start() + len(match[0]) - len(match[0].lstrip(" \n\"'“$*"))
    while (more := _more(reading, start, line_end)) > line_end:
        line_end = more
    return attribution(start, line_end, match, sure=not reading.is_bibliography)


def _more(reading: Reading, label: int, line_end: int) -> int:
    """Where the people end that the line behind `line_end` goes on with, by their form or by its indentation."""
    folded = reading.folded
    more = _MORE_PEOPLE.match(folded, line_end)
    if more and (more[0].isascii() or not folded[label:line_end].rpartition(" ")[2].isascii()):
        return more.end()
    line = _line(folded, line_end + 1)
    if any(other.match(line) for other in (LABEL_LINE, DEED_LINE, ORIGIN_LINE)):
        return line_end
    if reading.is_deeper(line_end + 1, label) and (are_names(line) or _ADDRESS_ALONE.fullmatch(line)):
        return line_end + 1 + len(line)
    more_people = _AND_MORE if _ENDS_JOINED.search(folded, label, line_end) else _AND
    if (joined := more_people.match(line)) and are_names(line[joined.end() :]):
        return line_end + 1 + len(line)
    return line_end


def _is_list(line: str) -> bool:
    """Are there names on the line below a heading, and no sentence on who wrote it?"""
    return " " in line.strip() and not _COUNTED.search(line) and are_names(line) and _SAID.match(line) is None


def _line(text: str, offset: int) -> str:
    return text[offset : end_of_line(text, offset)]
