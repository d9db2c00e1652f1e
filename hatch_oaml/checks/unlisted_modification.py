"""Every file that was modified is named in the modification changelog."""

from __future__ import annotations

from contextlib import suppress
from datetime import datetime, timezone
from typing import TYPE_CHECKING

from hatch_oaml.checks._wording import block
from hatch_oaml.findings import ERROR, Check, Finding
from hatch_oaml.records.modifications import RELATIONS
from hatch_oaml.values.bilingual import Bilingual
from hatch_oaml.values.wording import abbreviated, pattern_for, printable, toml_string

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hatch_oaml.records.base_file import BaseFile
    from hatch_oaml.records.base_record import BaseRecord
    from hatch_oaml.records.inventory import ReleaseFile
    from hatch_oaml.release import Release


def _run(release: Release) -> Iterator[Finding]:
    if release.modifications is None:
        return
    changelog = printable(release.config.modifications)
    for file in release.unlisted_files():
        entry = block(*_entry(file))
        yield Finding(
            path=file.path,
            message=_message(release, file, changelog),
            fix=Bilingual(
                en=f"add to `{changelog}` and fill in, or have `hatch-oaml draft` add it{entry}",
                zh=f"将以下条目加入 `{changelog}` 并填写完整，或由 `hatch-oaml draft` 加入{entry}",
            ),
        )


def _message(release: Release, file: ReleaseFile, changelog: str) -> Bilingual:
    base = next((base for base in release.bases if file.path in base.by_path), None)
    if base is not None:
        return _modified(file, base, changelog)
    if file.path in release.origins:
        return _renamed(file, *release.origins[file.path], changelog)
    return _added(changelog)


def _renamed(file: ReleaseFile, base: BaseRecord, there: BaseFile, changelog: str) -> Bilingual:
    return Bilingual(
        en=f"the file was made from `{printable(there.path)}` of {_title(base)}: there it has {_facts(there, file).en};"
        f" no entry of `{changelog}` names it",
        zh=f"该文件由 {_title(base)} 的 `{printable(there.path)}` 修改而来：原文件{_facts(there, file).zh}；"
        f"`{changelog}` 中没有条目提到它",
    )


def _modified(file: ReleaseFile, base: BaseRecord, changelog: str) -> Bilingual:
    there = base.by_path[file.path]
    return Bilingual(
        en=f"the file was modified: in {_title(base)} it has {_facts(there, file).en};"
        f" no entry of `{changelog}` names it",
        zh=f"该文件经过修改：{_title(base)} 中{_facts(there, file).zh}；`{changelog}` 中没有条目提到它",
    )


def _title(base: BaseRecord) -> str:
    return abbreviated(f"{base.name} {base.version}".rstrip())


def _facts(there: BaseFile, here: ReleaseFile) -> Bilingual:
    if here.sha256 is None:
        return Bilingual(
            en=f"{there.size} bytes, here {here.size}", zh=f"为 {there.size} 字节，此处为 {here.size} 字节"
        )
    return Bilingual(
        en=f"the SHA-256 {there.sha256[:12]}…, here {here.sha256[:12]}…",
        zh=f"其 SHA-256 为 {there.sha256[:12]}…，此处为 {here.sha256[:12]}…",
    )


def _added(changelog: str) -> Bilingual:
    return Bilingual(
        en=f"no base has this model file, and no entry of `{changelog}` says how it came about",
        zh=f"所有基础模型中都没有这个模型文件，而 `{changelog}` 中没有条目说明它如何得来",
    )


def _entry(file: ReleaseFile) -> tuple[str, ...]:
    """Lines that can be pasted as they are, and that say nothing before a person has filled them in."""
    return (
        "[[change]]",
        f"files = [{toml_string(pattern_for(file.path))}]",
        _relation(file),
        'how.en = ""',
        'how.zh = ""',
        _date(file),
    )


def _date(file: ReleaseFile) -> str:
    """When the file was last written, as far as the file system tells: a check has no clock, and is the same tomorrow."""
    if file.mtime_ns is not None:
        with suppress(OverflowError, ValueError, OSError):
            return (
                f"date = {datetime.fromtimestamp(file.mtime_ns // 1_000_000_000, tz=timezone.utc).date().isoformat()}"
            )
    return "# date = 2026-11-01: the day on which it was modified 修改日期"


def _relation(file: ReleaseFile) -> str:
    if file.kind == "adapter":
        return 'relation = "adapter"'
    if file.role != "model":
        return 'relation = "modified"'
    return f'relation = ""  # {", ".join(RELATIONS)}'


CHECK = Check(name="unlisted-modification", clause="3.1 3)", severity=ERROR, run=_run, asks_digests=True)
