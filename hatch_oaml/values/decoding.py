"""The text that bytes hold, told the same way everywhere."""

from __future__ import annotations

import codecs
import re
from functools import cache

from hatch_oaml.values.expressions import expression
from hatch_oaml.values.frozen import frozen

# UTF-32 LE comes before UTF-16 LE: its mark begins with the other's.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

_DECLARED = expression(rb"(?:coding[:=]\s*|charset=[\"']?|encoding=[\"'])(?P<name>[-\w.]+)", re.IGNORECASE)
"""As PEP 263, HTML and XML have it."""
_DECLARED_WITHIN = 1024
_OF_WRITING = expression(r"(?:latin|iso8859|cp\d|windows|koi8|mac|gb|hz|big5|euc|shift|johab|iso2022|tis|ptcp|kz)")
"""What Python calls the codecs that are a script's: not those that undo escapes, or ask the platform."""


@frozen
class Decoded:
    """`text` is without the byte-order mark; `encoding` is Python's name for the codec.

    `sure` is false where nothing but Latin-1 fits, in which any bytes are text.
    """

    text: str
    encoding: str
    sure: bool = True


def decode(data: bytes) -> Decoded:
    """By byte-order mark; else strict UTF-8; else as declared; else strict GB18030 that reads like Chinese; else Latin-1.

    Neither locale nor platform is asked. A mark or a declaration whose codec does not fit the bytes is not believed.
    """
    return _marked(data) or _utf_8(data) or _declared(data) or _chinese(data) or _latin_1(data)


def _marked(data: bytes) -> Decoded | None:
    for mark, encoding in _MARKS:
        if data.startswith(mark) and (text := _strict(data[len(mark) :], encoding)) is not None:
            return Decoded(text=text, encoding=encoding)
    return None


def _utf_8(data: bytes) -> Decoded | None:
    text = _strict(data, "utf-8")
    return None if text is None else Decoded(text=text, encoding="utf-8")


def _declared(data: bytes) -> Decoded | None:
    """By the encoding that the first lines name, if the text gives the bytes back."""
    if not (declaration := _DECLARED.search(data, 0, _DECLARED_WITHIN)):
        return None
    try:
        name = declaration["name"].decode("ascii").lower()
        if not _OF_WRITING.match(codecs.lookup(name).name):
            return None
        text = data.decode(name)
        return Decoded(text=text, encoding=name) if text.encode(name) == data else None
    except (LookupError, UnicodeError):
        return None


def _chinese(data: bytes) -> Decoded | None:
    """Latin-1 text is often valid GB18030 too, as rare characters one by one: Chinese has common ones side by side."""
    text = _strict(data, "gb18030")
    if text is None or not _two_common_characters().search(text):
        return None
    return Decoded(text=text, encoding="gb18030")


def _latin_1(data: bytes) -> Decoded:
    return Decoded(text=data.decode("latin-1"), encoding="latin-1", sure=False)


def _strict(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return None


@cache
def _two_common_characters() -> re.Pattern[str]:
    """Common are the 3,755 characters of GB 2312 level 1: rows 16 to 55, of which the last ends at column 89."""
    rows = bytes(byte for lead in range(0xB0, 0xD8) for trail in range(0xA1, 0xFF) for byte in (lead, trail))
    return re.compile(f"[{rows.decode('gb2312', 'ignore')}]{{2}}")
