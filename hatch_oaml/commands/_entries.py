"""Entries of the changelog as far as a person says them: by options, or asked on a terminal."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timezone
from typing import TYPE_CHECKING

from hatch_oaml.authoring.changelog_entries import HEADER
from hatch_oaml.authoring.entry import render_entries
from hatch_oaml.commands._project import bytes_if_there
from hatch_oaml.commands._speaking import say_to_person
from hatch_oaml.commands._writing import write_file
from hatch_oaml.records.modifications import RELATIONS, RELATIONS_ZH, Relation
from hatch_oaml.values.bilingual import Bilingual
from hatch_oaml.values.errors import ConfigurationError
from hatch_oaml.values.frozen import frozen
from hatch_oaml.values.han import holds_han
from hatch_oaml.values.patterns import Patterns

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from hatch_oaml.authoring.entry import Entry
    from hatch_oaml.commands._asking import Asker


@frozen
class How:
    """`--how PATTERN TEXT`: what was done to the files that match."""

    pattern: Patterns
    written: str
    text: str

    def is_of(self, entry: Entry) -> bool:
        return any(self.pattern.match(path) for path in entry.files)


def how(pattern: str, text: str) -> How:
    """:raises ConfigurationError: `pattern` is none."""
    try:
        return How(pattern=Patterns((pattern,)), written=pattern, text=text.strip())
    except ValueError as error:
        raise ConfigurationError(
            Bilingual(en=f"--how: not a gitignore pattern: {error}", zh=f"--how：不是有效的 gitignore 模式：{error}")
        ) from error


@frozen
class Sayings:
    """What the options say of what was done, and by whom; "" and None where they say nothing."""

    hows: tuple[How, ...] = ()
    relation: Relation | None = None
    by: str = ""


def write_entries(changelog: Path, entries: Sequence[Entry], sayings: Sayings, asker: Asker) -> None:
    """Appends them, as far as they are said."""
    if not entries:
        return
    before = bytes_if_there(changelog) or HEADER.encode()
    text = render_entries(
        [_said(entry, sayings, asker) for entry in entries], datetime.now(tz=timezone.utc).astimezone().date()
    )
    write_file(changelog, before + (b"" if before.endswith(b"\n") else b"\n") + text.encode())


def _said(entry: Entry, sayings: Sayings, asker: Asker) -> Entry:
    if asker.is_asking:
        for fact in entry.facts:
            say_to_person(Bilingual(en=f"  {fact}", zh=f"  {fact}"), asker.language)
    files = ", ".join(entry.patterns)
    relation = _relation(files, entry, sayings, asker)
    return replace(entry, relation=relation, how=_how(files, entry, sayings, asker), by=sayings.by)


def _relation(files: str, entry: Entry, sayings: Sayings, asker: Asker) -> Relation:
    """Of weights; what is done to a text has one name."""
    if sayings.relation is not None and entry.is_model:
        return sayings.relation
    if not entry.is_model:
        return entry.relation
    told = asker.answer(_asked_relation(files), entry.relation, _no_relation)
    return next(relation for relation in RELATIONS if relation == told)


def _how(files: str, entry: Entry, sayings: Sayings, asker: Asker) -> Bilingual:
    given = [one.text for one in sayings.hows if one.is_of(entry)]
    en = next((text for text in given if not holds_han(text)), entry.how.en)
    zh = next((text for text in given if holds_han(text)), entry.how.zh)
    return Bilingual(
        en=en or asker.answer(_asked_how(files, "English", "英文")),
        zh=zh or asker.answer(_asked_how(files, "Chinese", "中文")),
    )


def _no_relation(text: str) -> Bilingual | None:
    if text in RELATIONS:
        return None
    return Bilingual(
        en=f"one of {' '.join(RELATIONS)}",
        zh="应为其中之一：" + "、".join(f"{relation}（{RELATIONS_ZH[relation]}）" for relation in RELATIONS),
    )


def _asked_relation(files: str) -> Bilingual:
    return Bilingual(en=f"{files}: made how ({' '.join(RELATIONS)})", zh=f"{files}：修改类型（{' '.join(RELATIONS)}）")


def _asked_how(files: str, en: str, zh: str) -> Bilingual:
    return Bilingual(
        en=f"{files}: how it was modified, in {en} (Enter: to be written later)",
        zh=f"{files}：如何修改，用{zh}填写（直接回车：以后再写）",
    )


def unused(hows: Sequence[How], entries: Sequence[Entry]) -> list[Bilingual]:
    """Those that say something of no entry."""
    return [
        Bilingual(
            en=f"--how: `{one.written}` matches no file that an entry was drafted for",
            zh=f"--how：`{one.written}` 不匹配任何为其起草了条目的文件",
        )
        for one in hows
        if not any(one.is_of(entry) for entry in entries)
    ]
