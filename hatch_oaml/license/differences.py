"""A copy's departures from the license, clause by clause."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from hatch_oaml.license.hunks import hunks
from hatch_oaml.license.markings import bracketed, come, gone, joined, marked_visibly, same
from hatch_oaml.values.bilingual import Bilingual
from hatch_oaml.values.citations import cited
from hatch_oaml.values.frozen import frozen

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from hatch_oaml.license.alignment import WordChange
    from hatch_oaml.license.canonical import Edition, Segment
    from hatch_oaml.license.folding import Folded
    from hatch_oaml.license.hunks import Hunk
    from hatch_oaml.license.markings import Piece

EDITION_NAMES: dict[Edition, Bilingual] = {
    "zh": Bilingual(en="Chinese", zh="中文文本"),
    "en": Bilingual(en="English", zh="英文文本"),
}

DifferenceKind = Literal["changed", "missing", "moved", "regrouped", "typography"]


@frozen
class LicenseDifference:
    """One place where the copy is not the license.

    `clause` is "" for the title, "3" for the heading of section 3, else "3.1" or "3.1 2)". `line` is the copy's: of
    words that are gone, where the words before them end. `pieces` are the words, with some around them that are the same.

    A segment is *missing* as a whole, or has *moved* to another place, or all of one edition is *regrouped* behind the
    other; *typography* is the first place of a copy that differs in nothing else.
    """

    kind: DifferenceKind
    edition: Edition
    clause: str
    line: int
    pieces: tuple[Piece, ...] = ()

    @property
    def diff(self) -> str:
        """With marks: `[-gone-]` and `{+come+}`."""
        return bracketed(self.pieces)

    @property
    def citation(self) -> Bilingual:
        """As the license would cite it: `clause 3.1 2) (English)`, `第 3.1 款第 2）项（英文文本）`."""
        number = self.clause.partition(" ")[0]
        if not number:
            en, zh = "the title", "标题"
        elif "." not in number:
            en, zh = f"the heading of section {number}", f"第 {number} 部分的标题"
        else:
            en, zh = cited(self.clause).en, cited(self.clause).zh
        edition = EDITION_NAMES[self.edition]
        return Bilingual(en=f"{en} ({edition.en})", zh=f"{zh}（{edition.zh}）")


@frozen
class Extra:
    """Words before or after the license; `text` is shortened."""

    line: int
    text: str


def extra(copy: Folded, start: int, end: int) -> Extra:
    """What stands between two places in the copy's source."""
    return Extra(line=copy.line(start), text=marked_visibly(copy.source[start:end]))


def differences(
    changes: Iterable[WordChange], parts: Sequence[Segment], license_text: str, copy: Folded
) -> Iterator[LicenseDifference]:
    """One for each change, but one for changes so near to each other that a reader sees them at once."""
    found = list(hunks(changes, parts, copy))
    for hunk, line in zip(found, copy.lines(_start(hunk, copy) for hunk in found), strict=True):
        yield _difference(hunk, line, license_text, copy)


def _start(hunk: Hunk, copy: Folded) -> int:
    """Where in the copy's source a reader looks: words gone from a segment's head are missed at what is left of it."""
    change = hunk.changes[0]
    if change.start < change.end or change.first > 0 or hunk.is_all_gone:
        return change.start
    return copy.next_word(change.start)


def _difference(hunk: Hunk, line: int, license_text: str, copy: Folded) -> LicenseDifference:
    kind: DifferenceKind = "changed"
    if hunk.is_all_gone:
        elsewhere = copy.words.find(hunk.part.words)
        kind = "missing" if elsewhere < 0 else "moved"
        line = line if elsewhere < 0 else copy.line(copy.locate(elsewhere))
    pieces = joined(_marked(hunk, license_text, copy))
    return LicenseDifference(kind=kind, edition=hunk.part.edition, clause=hunk.part.clause, line=line, pieces=pieces)


def _marked(hunk: Hunk, text: str, copy: Folded) -> Iterator[Piece]:
    """The license's words around the hunk, with the changes in them."""
    position, end = hunk.span
    for change in hunk.changes:
        start, last = hunk.span_of(change)
        yield same(text[position:start])
        if start == last:
            yield _space(copy.plain[change.start - 1 : change.start], hunk)
        yield gone(text[start:last])
        if start < last and change.start < change.end:
            yield _space(text[start - 1 : start] or "\n", hunk)
        yield come(copy.source[change.start : change.end])
        position = last
    yield same(text[position:end])


def _space(before: str, hunk: Hunk) -> Piece:
    return same(" " if before.isspace() and hunk.part.edition == "en" else "")
