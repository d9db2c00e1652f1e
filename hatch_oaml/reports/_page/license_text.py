"""The license as it is given along: its state, and every place where it is not the published text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hatch_oaml.license.differences import EDITION_NAMES
from hatch_oaml.license.markings import Piece
from hatch_oaml.license.versions import CURRENT
from hatch_oaml.reports._labels import STATES_ZH
from hatch_oaml.reports._page.subject import Fact
from hatch_oaml.values.bilingual import Bilingual
from hatch_oaml.values.frozen import frozen
from hatch_oaml.values.wording import short_name

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hatch_oaml.license.copies import LicenseCopy
    from hatch_oaml.license.differences import DifferenceKind, Extra
    from hatch_oaml.release import Release


@frozen
class Departure:
    """One place of the copy: where, what it is, and the words of both."""

    where: Bilingual
    kind: Bilingual
    line: int
    pieces: tuple[Piece, ...]


@frozen
class LicenseText:
    """`departures` is empty where the text is the published one, or is not there."""

    facts: tuple[Fact, ...]
    departures: tuple[Departure, ...]


_KINDS: dict[DifferenceKind, Bilingual] = {
    "changed": Bilingual(en="other words", zh="文字不同"),
    "missing": Bilingual(en="missing", zh="缺失"),
    "moved": Bilingual(en="in another place", zh="位置不同"),
    "regrouped": Bilingual(en="all of it behind the other language", zh="整体移到另一种语言之后"),
    "typography": Bilingual(en="other characters, the same words; the first place", zh="文字相同，字符不同（首处）"),
}


def license_text(release: Release) -> LicenseText:
    return LicenseText(facts=tuple(_facts(release)), departures=tuple(_departures(release.license)))


def _facts(release: Release) -> Iterator[Fact]:
    copy = release.license
    state = copy.state if copy else "missing"
    yield Fact(label=Bilingual(en="License", zh="许可证"), value=(copy.version if copy else CURRENT).name)
    yield Fact(label=Bilingual(en="Identifier", zh="标识"), value=CURRENT.id, is_code=True)
    yield Fact(label=Bilingual(en="File", zh="文件"), value=short_name(release.config.license), is_code=True)
    yield Fact(label=Bilingual(en="State", zh="状态"), value=Bilingual(en=state, zh=STATES_ZH[state]))
    if copy and copy.encoding:
        yield Fact(label=Bilingual(en="Encoding", zh="编码"), value=copy.encoding)
    for edition in copy.missing_editions if copy else ():
        yield Fact(label=Bilingual(en="Missing edition", zh="缺失的语言"), value=EDITION_NAMES[edition])
    if release.project.license_expression:
        expression = release.project.license_expression
        yield Fact(label=Bilingual(en="Declared", zh="声明的表达式"), value=expression, is_code=True)


def _departures(copy: LicenseCopy | None) -> Iterator[Departure]:
    if copy is None:
        return
    if copy.extra_before:
        yield _extra(copy.extra_before, Bilingual(en="before the license", zh="许可证之前"))
    for difference in copy.differences:
        yield Departure(
            where=difference.citation,
            kind=_KINDS[difference.kind],
            line=difference.line,
            pieces=difference.pieces,
        )
    if copy.extra_after:
        yield _extra(copy.extra_after, Bilingual(en="behind the license", zh="许可证之后"))


def _extra(extra: Extra, where: Bilingual) -> Departure:
    kind = Bilingual(en="words that are not the license’s", zh="不属于许可证的文字")
    return Departure(where=where, kind=kind, line=extra.line, pieces=(Piece(state="come", text=extra.text),))
