"""Notices as findings name and quote them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hatch_oaml.checks._wording import block
from hatch_oaml.values.bilingual import Bilingual
from hatch_oaml.values.legal_names import is_legal_name
from hatch_oaml.values.wording import pattern_for, printable

if TYPE_CHECKING:
    from hatch_oaml.records.notice import Notice, NoticeKind
    from hatch_oaml.release import Release

_KINDS: dict[NoticeKind, Bilingual] = {
    "copyright": Bilingual(en="a copyright notice", zh="著作权声明"),
    "patent": Bilingual(en="a patent notice", zh="专利声明"),
    "trademark": Bilingual(en="a trademark notice", zh="商标声明"),
    "attribution": Bilingual(en="an attribution notice", zh="归属声明"),
    "license": Bilingual(en="a license notice", zh="许可声明"),
}


_LONGEST = 800
"""Characters that a finding quotes of a notice: the text of a license has ten thousand, in which nobody finds anything."""
_BEGINNING, _END = 400, 160
"""Of a longer one, what is shown of either end."""
_BEFORE, _BEHIND = 120, 200
"""Of two long ones, what is shown before and behind the place where they part."""


def called(notice: Notice) -> Bilingual:
    """What kind of notice it is, for the middle of a sentence."""
    return _KINDS[notice.kind]


def quoted(*notices: Notice) -> str:
    return block(*(_shown(notice.text) for notice in notices))


def quoted_where_they_part(old: Notice, new: Notice) -> tuple[str, str]:
    """What both say; of long ones what stands around the place from which on they differ."""
    if len(old.text) <= _LONGEST and len(new.text) <= _LONGEST:
        return printable(old.text), printable(new.text)
    pairs = enumerate(zip(old.text, new.text, strict=False))
    place = next((index for index, (before, now) in pairs if before != now), min(len(old.text), len(new.text)))
    return _around(old.text, place), _around(new.text, place)


def _shown(text: str) -> str:
    return printable(text if len(text) <= _LONGEST else f"{text[:_BEGINNING]} … {text[-_END:]}")


def _around(text: str, place: int) -> str:
    start, end = max(0, place - _BEFORE), place + _BEHIND
    return printable(f"{'… ' * (start > 0)}{text[start:end]}{' …' * (end < len(text))}")


def addition(path: str, *notices: Notice) -> str:
    """What to add to a notice file, which must name the file that the notices are of."""
    lines = [part for notice in notices for part in ("", f"    {_shown(notice.text)}")]
    return block(f"{printable(path)}:", *lines)


def _whole(path: str, *notices: Notice) -> Bilingual:
    """Where the whole of those stands of which a finding shows beginning and end; nothing if it shows all."""
    long = [notice for notice in notices if len(notice.text) > _LONGEST]
    if not long:
        return Bilingual(en="", zh="")
    at = ", ".join(f"{notice.line}–{notice.end_line}" for notice in long)
    return Bilingual(
        en=f" (whole: lines {at} of the base's `{printable(path)}`)",
        zh=f"（全文见基础模型 `{printable(path)}` 第 {at} 行）",
    )


def where_it_may_go(path: str, near: str | None, *notices: Notice) -> Bilingual:
    """Back, or into NOTICE; never nowhere. A notice file is itself where it goes."""
    lines, whole = addition(path, *notices), _whole(path, *notices)
    if near is None:
        return Bilingual(
            en=f"add to `NOTICE`{whole.en}; only what pertains to no part of this release may be waived{lines}",
            zh=f"加入 `NOTICE`{whole.zh}；只有与本次发布的任何部分均无关的声明才可以豁免{lines}",
        )
    back = Bilingual(
        en=f"put it back into `{printable(near)}` beside what stands there{whole.en}",
        zh=f"将其放回 `{printable(near)}`，与现有内容并列{whole.zh}",
    )
    if is_legal_name(near):
        kept = quoted(*notices)
        return Bilingual(en=f"{back.en}{kept}", zh=f"{back.zh}{kept}")
    return Bilingual(en=f"{back.en}, or add to `NOTICE`{lines}", zh=f"{back.zh}，或加入 `NOTICE`{lines}")


def unless_ignored(release: Release, path: str, fix: Bilingual) -> Bilingual:
    """`fix`, and before it, where version control keeps a file at `path` out of every release, what must go first."""
    line = release.ignored_by(path)
    if line is None:
        return fix
    shown, name, again = printable(line.strip()), printable(path), printable(f"!{pattern_for(path)}")
    is_folder = shown.endswith("/")  # below one that is ignored nothing is brought back
    other = (
        Bilingual(en="", zh="")
        if is_folder
        else Bilingual(en=f", or add `{again}` below it", zh=f"，或在其下加入 `{again}`")
    )
    return Bilingual(
        en=f"take the line `{shown}` out of `.gitignore`{other.en}: it keeps `{name}` out of every release; then {fix.en}",
        zh=f"请从 `.gitignore` 中删去 `{shown}` 一行{other.zh}：该行使 `{name}` 不会进入任何发布；然后{fix.zh}",
    )
