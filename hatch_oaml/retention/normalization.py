"""The form in which notices are compared, and never shown: what two people would call the same notice."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from itertools import groupby
from typing import TYPE_CHECKING

from hatch_oaml.values.company_forms import LEGAL
from hatch_oaml.values.entities import unescaped
from hatch_oaml.values.expressions import expression
from hatch_oaml.values.frozen import frozen
from hatch_oaml.values.han import begins_with_han
from hatch_oaml.values.invisible import UNSEEN
from hatch_oaml.values.reserved_rights import RESERVED_RIGHTS
from hatch_oaml.values.years import SHORT_YEAR, YEAR, range_of_years

if TYPE_CHECKING:
    from collections.abc import Iterator

Tokens = tuple[str, ...]

_FOLDS = str.maketrans(dict.fromkeys("‐‑‒–—―−﹣－~〜～", "-") | dict.fromkeys("“”‘’„‟«»「」『』'`", '"'))
_SIGNS = str.maketrans(dict.fromkeys("ⓒⒸ\ufffd", "©") | {"\ufeff": None})
"""Before compatible characters are folded: they would fold a sign to a letter. U+FEFF is a byte-order mark gone astray."""
_GARBLED = expression(r"(?:ã\W?)?[âã]©|(?<=copyright)\s+(?:c|漏|ゥ|_|[\[{<]c[\]}>]|\((?:@|r)\))(?=\s+\d{4})")
"""A sign that went through the wrong encoding, once or twice, or that somebody's keyboard lacked."""
_RESERVED = expression(
    r"all\s*(?:other\s*)?rights?\s*(?:are\s*)?reserved|(?:并|並)?保留(?:所有|一切|全部)(?:权利|權利|权益)|侵权必究|翻印必究"
    rf"|{RESERVED_RIGHTS}",
    needed=(
        *("reserved", "recht", "droits", "derechos", "direitos", "diritti", "prawa", "права", "보유", "금지"),
        *("保留", "必究", "無断", "不許", "著作権"),
    ),
)
_MARK = expression(
    r"""spdx-(?:file|snippet)copyrighttext\s*[:=]? | \b(?:(?:some|many|all)\s+)?(?:portions?|parts?)\s+(?:of\s+(?:this|the)\s+\w+\s+)?(?:are\s+)?(?=copyright|\(c\)|©|copr\.)
      | [@:\\]?_*copyright(?:ed|s)?_*\s*(?:(?:is\s+)?(?:held|owned)\s+by\b)?[:=]? | \bcopr\. | \(c\) | © | ⓒ
      | (?:版权|版權|著作权|著作權)(?:所有(?![者人方])|(?=[\s:：(（©\d"=-])) | (?<=")(?:版权|著作权)(?=")""",
    re.VERBOSE,
)
_YEARS = expression(range_of_years(before=r"(?<![\w-])", first="?P<first>", last="?P<last>", still="?P<still>"))
_SINCE = expression(rf"(?<=>),\s(?={YEAR})")
"""Between an address and years: `<mina@loom.example>, 2005`."""
_SHORT_YEARS = expression(rf"({YEAR})((?:{SHORT_YEAR})+)")
_TOKEN = expression(
    r"\x01|\x04|\x02\d+\x03|\w+|[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]|[,;、，/&|<(]"
)
_BOUNDARIES = frozenset(",;、/&|<(") | {"and", "及", "和", "与"}
_DROPPED = frozenset(",;、/&|<(")
_FORMS_OF_COMPANY = frozenset(form.lower() for form in LEGAL)
_FOOTNOTE = expression(r"\[(?:\d{1,2}|#\w*|\*)\]_?")
"""A mark behind a name, in reStructuredText or Markdown."""
_LEAD = expression(
    r"^\W*(?:description|summary|overview|notes?|说明|描述|简介|備註|备注)\s*[:：]|^(?:[a-z_]\w{0,30}\.){1,4}(?=[a-z_]{1,30}: )"
)
"""What says of a sentence where it stands, and nothing of whose the work is."""
_NUMBERS = {"authors": "author", "maintainers": "maintainer", "contributors": "contributor", "developers": "developer"}
"""A label for several and for one: who is named is said behind it."""
_MARKS = str.maketrans({"™": " (tm) ", "℠": " (sm) "})
"""Before compatible characters are folded: they would fold a mark to the end of the name before it."""
_DATE = expression(rf"(?<![\w.])({YEAR})[-/.](\d\d?)[-/.](\d\d?)(?![\d.]*\d)")
_REGISTERED = expression(r"(?<=\w)\s?\(r\)")
"""The sign `®`, which no word holds."""
_GROUPED = expression(r"(?<![\d,.])\d{1,3}(?:,\d{3}){1,4}(?![\d,]*\d)")
_PATENT = expression(r"\b(patents?)\s*(?:(?:nos?|nr|numbers?)\b\.?|#)\s*[:：]?\s*(?=[a-z]{0,2}\s?\d)")
_OF_STATES = expression(r"\bu\.\s?s\.?(?!\w)")
_TYPED = expression(r"(?<=__)\s*:\s*[\w.]{1,20}(?:\[[\w., ]{1,20}\])?\s*(?==)")
"""Of a name in a Python module, what kind its value is."""
_SCHEME = expression(r"\bhttps?://(?:www\.)?")
_FALL, _RISE = 40, 59
"""Years by which one may fall behind the year before it in a list, and rise above it; what falls or rises further is of another century."""
OPEN_ENDED = 9999
_FAR = 2100
"""An open-ended range covers every year before."""


@frozen
class Claim:
    """One holder with the years of the claim; `boundaries` are the indices in `holder` at which another holder may begin.

    An open-ended range holds all years from its first on, and `OPEN_ENDED`. A year that is partly unknown (`199x`) holds its first, negative.
    """

    holder: Tokens
    years: frozenset[int]
    boundaries: frozenset[int] = frozenset()

    def covers(self, other: Claim) -> bool:
        """Is `other` kept by this claim: the whole holder, token for token, and at least its years?"""
        return self.names(other) and other.years <= self.years

    def names(self, other: Claim) -> bool:
        """Is this claim's holder the other's, or does it begin with the other's and go on with another name?"""
        length = len(other.holder)
        if self.holder[:length] != other.holder or not length:
            return self.holder == other.holder
        if length == len(self.holder):
            return True
        return length in self.boundaries and self.holder[length] not in _FORMS_OF_COMPANY


@lru_cache(maxsize=65536)
def words(text: str) -> Tokens:
    """The words of `text` without case, punctuation, dashes, quotes, white space or the scheme of an address."""
    plain = _in_one_notation(_LEAD.sub("", _SCHEME.sub("", _folded(text.translate(_MARKS)))))
    return tuple(_NUMBERS.get(token, token) for token in _tokens(plain) if token not in _DROPPED)


@lru_cache(maxsize=65536)
def claims(text: str) -> tuple[Claim, ...]:
    """The claims that a copyright notice makes, in order; none where it names neither holder nor year.

    What only dresses it, comment signs and "all rights reserved" among them, makes no claim other.
    """
    folded = _RESERVED.sub(" ", _SCHEME.sub("", _FOOTNOTE.sub(" ", _GARBLED.sub("©", _folded(text)))))
    years: list[frozenset[int]] = []

    def _remember(match: re.Match[str]) -> str:
        years.append(_span(match))
        return f" \x02{len(years) - 1}\x03 "

    folded = _SINCE.sub(" \x04 ", folded)
    marked = _YEARS.sub(_remember, _SHORT_YEARS.sub(_written_out, _MARK.sub(" \x01 ", folded)))
    return tuple(_claims(_tokens(marked), years))


def _in_one_notation(text: str) -> str:
    """`text`, which is folded, with dates, numbers of patents, registered marks and names of modules as one of their notations has them."""
    text = _TYPED.sub(" ", _OF_STATES.sub("us", _PATENT.sub(r"\1 ", _REGISTERED.sub("", text))))
    text = _GROUPED.sub(lambda number: number[0].replace(",", ""), text)
    return _DATE.sub(lambda date: f"{date[1]} {int(date[2])} {int(date[3])}", text)


def marks_copyright(text: str) -> bool:
    """Does `text` hold the sign or the word with which a claim begins?"""
    return _MARK.search(_folded(text)) is not None


def without_invisible(text: str) -> str:
    """`text` without characters that nobody sees, bidirectional marks among them."""
    return text if text.isascii() else UNSEEN.sub("", text)


def has_run(run: Tokens, text: Tokens) -> bool:
    """Do the words of `run` stand in `text` side by side?"""
    if not run:
        return False
    first, length = run[0], len(run)
    index = -1
    try:
        while True:
            index = text.index(first, index + 1)
            if text[index : index + length] == run:
                return True
    except ValueError:
        return False


def _folded(text: str) -> str:
    return unicodedata.normalize("NFKC", unescaped(text).translate(_SIGNS)).casefold().translate(_FOLDS)


def _tokens(text: str) -> list[str]:
    """Words without the marks of emphasis, marks and what divides holders; of Chinese each letter by itself."""
    found = [token.strip("_") or token for token in _TOKEN.findall(text)]
    if text.isascii():
        return found
    return [part for token in found for part in ((token,) if token.isascii() else _letters_apart(token))]


def _letters_apart(token: str) -> Iterator[str]:
    for is_han, letters in groupby(token, begins_with_han):
        if is_han:
            yield from letters
        else:
            yield "".join(letters)


def _span(match: re.Match[str]) -> frozenset[int]:
    first, last = _year(match["first"]), match["last"]
    if match["still"]:
        return _from(first)
    if last is None:
        return frozenset({first})
    digits = re.search(r"\d[\dx?]+$", last)
    if digits is None:
        return _from(first)
    end = _year(digits[0]) if len(digits[0]) == 4 else first - first % 100 + int(digits[0])
    return frozenset(range(first, end + 1)) if 0 < first <= end <= first + 200 else frozenset({first, end})


def _written_out(match: re.Match[str]) -> str:
    """`1998,99,00` as `1998,1999,2000`, `2001,99` as `2001,1999`."""
    written = [match[1]]
    written += re.findall(r"\d\d", match[2])
    for index, digits in enumerate(written[1:], 1):
        written[index] = _in_full(digits, written[index - 1])
    return ",".join(written)


def _in_full(digits: str, before: str) -> str:
    """The year that `digits` stand for behind the year `before`: of the century that lies nearer, where years rather rise than fall."""
    century, last = before[:2], before[2:]
    if not last.isdigit():
        return f"{century}{digits}"
    risen = int(digits) - int(last)
    return f"{int(century) + (risen < -_FALL) - (risen > _RISE)}{digits}"


def _from(first: int) -> frozenset[int]:
    return frozenset({first, *range(abs(first), _FAR), OPEN_ENDED})


def _year(digits: str) -> int:
    closed = digits.replace("x", "0").replace("?", "0")
    return int(closed) if closed == digits else -int(closed)


_MARKED, _SINCE_MARKED = "\x01", "\x04"
_YEAR_MARKED = "\x02"


class _Draft:
    def __init__(self) -> None:
        self.holder: list[str] = []
        self.boundaries: set[int] = set()
        self.years: set[int] = set()

    def add(self, word: str) -> None:
        if word in _BOUNDARIES and self.holder:
            self.boundaries.add(len(self.holder))
        if word not in _DROPPED and not (word == "by" and not self.holder):
            self.holder.append(word)

    def finished(self) -> Claim:
        while self.holder and self.holder[-1] in _BOUNDARIES:
            self.holder.pop()
        return Claim(holder=tuple(self.holder), years=frozenset(self.years), boundaries=frozenset(self.boundaries))


def _claims(tokens: list[str], years: list[frozenset[int]]) -> list[Claim]:
    drafts = [_Draft()]
    is_dated = lists_people = False
    for word in tokens:
        draft = drafts[-1]
        is_dated = is_dated and (word.startswith(_YEAR_MARKED) or word in _DROPPED)
        if word == _MARKED:
            lists_people = False
            if draft.holder:
                drafts.append(_Draft())
        elif word == _SINCE_MARKED:
            draft.add(",")
            if draft.years or lists_people:  # the claim has its own: these tell since when a person worked on it
                is_dated = lists_people = True
                drafts.append(_Draft())
        elif is_dated:
            continue
        elif word.startswith(_YEAR_MARKED):
            if draft.holder and draft.years:
                draft = _Draft()
                drafts.append(draft)
            draft.years |= years[int(word[1:-1])]
        else:
            draft.add(word)
    return _merged([draft.finished() for draft in drafts])


def _merged(found: list[Claim]) -> list[Claim]:
    """Years without a name belong to the name before them: `Acme (c) 2020`."""
    merged: list[Claim] = []
    for claim in found:
        if claim.holder or not merged:
            merged.append(claim)
        elif claim.years:
            last = merged[-1]
            merged[-1] = Claim(holder=last.holder, years=last.years | claim.years, boundaries=last.boundaries)
    return [claim for claim in merged if claim.holder or claim.years]
