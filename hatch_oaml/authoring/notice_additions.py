"""Writes what a NOTICE lacks so that it keeps every notice that a release has lost: it only ever adds."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hatch_oaml.records.notice import Notice
    from hatch_oaml.retention.judgement import Retention

_WIDTH = 72


def notice_additions(retention: Retention) -> str:
    """Text to append to NOTICE, grouped by base and by files; "" if nothing was lost.

    Law: a release whose NOTICE has it at its end retains all.
    """
    return "".join(part for base, groups in _grouped(retention).items() for part in _section(base, groups))


def _section(base: str, groups: dict[tuple[str, ...], list[str]]) -> Iterator[str]:
    title = f"Notices retained from {base}"
    yield f"\n{'=' * _WIDTH}\n{title}\n以下声明保留自 {base}\n{'=' * _WIDTH}\n"
    for notices, paths in groups.items():
        yield "\n" + "".join(f"{path}:\n" for path in paths)
        yield "".join(f"\n    {notice}\n" for notice in notices)


def _grouped(retention: Retention) -> dict[str, dict[tuple[str, ...], list[str]]]:
    """Each base's files by the notices that they lost: files that lost the same share one entry."""
    by_file: dict[tuple[str, str], list[str]] = {}
    for base, path, notice in _lost(retention):
        by_file.setdefault((base, path), []).append(notice.text)
    groups: dict[str, dict[tuple[str, ...], list[str]]] = {}
    for (base, path), notices in sorted(by_file.items()):
        groups.setdefault(base, {}).setdefault(tuple(notices), []).append(path)
    return groups


def _lost(retention: Retention) -> Iterator[tuple[str, str, Notice]]:
    for dropped in retention.dropped:
        yield dropped.base, dropped.path, dropped.notice
    for altered in retention.altered:
        yield altered.base, altered.path, altered.notice
    for file in retention.dropped_files:
        for notice in file.notices:
            yield file.base, file.path, notice
