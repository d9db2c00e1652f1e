"""Tells of what tools put beside the files of an unpacked release, and nobody read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hatch_oaml.checks._wording import block
from hatch_oaml.findings import ADVISORY, ARCHIVE, Check, Finding
from hatch_oaml.values.bilingual import Bilingual
from hatch_oaml.values.wording import printable

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hatch_oaml.release import Release

_SHOWN = 12


def _run(release: Release) -> Iterator[Finding]:
    """One finding for all of them: who has a hub's folder has dozens."""
    companions = release.held_against_manifest.companions
    if not companions:
        return
    by_who: dict[Bilingual, list[str]] = {}
    for path, who in companions:
        by_who.setdefault(who, []).append(path)
    kinds = list(by_who.items())
    more = len(kinds) > _SHOWN
    yield Finding(
        path=companions[0][0],
        message=Bilingual(
            en="tools put this beside the release; it is no part of it, and was not read:"
            + block(*(f"{_paths(paths)} ({who.en})" for who, paths in kinds[:_SHOWN]), *["…"] * more),
            zh="以下内容是工具放在发布旁边的，不属于发布，也未被读取："
            + block(*(f"{_paths(paths)}（{who.zh}）" for who, paths in kinds[:_SHOWN]), *["…"] * more),
        ),
        fix=Bilingual(
            en="nothing, if these are your own tools; otherwise delete it: whatever else lies there is refused",
            zh="若这些是您自己的工具，则无须处理；否则请将其删除。除此之外的任何多余文件均不予接受",
        ),
    )


def _paths(paths: list[str]) -> str:
    more = f" +{len(paths) - 1}" if len(paths) > 1 else ""
    return f"{printable(paths[0])}{more}"


CHECK = Check(name="companion-file", clause="", severity=ADVISORY, run=_run, asked_of=ARCHIVE)
