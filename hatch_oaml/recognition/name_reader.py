"""Reads a holder's name, or a list of names, token by token: the grammar of `docs/en/notice-grammar.md`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal

from hatch_oaml.recognition.literals import next_literal
from hatch_oaml.recognition.name_lines import (
    DEED_LINE,
    LABEL_LINE,
    LIMIT,
    ORIGIN_LINE,
    goes_on,
    is_part_of_name,
    line_at,
)
from hatch_oaml.recognition.names import are_names
from hatch_oaml.recognition.tokens import Tokens
from hatch_oaml.recognition.words.holders import SAID_ZH
from hatch_oaml.recognition.words.names import CLAUSE, OPENING, SENTENCE
from hatch_oaml.recognition.words.shared import EMAIL, LICENSE_NAME, OWNED_ZH, RESERVED, SIGN, URL, years
from hatch_oaml.values.expressions import expression
from hatch_oaml.values.years import YEAR, YEARS

if TYPE_CHECKING:
    from hatch_oaml.recognition.reading import Reading
    from hatch_oaml.recognition.tokens import Token

Below = Literal["beside", "below", "labelled"]
"""Does the name stand beside the years, on the line below, or on the lines below a label that ends with a colon?"""
_INITIAL = 2
"""Characters of an initial with its full stop, which ends no sentence."""
_RUN = 4
"""Words without a capital that may stand in a name, one behind the other."""
_ADDRESS_ON_LINE = expression(r"[^\n]{0,120}?(?:[<(\s][^\s<>]{1,80}@|\s(?:https?://|www\.))")
_COLONS = (":", "：")
_PART = frozenset(["cap", "address", "abbreviation"])
"""Tokens that are part of a name by themselves."""
_LEADING = (SENTENCE, CLAUSE, OPENING)
_RUNNING = frozenset(["lower", "joining", "people", "line"])
"""Tokens of a run of words without a capital."""
_DATED = expression(rf"\s*(?:by\s+)?{years('bracket')}[\s,:]+", re.IGNORECASE)
_NEXT_ELEMENT = expression(rf"\s*,?\s*[\"']{years('bracket')}[\s,]+\w", re.IGNORECASE)
"""What follows an element of a list of statements: `["2024 Loom", "2025 Mina"]`."""
_PERSON_SINCE = expression(rf"(?!\w+ly\s|\w+\sby\s)[^\n<@]{{3,60}}<[^<>\s]{{1,80}}@[^<>\s]{{3,80}}>,\s{YEARS}\.?")
"""With an address and since when: `Mina Halloway <mina@loom.example>, 1995.`"""
_ADDRESS_IN_BRACKETS = expression(r"\s\((?:www\.|https?://|[\w.-]{1,40}@)[^()\n]{3,80}\)")
_LICENSE_BEHIND_DASH = expression(rf"\s+(?:{LICENSE_NAME}|version\b)", re.IGNORECASE)
_BEHIND_NAME = expression(
    rf":[ ](?!\n|\s*(?:{URL}|{EMAIL}))|(?:;|[^\w\s.,/&'’\"@<-])(?:[ \t]*licen[sc]ed?:?[ \t]+|\s*)(?:\d-clause\s+)?{LICENSE_NAME}\b",
    re.IGNORECASE,
)
"""A mark that ends a name: a colon, or one with a license behind it."""
_IN_BRACKETS = expression(r",?\s*(?:version\s|(?:authors?|contributors?)\s?[:：][^()\n:：]{2,200}\))", re.IGNORECASE)
"""Of which version somebody has the right, and who of a company wrote it: `Loom Inc (authors: Mina Halloway)`."""
_SAID_ZH = expression(SAID_ZH.either)
_OWNED_YEARS = rf"{OWNED_ZH}[\s,，]*(?:{SIGN}\s*)?{years('owned_bracket')}|{SIGN}\s*{years('bracket')}"
_SIGN_YEARS_END = expression(rf"(?:{_OWNED_YEARS})\s*(?:$|[\n.,;。\"'*}})-]|{RESERVED})", re.IGNORECASE)
_YEAR = expression(YEAR)
_REMARKS = frozenset(["clause", "lower", "joining", "people", "cap"])
"""With what a remark begins."""
_REMARK = 120
"""Characters of a remark."""
_BEHIND_REMARK = frozenset(["line", "reserved", "sign", "terms"])


class NameReader:
    """Reads one name, or a list of them."""

    def __init__(self, reading: Reading, begin: int, below: Below, head: int) -> None:
        self._reading = reading
        self._text = text = reading.folded
        self._head = head
        self._begin = begin
        self._below = below
        self._tokens = Tokens(text, begin)
        self._depth = 0
        self._named = False
        self._verb = False
        self._literal = 0

    def read(self) -> tuple[int, str]:
        """Where the name ends, and the kind of the token that ends it; "" where its length or the text does."""
        index, since = 0, self._begin
        end = self._begin
        while (token := self._tokens.at(index)) is not None:
            if token.start - since > LIMIT:
                return since + LIMIT, ""
            if token.start >= self._literal and self._ends(token, index):
                if token.kind in _REMARKS and (behind := self._line_behind_remark(index)):
                    index = behind
                    continue
                end = self._without_joining(token, index)
                return end, self._why(token, end)
            if token.kind in {"line", "close"}:
                since = token.end
            self._named = self._named or token.kind in _PART
            end = token.end
            index += 1
        return end, ""

    def _why(self, token: Token, end: int) -> str:
        """A verb says something of the name that it stands behind, and nothing of one from which `and` parts it."""
        if end == token.start:
            return "verb" if self._verb else token.kind
        parted = self._text[end : token.start].lstrip().startswith((",", "and "))
        return "clause" if parted and token.kind == "verb" else token.kind

    def _ends(self, token: Token, index: int) -> bool:
        kind = token.kind
        if kind == "cap" and index and self._begins_sentence(token, index):
            return True
        if kind in _PART or kind == "year":
            return False
        if kind in {"comma", "mark"}:
            return self._named and _BEHIND_NAME.match(self._text, token.start) is not None
        if kind == "verb":
            self._verb = True
        if kind == "sign":
            return not (self._named and self._is_dated_behind(token))
        if kind == "terms" and self._depth and _IN_BRACKETS.match(self._text, token.start):
            return False
        if kind in {"reserved", "terms", "verb", "clause"}:
            return kind != "clause" or self._named
        if kind in {"open", "shut"}:
            self._depth += 1 if kind == "open" else -1
            return self._depth < 0
        return getattr(self, f"_ends_at_{kind}")(token, index)  # type: ignore[no-any-return]

    def _is_dated_behind(self, token: Token) -> bool:
        """Do the years of a name stand behind a second sign: `Copyright Mina Halloway (c) 2020`?"""
        if _SIGN_YEARS_END.match(self._text, token.start) is None:
            return False
        return _YEAR.search(self._text, self._head, token.start) is None

    def _begins_sentence(self, token: Token, index: int) -> bool:
        """Does the full stop of the abbreviation before end a sentence too: `Loom Inc. The`, `Loom Inc. Loom is`?"""
        before, behind = self._tokens.at(index - 1), self._tokens.at(index + 1)
        if before is None or before.kind != "abbreviation" or before.end - before.start <= _INITIAL:
            return False
        word = self._text[token.start : token.end].lower()
        return (behind is not None and behind.kind == "verb") or any(word in table.members for table in _LEADING)

    def _ends_at_start(self, token: Token, index: int) -> bool:
        before = self._tokens.at(index - 1) if index else None
        return not is_part_of_name(self._text, token, before)

    def _ends_at_close(self, token: Token, _index: int) -> bool:
        if self._depth and (self._text[token.start] == "|" or self._text.rfind('("', self._begin, token.start) >= 0):
            return False  # in brackets: two addresses, and by what name somebody is called below
        if self._named and (behind := next_literal(self._text, self._begin, token.start)):
            self._literal = behind
            return False
        return _NEXT_ELEMENT.match(self._text, token.end) is None

    def _ends_at_stop(self, token: Token, _index: int) -> bool:
        if _ADDRESS_IN_BRACKETS.match(self._text, token.end):
            return False
        return not (self._text.startswith("\n", token.end) and self._lists_on(token.end + 1))

    def _ends_at_line(self, token: Token, _index: int) -> bool:
        line = self._text[self._text.rfind("\n", 0, token.start) + 1 : token.start]
        if line.endswith(_COLONS):
            self._below = "labelled"
        return not (goes_on(line, self._text, token.end, named=self._named) or self._lists_on(token.end))

    def _ends_at_dash(self, token: Token, index: int) -> bool:
        if index and self._text[token.start - 1] not in " \n":
            return False
        following = self._text[token.end : token.end + 2].lstrip()[:1]
        if not following.islower() and not _LICENSE_BEHIND_DASH.match(self._text, token.end):
            return False
        return _ADDRESS_ON_LINE.match(self._text, token.end) is None

    def _ends_at_small(self, _token: Token, index: int) -> bool:
        """Is the run of words without a capital that begins here too long for a name, or one that leads nowhere?"""
        if not self._named:
            return False
        count = 0
        while (token := self._tokens.at(index)) is not None and token.kind in _RUNNING:
            count += token.kind == "lower"
            index += 1
            if count > _RUN:
                return True
        self._verb = token is not None and token.kind == "verb"
        return token is not None and token.kind in {"verb", "clause"} and count > 0

    _ends_at_lower = _ends_at_joining = _ends_at_people = _ends_at_small

    def _without_joining(self, token: Token, index: int) -> int:
        """Where the name ends before `token`: what joins it to nothing is no part of it."""
        if token.kind not in {"verb", "clause", "lower", "joining", "people"}:
            return token.start
        while index and (before := self._tokens.at(index - 1)) is not None and self._leads_on(before):
            token, index = before, index - 1
        return token.start

    def _leads_on(self, token: Token) -> bool:
        """Does `token` at a name's end belong to what follows: `Loom, and`, `Loom Used with permission`?"""
        if token.kind in {"joining", "comma", "open"}:
            return True
        word = self._text[token.start : token.end].lower()
        return token.kind == "cap" and any(word in table.members for table in _LEADING)

    def _line_behind_remark(self, index: int) -> int:
        """The token that ends the line on which a remark begins at `index`, if a list goes on below; 0 if not."""
        limit = self._tokens.at(index).start + _REMARK  # type: ignore[union-attr]  # the remark begins there
        while (
            (token := self._tokens.at(index)) is not None and token.kind not in _BEHIND_REMARK and token.start < limit
        ):
            index += 1
        is_dated = token is not None and token.kind == "line" and _DATED.match(self._text, token.end)
        return index if is_dated and token is not None and self._lists_on(token.end) else 0

    def _lists_on(self, offset: int) -> bool:
        """Does a list of holders go on with the line at `offset`: with years, or, in a list of names, with a name?"""
        line = line_at(self._text, offset)
        if self._named and _PERSON_SINCE.fullmatch(line):
            return True
        if dated := _DATED.match(line):
            return are_names(line[dated.end() :])
        listed = self._below == "labelled" or (self._below == "below" and "@" in line)
        if _SAID_ZH.search(line):
            return False
        deeper = self._reading.is_deeper(offset, self._head) and not DEED_LINE.match(line)
        return (listed or deeper) and are_names(line) and not (ORIGIN_LINE.match(line) or LABEL_LINE.match(line))
