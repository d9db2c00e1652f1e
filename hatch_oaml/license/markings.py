"""Changed words, written so that a person sees them."""

from __future__ import annotations

import unicodedata

from hatch_oaml.values.expressions import expression

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


def removed(text: str) -> str:
    """What the copy lacks, as `git diff --word-diff` shows it; "" for nothing."""
    return f"[-{marked_visibly(text)}-]" if text else ""


def added(text: str) -> str:
    """What the copy has besides, as `git diff --word-diff` shows it; "" for nothing."""
    return f"{{+{marked_visibly(text)}+}}" if text else ""


def _visible(character: str) -> str:
    if character == " " or unicodedata.category(character) not in _UNSEEN:
        return character
    return f"<U+{ord(character):04X}>"
