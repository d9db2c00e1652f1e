"""Globs of paths, matched in time linear in the path whatever the glob: `*`, `**` and `?` as each grammar has them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


class Glob:
    """Letters that must stand there, one by one, and what may stand between them.

    *within* is anything without a slash, *any* anything, *one* one letter whatever it is.
    """

    def __init__(self, pieces: Iterable[str]) -> None:
        self._pieces = tuple(pieces)
        wild = (index for index, piece in enumerate(self._pieces) if len(piece) > 1)
        self._start = "".join(self._pieces[: next(wild, None)])

    def match(self, path: str) -> bool:
        if not path.startswith(self._start):
            return False
        reached = self._with_skipped({0})
        for letter in path:
            reached = self._with_skipped(set(self._after(letter, reached)))
            if not reached:
                return False
        return len(self._pieces) in reached

    def _after(self, letter: str, reached: Iterable[int]) -> Iterator[int]:
        for index in reached:
            piece = self._pieces[index] if index < len(self._pieces) else ""
            if piece == "any" or (piece == "within" and letter != "/"):
                yield index
            elif piece in {letter, "one"}:
                yield index + 1

    def _with_skipped(self, reached: set[int]) -> set[int]:
        """What may be nothing is passed over too."""
        for start in tuple(reached):
            index = start
            while index < len(self._pieces) and self._pieces[index] in {"any", "within"}:
                index += 1
                reached.add(index)
        return reached


def reuse_glob(text: str) -> Glob:
    r"""As REUSE.toml has it: `*` stops at a slash, `**` does not and takes the slash behind it along, `\*` is a star."""
    return Glob(_reuse_pieces(text))


def _reuse_pieces(text: str) -> Iterator[str]:
    index = 0
    while index < len(text):
        if text[index] == "\\":
            index += 1
            yield from text[index : index + 1]
            index += 1
        elif text[index] == "*":
            stars = len(text) - index - len(text[index:].lstrip("*"))
            index += stars
            yield "any" if stars > 1 else "within"
            if stars > 1 and text[index : index + 1] == "/":
                index += 1
        else:
            yield text[index]
            index += 1


def debian_glob(text: str) -> Glob:
    r"""As Debian's copyright files have it: `*` takes slashes too, `?` is one letter, and `\` before either is that sign."""
    return Glob(_debian_pieces(text))


_DEBIAN: dict[str, str] = {"*": "any", "?": "one"}


def _debian_pieces(text: str) -> Iterator[str]:
    letters = iter(text)
    for letter in letters:
        if letter == "\\":
            yield from next(letters, "")
        else:
            yield _DEBIAN.get(letter, letter)
