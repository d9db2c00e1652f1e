"""What stands on a modification page, whatever its layout: for pages that another version of hatch-oaml rendered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hatch_oaml import __version__
from hatch_oaml.records.generated import PAGE_MARK
from hatch_oaml.rendering.modification_page import MARKS, is_row_of, render_page
from hatch_oaml.values.expressions import expression

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from hatch_oaml.release import Release

FORMER: Mapping[str, str] = {}
"""How a line of earlier versions' pages begins → how it begins now. Words that we change get a row, so that the pages which
are out in the world are still known for what they say.
"""

_MARKS = (MARKS, f"{PAGE_MARK} -->")
"""Each a whole comment: half of one would hide from the reader what stands behind it. Earlier versions wrote the second."""

_RULER = expression(r"[\s|:-]+")
_OPENING = expression(r"\s*(?:#{1,6}\s|[-*+]\s)")
_EMPHASIS, _CELL = expression(r"(?<!\\)\*"), expression(r"(?<!\\)\|")


def is_page_of(release: Release, page: bytes, version: str, unseen: Collection[str] = ()) -> bool:
    """Does `page`, which hatch-oaml of `version` rendered, say of the release what is so, all of it and nothing else?

    A page of this very version has the same bytes; of another version each line's words count, in their order.

    :param unseen: files that the page may have rows for and that are not here, as where a part of a wheel is.
    """
    true = render_page(release, {})
    if unseen:
        lines = page.decode(errors="replace").split("\n")
        page = "\n".join(line for line in lines if not is_row_of(line, unseen, release.bases)).encode()
    return page == true or (version != __version__ and content(page) == content(true))


def content(page: bytes) -> list[str]:
    """The words of each line without headings, emphasis, tables and blank lines; in the present wording."""
    text = page.decode(errors="replace").replace("\r\n", "\n")
    for mark in _MARKS:
        text = text.replace(mark, "")
    return [words for line in text.split("\n") if (words := _words(line))]


def _words(line: str) -> str:
    if _RULER.fullmatch(line):
        return ""
    words = " ".join(_CELL.sub(" ", _EMPHASIS.sub("", _OPENING.sub("", line, count=1))).split())
    former = next((former for former in FORMER if words.startswith(former)), "")
    return FORMER.get(former, "") + words.removeprefix(former)
