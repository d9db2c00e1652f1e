"""Changed words, written so that a person sees them."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING, Literal

from hatch_oaml.values.expressions import expression
from hatch_oaml.values.frozen import frozen

if TYPE_CHECKING:
    from collections.abc import Iterable

_HEAD, _TAIL = 160, 60
_HAN = r"[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]"
_WRAP_IN_CHINESE = expression(rf"(?<={_HAN})\s*\n\s*|\s*\n\s*(?=“?{_HAN})")
_WHITE_SPACE = expression("[ \t\n\r\v\f\u3000]+")
_UNSEEN = frozenset({"Cc", "Cf", "Cn", "Co", "Cs", "Zl", "Zp", "Zs"})


def marked_visibly(text: str) -> str:
    """On one line, of bounded length, with `<U+200B>` for what cannot be seen."""
    if len(text) > _HEAD + _TAIL:
        text = f"{text[:_HEAD]} … {text[-_TAIL:]}"
    return "".join(map(_visible, unwrapped(text.replace("\r", "\n").strip(" \t\n\v\f\u3000"))))


def unwrapped(text: str) -> str:
    """On one line: a line's end is a space, in Chinese nothing."""
    return _WHITE_SPACE.sub(" ", _WRAP_IN_CHINESE.sub("", text))


PieceState = Literal["same", "gone", "come"]


@frozen
class Piece:
    """Words that the copy has as the license has them, that it lacks, or that it has besides."""

    state: PieceState
    text: str


def same(text: str) -> Piece:
    return Piece(state="same", text=unwrapped(text))


def gone(text: str) -> Piece:
    """What the copy lacks."""
    return Piece(state="gone", text=marked_visibly(text))


def come(text: str) -> Piece:
    """What the copy has besides."""
    return Piece(state="come", text=marked_visibly(text))


def joined(pieces: Iterable[Piece]) -> tuple[Piece, ...]:
    """None of them empty, no two neighbours of one state, without white space around all of them."""
    found: list[Piece] = []
    for piece in pieces:
        if found and found[-1].state == piece.state:
            found[-1] = Piece(state=piece.state, text=found[-1].text + piece.text)
        elif piece.text:
            found.append(piece)
    if found:
        found[0] = Piece(state=found[0].state, text=found[0].text.lstrip())
        found[-1] = Piece(state=found[-1].state, text=found[-1].text.rstrip())
    return tuple(piece for piece in found if piece.text)


def bracketed(pieces: Iterable[Piece]) -> str:
    """As `git diff --word-diff` shows them."""
    return "".join(_BRACKETS[piece.state].format(piece.text) for piece in pieces)


_BRACKETS: dict[PieceState, str] = {"same": "{}", "gone": "[-{}-]", "come": "{{+{}+}}"}


def _visible(character: str) -> str:
    if character == " " or unicodedata.category(character) not in _UNSEEN:
        return character
    return f"<U+{ord(character):04X}>"
