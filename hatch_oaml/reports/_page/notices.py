"""Every notice of every base, and where it now stands."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from hatch_oaml.reports._page.word_diff import sides
from hatch_oaml.values.bilingual import Bilingual
from hatch_oaml.values.frozen import frozen

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from hatch_oaml.license.markings import Piece
    from hatch_oaml.records.base_record import BaseRecord
    from hatch_oaml.records.notice import Notice
    from hatch_oaml.release import Release
    from hatch_oaml.retention.outcomes import Altered, Dropped, Location, Retention

Standing = Literal["lost", "altered", "waived", "moved", "kept", "gone"]

STANDINGS: dict[Standing, Bilingual] = {
    "lost": Bilingual(en="Lost", zh="丢失"),
    "altered": Bilingual(en="Altered", zh="被改动"),
    "waived": Bilingual(en="Left out by the publisher’s word", zh="由发布者决定不保留"),
    "moved": Bilingual(en="Moved into a notice file", zh="移入声明文件"),
    "kept": Bilingual(en="Kept", zh="保留"),
    "gone": Bilingual(
        en="Gone with their files: nothing that they are of ships", zh="随文件一同移除：其所属内容均未发布"
    ),
}
"""In the order in which one wants to see them."""

MOST_UNFOLDED = 25
"""What must be looked at stands open, as long as it is no more than this."""


@frozen
class Row:
    """A notice where the base has it; `now` where the release has it, "" where it has it nowhere or in the same place.

    `old` and `new` are the words of an altered one; `remark` is a waiver's reason, or what is known of a lost one.
    """

    where: str
    text: str
    now: str = ""
    remark: str | Bilingual = ""
    old: tuple[Piece, ...] = ()
    new: tuple[Piece, ...] = ()


@frozen
class Group:
    """The notices of one base that stand alike."""

    standing: Standing
    label: Bilingual
    rows: tuple[Row, ...]
    is_open: bool


@frozen
class OfBase:
    """What became of one base's notices; `possible` are those that merely may be some, which nobody must keep."""

    base: str
    count: int
    groups: tuple[Group, ...]
    possible: int


def notices(release: Release) -> tuple[OfBase, ...]:
    """One for each base that has notices, in the order of the bases; two of one name share it."""
    rows: dict[str, dict[Standing, list[Row]]] = {base.name: {one: [] for one in STANDINGS} for base in release.bases}
    for name, standing, row in _rows(release.retention):
        rows[name][standing].append(row)
    told = (_of_base([base for base in release.bases if base.name == name], found) for name, found in rows.items())
    return tuple(one for one in told if one.count or one.possible)


def _of_base(bases: Sequence[BaseRecord], rows: dict[Standing, list[Row]]) -> OfBase:
    """:param bases: those of one name."""
    versions = ", ".join(dict.fromkeys(base.version for base in bases if base.version))
    return OfBase(
        base=f"{bases[0].name} {versions}".rstrip(),
        count=sum(map(len, rows.values())),
        possible=sum(not notice.sure for base in bases for file in base.files for notice in file.notices),
        groups=tuple(
            Group(
                standing=standing,
                label=STANDINGS[standing],
                rows=tuple(found),
                is_open=standing in {"lost", "altered", "waived"} and len(found) <= MOST_UNFOLDED,
            )
            for standing, found in rows.items()
            if found
        ),
    )


def _rows(retention: Retention) -> Iterator[tuple[str, Standing, Row]]:
    moved = {(one.base, one.path, one.notice.line, one.notice.text) for one in retention.moved}
    for kept in retention.retained:
        where = _at(kept.path, kept.notice)
        is_moved = (kept.base, kept.path, kept.notice.line, kept.notice.text) in moved
        now = _place(kept.where)
        row = Row(where=where, text=kept.notice.text, now=now if now != where else "")
        yield kept.base, "moved" if is_moved else "kept", row
    for altered in retention.altered:
        yield altered.base, "altered", _altered(altered)
    for dropped in retention.dropped:
        yield dropped.base, "lost", _dropped(dropped)
    for file in retention.dropped_files:
        for notice in file.notices:
            yield file.base, "lost", Row(where=_at(file.path, notice), text=notice.text, remark=_NO_FILE)
    for waived in retention.waived:
        where = _at(waived.path, waived.notice)
        row = Row(where=where, text=waived.notice.text, now=waived.near or "", remark=waived.waiver.reason)
        yield waived.base, "waived", row
    for went in retention.went:
        yield went.base, "gone", Row(where=_at(went.path, went.notice), text=went.notice.text)


_NO_FILE = Bilingual(en="the notice file is gone", zh="该声明文件已不存在")


def _altered(one: Altered) -> Row:
    old, new = sides(one.notice.text, one.new.text)
    remark: str | Bilingual = "" if one.new.visibility == one.notice.visibility else _HIDDEN
    return Row(
        where=_at(one.path, one.notice),
        text=one.notice.text,
        now=_at(one.here, one.new),
        old=old,
        new=new,
        remark=remark,
    )


_HIDDEN = Bilingual(
    en="it stands where people do not see it, is struck out or denied", zh="位于人们看不到之处，或被划去、否认"
)


def _dropped(one: Dropped) -> Row:
    remark: str | Bilingual = ""
    if one.unnamed:
        place = _place(one.unnamed)
        remark = Bilingual(
            en=f"{place} has it, and does not say what it is a notice of", zh=f"{place} 有该声明，但未写明其所属内容"
        )
    return Row(where=_at(one.path, one.notice), text=one.notice.text, now=one.near or "", remark=remark)


def _at(path: str, notice: Notice) -> str:
    return f"{path}:{notice.line}"


def _place(location: Location) -> str:
    return f"{location.path}:{location.line}"
