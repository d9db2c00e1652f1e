"""Every modification: which file became which, how, and by whom; and what was modified without a word."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hatch_oaml.records.lineage import earlier
from hatch_oaml.records.modifications import RELATIONS_ZH
from hatch_oaml.rendering.changed_files import files_of, gone_with
from hatch_oaml.values.bilingual import Bilingual
from hatch_oaml.values.frozen import frozen

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hatch_oaml.comparison.file_difference import Difference
    from hatch_oaml.records.base_record import BaseRecord
    from hatch_oaml.records.inventory import ReleaseFile
    from hatch_oaml.records.modifications import Change
    from hatch_oaml.records.publication import Telling
    from hatch_oaml.release import Release


@frozen
class Changed:
    """One file: `old` is its path in the base where it has another, `state` what became of it."""

    old: str
    new: str
    state: Bilingual


@frozen
class Entry:
    """One entry of the changelog as it concerns one base; `patterns` where it is told without its files."""

    relation: Bilingual
    date: str
    by: str
    how_en: str
    how_zh: str
    files: tuple[Changed, ...]
    patterns: tuple[str, ...] = ()


@frozen
class OfBase:
    """What was done to one base."""

    base: str
    entries: tuple[Entry, ...]


@frozen
class Earlier:
    """What a base, or one that it was made from, says of itself."""

    name: str
    entries: tuple[Entry, ...]


@frozen
class Told:
    """What another text than the changelog says: of the file `new`, "" of none in particular; and where it stands."""

    new: str
    where: str
    says: str


@frozen
class ModificationFacts:
    """`silent` are the modified files of which nothing tells; `elsewhere` what other texts than the changelog tell; `idle` the entries that are about no file of any base.
    `is_lifted` where the license asks for no word on any of them.
    """

    bases: tuple[OfBase, ...]
    silent: tuple[Changed, ...]
    elsewhere: tuple[Told, ...]
    idle: tuple[Entry, ...]
    earlier: tuple[Earlier, ...]
    is_original: bool
    is_lifted: bool

    @property
    def count(self) -> int:
        return sum(len(base.entries) for base in self.bases) + len(self.idle) + len(self.elsewhere)


STATES: dict[Difference | None, Bilingual] = {
    "modified": Bilingual(en="modified", zh="已修改"),
    "added": Bilingual(en="new", zh="新增"),
    "moved": Bilingual(en="moved", zh="已移动"),
    "same": Bilingual(en="unchanged", zh="未修改"),
    None: Bilingual(en="not compared", zh="未比较"),
}
REMOVED = Bilingual(en="removed", zh="已删除")


def modifications(release: Release) -> ModificationFacts:
    bases = tuple(_of_base(release, base) for base in release.bases)
    idle = [
        change for change in release.changelog.own if not any(_rows(release, base, change) for base in release.bases)
    ]
    return ModificationFacts(
        bases=bases,
        silent=tuple(changed(release, release.inventory.by_path[path]) for path in silent_files(release)),
        elsewhere=tuple(_elsewhere(release)),
        idle=tuple(_entry(change, (), change.files.lines) for change in idle),
        earlier=tuple(_earlier(release)),
        is_original=release.config.original,
        is_lifted=release.waives("3.1 3)"),
    )


def silent_files(release: Release) -> list[str]:
    """The files that clause 3.1 3) asks for a word on, and that have none."""
    return [path for path, told in release.tellings.items() if not told]


def _elsewhere(release: Release) -> Iterator[Told]:
    if release.publication is None:
        return
    for path, told in release.publication.tellings.items():
        yield from (Told(new=path, where=_place(one), says=one.says) for one in told)
    yield from (Told(new="", where=_place(one), says=one.says) for one in release.publication.general)


def _place(one: Telling) -> str:
    return one.path if one.line is None else f"{one.path}:{one.line}"


def _of_base(release: Release, base: BaseRecord) -> OfBase:
    concerning = (change for change in release.changelog.own if change.base in {None, base.name})
    found = ((change, _rows(release, base, change)) for change in concerning)
    return OfBase(
        base=f"{base.name} {base.version}".rstrip(),
        entries=tuple(_entry(change, rows) for change, rows in found if rows),
    )


def _rows(release: Release, base: BaseRecord, change: Change) -> tuple[Changed, ...]:
    shipped = [changed(release, file) for file in files_of(release, base, change)]
    return (*shipped, *(Changed(old=path, new="", state=REMOVED) for path in gone_with(release, base, change)))


def changed(release: Release, file: ReleaseFile) -> Changed:
    origin = release.origins.get(file.path)
    return Changed(old=origin[1].path if origin else "", new=file.path, state=STATES[release.differences[file.path]])


def _entry(change: Change, files: tuple[Changed, ...], patterns: tuple[str, ...] = ()) -> Entry:
    return Entry(
        relation=Bilingual(en=change.relation, zh=RELATIONS_ZH[change.relation]),
        date=change.date.isoformat() if change.date else "",
        by=change.by,
        how_en=change.how_en,
        how_zh=change.how_zh,
        files=files,
        patterns=patterns,
    )


def _earlier(release: Release) -> Iterator[Earlier]:
    for ancestor in earlier(tuple(base.as_ancestor for base in release.bases)):
        if ancestor.changes:
            yield Earlier(
                name=f"{ancestor.name} {ancestor.version}".rstrip(),
                entries=tuple(_entry(change, (), change.files.lines) for change in ancestor.changes),
            )
