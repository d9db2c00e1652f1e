"""A notice as it stands in a file."""

from __future__ import annotations

from typing import Literal, get_args

from hatch_oaml.values.frozen import frozen

NoticeKind = Literal["copyright", "patent", "trademark", "attribution", "license"]
KINDS: tuple[NoticeKind, ...] = get_args(NoticeKind)

Visibility = Literal["open", "string", "hidden", "withdrawn"]
VISIBILITIES: tuple[Visibility, ...] = get_args(Visibility)
"""Where a reader meets the notice: plainly, inside a string literal of code, where HTML hides it, or struck out or
denied; best first.
"""


@frozen
class Notice:
    """One logical notice of clause 3.1 2).

    `line` and `end_line` count from 1 and are equal for a notice on one line; `text` is the notice as a person
    would quote it, without comment furniture, its lines joined by one space. `sure` is false for what merely may be
    a notice: such a one is listed, and never refuses a build. `whole` marks a paragraph of a notice file. `visibility` tells
    whether people get to see it, as what holds: a notice that stood open may not go into a string literal or behind HTML,
    nor be struck out or denied.
    """

    kind: NoticeKind
    text: str
    line: int
    end_line: int
    sure: bool = True
    whole: bool = False
    visibility: Visibility = "open"
