"""Years as copyright notices write them: one grammar for finding them and for comparing them."""

from __future__ import annotations

_LETTER = r"(?a:[a-z])"
"""To look for ſ too, which is an s in any case, takes ten times as long to compile."""
_MONTH = rf"(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec){_LETTER}*\.?"
_DAY = r"(?:(?<!\d)\d\d?(?:st|nd|rd|th)?\.?\s+)?"
_DATE = rf"(?:{_DAY}{_MONTH},?\s+(?:\d\d?,\s*)?)?"
"""What stands before the year of a date."""
_FOUR_DIGITS = r"(?:19|20)\d[\dx?](?!\d)"
"""The last digit may be open: `199x`, `200?`."""
_NOW = rf"(?:present|now|today|current|date|至今|现在|現在|今)(?!{_LETTER})"
"""What stands in a year's place for the day of reading."""
_DASH = r"(?:-{1,3}|\.\.|–|—|−|[~/]|～|to\b|until\b|至|到)"
_SINCE = r"起|\+(?!\w)|ff\b\.?|(?:and\s+)?(?:onwards?|later|after)\b"
_OPEN = r"-(?=[\s,]|$)"
_STILL = rf"至今|{_SINCE}|{_OPEN}"
"""What stands behind a year for all those after it."""
_END = rf"(?:{_MONTH}\s+)?{_FOUR_DIGITS}|{_NOW}|\d\d(?!\d)"
"""What a range ends with."""
SHORT_YEAR = r",(?:\s(?=[089]))?\d\d(?![\w%.])"
"""The last two digits alone, behind a year: `1997,98,99`."""


def range_of_years(*, before: str = r"(?<!\d)", first: str = "", last: str = "", still: str = "") -> str:
    """The expression of a year, or of a range of two: `2019`, `May 2019`, `2019-2021`, `2019-21`, `2019-present`, `2019 至今`.

    :param before: what must hold where the first year begins.
    :param first: how to group it, as in `?P<name>`; no group without.
    :param last: likewise for what ends the range, which may be what stands for now.
    :param still: likewise for the sign alone that it has not ended.
    """
    return (
        rf"{_DATE}{before}({first or '?:'}{_FOUR_DIGITS})年?"
        rf"(?:\s*{_DASH}\s*({last or '?:'}{_END})年?|\s*({still or '?:'}{_STILL}))?"
    )


YEAR = rf"(?<!\d){_FOUR_DIGITS}"
_ENDED = rf"\s*(?!至今){_DASH}\s*(?:{_END})年?"
_NOT_ENDED = rf"\s*(?:{_SINCE}|{_OPEN}(?!\s*(?:{_END})))"
_ITEM = rf"(?:{_DATE}{YEAR}年?(?:{_ENDED})*(?:{_NOT_ENDED})?|{_NOW}年?)"
_NEXT = r"(?:\s*(?:,|&|;|、|and\b)\s*|\s+)?"
YEARS = rf"(?={_DATE}{_FOUR_DIGITS})(?:{_NEXT}{_ITEM}|{SHORT_YEAR})+"
"""Ranges and years, one behind the other, each of which can be read in one way alone: else a list of twenty ranges behind which no sign
stands would take minutes.
"""
