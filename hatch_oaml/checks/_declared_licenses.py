"""Which licenses the project names beside the one of the whole, and where readers look for that one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hatch_oaml.values.expressions import expression
from hatch_oaml.values.spdx import license_ids

if TYPE_CHECKING:
    from hatch_oaml.release import Release

_CALLED = {
    "gnu": ("gpl", "lgpl", "agpl"),
    "commons": ("cc",),
    "mozilla": ("mpl",),
    "openrail": ("bigscience", "bigcode"),
}
"""By a word of a license's name, how its id may begin."""
_LANGUAGE = r"(?:[a-z]{2}(?:[-_][a-z]{2,4})?|chinese|english|japanese|korean)"
_CARDS = expression(rf"(?i:readme(?:\.[\w-]+|[-_]{_LANGUAGE})?\.(?:md|markdown))")
"""At the top: hubs show the front matter of no other, and readers of a language that of their own."""
_WORD = expression(r"[\w.+]+")
_LIMITING = expression(r"-NC\b|LicenseRef-")


def is_of_what_is_declared(release: Release, text: str) -> bool:
    """Does `text` name the license of a part, or one that `project.license` names beside ours?"""
    declared = [release.project.license_expression, *(part.license for part in release.config.parts)]
    families = {name.casefold().partition("-")[0] for text in declared for name in license_ids(text)}
    words = _WORD.findall(text.casefold())
    plain = [word.rstrip("0123456789.+").removesuffix("v") for word in words]  # GPLv3+
    called = (begin for word in words for begin in _CALLED.get(word, ()))
    return not families.isdisjoint((*words, *plain, *called))


def has_a_part_with_restrictions(release: Release) -> bool:
    """Is a part under terms that may limit its use: of `CC BY-NC`, or of a license without an SPDX id?"""
    return any(_LIMITING.search(part.license) for part in release.config.parts)


def is_shown_card(release: Release, path: str) -> bool:
    """Is it a card that hubs or indexes show of the whole release?"""
    return _CARDS.fullmatch(path) is not None or path == release.project.readme
