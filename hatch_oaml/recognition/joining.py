"""Joins a notice's lines as a person would quote it."""

from __future__ import annotations

from hatch_oaml.recognition.literals import without_quotes
from hatch_oaml.values.expressions import expression

_BETWEEN_HAN = expression(r"(?<=[\u3000-\u9fff\uff00-\uffef])\n(?=[\u3000-\u9fff\uff00-\uffef])")
_ESCAPED_LINE_END = expression(r"(?:\\r)?\\n(?=[A-Z\d\s\\\u3400-\u9fff]|$)|\\r(?=\\n)")
"""In a string literal; what goes on small behind it is a path."""
_SPACE = expression(r"\s+")


def joined(text: str) -> str:
    """`text` on one line: no space where Chinese goes on, one where other writing does."""
    if "\\" in text:
        text = _ESCAPED_LINE_END.sub(" ", text)
    if "\n" in text:
        text = without_quotes(text)
    if "\n" in text and not text.isascii():
        text = _BETWEEN_HAN.sub("", text)
    line = _SPACE.sub(" ", text).strip()
    quotes = line.count('"')
    opened = "=" in line or (quotes == 1 and ' "' in line and not line.endswith('"'))
    return line + '"' if opened and quotes % 2 else line
