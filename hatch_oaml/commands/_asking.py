"""What nobody but a person can know, asked on a terminal."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING
from unicodedata import category

from hatch_oaml.commands._speaking import ask_line, warn
from hatch_oaml.values.bilingual import Bilingual
from hatch_oaml.values.frozen import frozen

if TYPE_CHECKING:
    from collections.abc import Callable

    from hatch_oaml.values.bilingual import Language

_NO_TEXT = Bilingual(
    en="that is no text: it holds bytes that are not Unicode, or the code of a key such as an arrow",
    zh="这不是文本：其中含有并非 Unicode 的字节，或方向键等按键的代码",
)


def is_on_terminal() -> bool:
    return sys.stdin.isatty() and sys.stderr.isatty()


def _nothing_wrong(_text: str) -> Bilingual | None:
    return None


@frozen
class Asker:
    """Asks where somebody sits at a terminal; elsewhere, every answer is the default."""

    language: Language
    is_asking: bool

    def answer(
        self, question: Bilingual, default: str = "", fault: Callable[[str], Bilingual | None] = _nothing_wrong
    ) -> str:
        """One line, again until `fault` finds none; an empty one is the default.

        :raises KeyboardInterrupt: on Ctrl-C, and where the input ends.
        """
        if not self.is_asking:
            return default
        while True:
            ask_line(_shown(question.said_in(self.language), default, self.language))
            text = _line() or default
            wrong = fault(text) if _is_text(text) else _NO_TEXT
            if wrong is None:
                return text
            warn(wrong, self.language)


def _shown(question: str, default: str, language: Language) -> str:
    proposed = f" [{default}]" if default else ""
    return f"? {question}{proposed}{'：' if language == 'zh' else ': '}"


def _line() -> str:
    try:
        line = sys.stdin.readline()
    except UnicodeDecodeError:
        return "\udcff"
    if not line:
        raise KeyboardInterrupt
    return line.strip()


def _is_text(text: str) -> bool:
    return text.encode(errors="replace").decode() == text and not any(category(letter) == "Cc" for letter in text)
