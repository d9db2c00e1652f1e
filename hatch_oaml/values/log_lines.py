"""Texts of several lines for a terminal or a build log, where some lines are orders to the machine that runs the build."""

from __future__ import annotations

import json
import re
from functools import lru_cache
from typing import TYPE_CHECKING

from hatch_oaml.values.expressions import expression
from hatch_oaml.values.wording import is_seen, printable, toml_letter

if TYPE_CHECKING:
    from collections.abc import Callable

COMMANDS: tuple[tuple[str, str, str], ...] = (
    ("GitHub", r"^\s*::", "::error::text"),
    ("GitHub, the older form", r"##\[", "##[error]text"),
    ("Azure Pipelines", r"##vso\[", "##vso[task.setvariable variable=x]text"),
    ("TeamCity", r"##teamcity\[", "##teamcity[message text='text']"),
)
"""Whose, how such an order begins, and one of them. GitHub's runner skips white space before the colons, and looks for the
older form anywhere in a line (https://github.com/actions/runner/blob/main/src/Runner.Common/ActionCommand.cs).
"""

SIGNS = ("::", "##[", "##v", "##V", "##t", "##T")
"""Each order has one of them."""

_PLAIN = bytes(range(0x20, 0x7F)) + b"\n"

_COMMAND = expression("|".join(opening for _, opening, _ in COMMANDS), re.IGNORECASE)
_LONGEST = 1500
_KEPT_AT_THE_END = 500


def shown(text: str) -> str:
    r"""`text` with its line breaks, each line `printable` and no order to anybody: what begins one has an escape there (`\u003a:`).

    `shown(shown(text)) == shown(text)`. What a stranger wrote is `printable` before it comes into a text of several lines: here
    his line breaks look like our own.
    """
    return "\n".join(map(shown_line, text.split("\n")))


def shown_line(text: str) -> str:
    """As `shown`, all on one line."""
    return _COMMAND.sub(_escaped, printable(text))


def shown_message(text: str) -> str:
    """As `shown_line`; of a very long one the beginning, which says where, and the end, which says what to do."""
    line = shown_line(text)
    return line if len(line) <= _LONGEST else f"{line[: _LONGEST - _KEPT_AT_THE_END]} … {line[-_KEPT_AT_THE_END:]}"


def json_text(document: str) -> str:
    r"""The same JSON document, every letter of its strings that cannot be seen an escape (`\u202e`)."""
    return _with_escapes(document, _json_letter)


def toml_text(document: str) -> str:
    r"""The same TOML document, every letter of its strings that cannot be seen an escape (`\u202e`).

    :param document: none of its strings is a literal one, or of several lines.
    """
    return _with_escapes(document, toml_letter)


def _with_escapes(document: str, written: Callable[[str], str]) -> str:
    """Each letter that the document has is judged once, however often it stands there."""
    if document.isascii() and not document.encode().translate(None, _PLAIN) and not _may_be_order(document):
        return document  # what a very long one most often is
    other = {ord(letter): told for letter in set(document) - {"\n"} if (told := written(letter)) != letter}
    lines = document.translate(other) if other else document
    if not _may_be_order(lines):
        return lines
    return "\n".join(_COMMAND.sub(_escaped, line) for line in lines.split("\n"))


def _may_be_order(text: str) -> bool:
    """In as few looks at a long text as may be."""
    return "::" in text or ("##" in text and any(sign in text for sign in SIGNS))


def _escaped(found: re.Match[str]) -> str:
    r"""As a string of TOML or of JSON may have it, so that a line to paste stays one (`\u003a:`)."""
    opening = found[0]
    sign = opening.lstrip()[0]
    return opening.replace(sign, f"\\u{ord(sign):04x}", 1)


@lru_cache(maxsize=4096)  # of a text in Chinese there are many, and of one document the next has most
def _json_letter(letter: str) -> str:
    if is_seen(letter):
        return letter
    return json.dumps(letter)[1:-1] if letter != "\x7f" else "\\u007f"
