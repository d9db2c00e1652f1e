"""Writes what a NOTICE lacks so that it keeps every notice that a release has lost: it only ever adds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hatch_oaml.recognition.visibility import parts
from hatch_oaml.values.wording import printable, readable

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from hatch_oaml.records.base_record import BaseRecord
    from hatch_oaml.records.notice import Notice
    from hatch_oaml.retention.outcomes import Retention
    from hatch_oaml.values.paths import ArchivePath

_WIDTH = 72


def notice_additions(retention: Retention, bases: Sequence[BaseRecord] = (), present: str = "") -> str:
    """Text to append to NOTICE, grouped by base and by files; "" if nothing was lost.

    :param bases: their records tell what else stands on a notice's lines, so that no line is torn apart.
    :param present: what NOTICE holds already: what stands there just so, and is not retained for all that, is not added again.

    Law: a release whose NOTICE has it at its end retains all, unless something above it hides it.
    """
    return "".join(
        part for base, groups in _grouped(retention, bases).items() for part in _section(base, groups, present)
    )


def bases_that_lost(retention: Retention) -> tuple[str, ...]:
    """The names of the bases whose notices `notice_additions` writes."""
    return tuple(sorted({base for base, _, _ in _lost(retention)}))


def _section(base: str, groups: dict[tuple[str, ...], list[str]], present: str) -> Iterator[str]:
    entries = "".join(_entry(lines, paths, present) for lines, paths in groups.items())
    if entries:
        name = printable(base)
        yield f"\n{'=' * _WIDTH}\nNotices retained from {name}\n以下声明保留自 {name}\n{'=' * _WIDTH}\n{entries}"


def _entry(lines: Sequence[str], paths: Sequence[str], present: str) -> str:
    """The files, and below them the lines that they lost; "" where these stand there already."""
    names = [f"{printable(path)}:\n" for path in paths]
    are_named = all(name in present for name in names)
    written = (f"\n    {_in_sight(readable(line))}\n" for line in lines)
    added = "".join(line for line in written if not (are_named and line in present))
    return "\n" + "".join(names) + added if added else ""


def _in_sight(line: str) -> str:
    """`line`, signs that would hide or strike it out written as entities."""
    if [visibility for visibility, _ in parts(line)] == ["open"]:
        return line
    return line.replace("<", "&lt;").replace("~", "&#126;")


def _grouped(retention: Retention, bases: Sequence[BaseRecord]) -> dict[str, dict[tuple[str, ...], list[str]]]:
    """Each base's files by the lines that they lost: files that lost the same share one entry."""
    known: dict[tuple[str, ArchivePath], list[Sequence[Notice]]] = {}
    for base in bases:  # of one name there may be two
        for file in base.files:
            known.setdefault((base.name, file.path), []).append(file.notices)
    by_file: dict[tuple[str, ArchivePath], list[Notice]] = {}
    for name, path, notice in _lost(retention):
        by_file.setdefault((name, path), []).append(notice)
    groups: dict[str, dict[tuple[str, ...], list[str]]] = {}
    for (name, path), lost in sorted(by_file.items()):
        of_files = known.get((name, path), [()])
        for of_file in of_files:
            own = lost if len(of_files) == 1 else [notice for notice in lost if notice in of_file]
            if own:
                groups.setdefault(name, {}).setdefault(tuple(_whole_lines(own, of_file)), []).append(path)
    return groups


def _whole_lines(lost: Sequence[Notice], of_file: Sequence[Notice]) -> Iterator[str]:
    """The lost notices, those that share a line with others of their file joined to them as they stood."""
    runs: list[list[Notice]] = []
    for notice in sorted({*lost, *of_file}, key=lambda one: (one.line, one.end_line, _order(one, of_file))):
        if runs and notice.line <= max(one.end_line for one in runs[-1]):
            runs[-1].append(notice)
        else:
            runs.append([notice])
    wanted = set(lost)
    for run in runs:
        if wanted.intersection(run):
            yield " ".join(dict.fromkeys(notice.text for notice in run))


def _order(notice: Notice, of_file: Sequence[Notice]) -> int:
    return of_file.index(notice) if notice in of_file else 0


def _lost(retention: Retention) -> Iterator[tuple[str, ArchivePath, Notice]]:
    for dropped in retention.dropped:
        yield dropped.base, dropped.path, dropped.notice
    for altered in retention.altered:
        yield altered.base, altered.path, altered.notice
    for file in retention.dropped_files:
        for notice in file.notices:
            yield file.base, file.path, notice
