"""Notices as findings name and quote them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hatch_oaml.checks._wording import block
from hatch_oaml.values.bilingual import Bilingual
from hatch_oaml.values.legal_names import is_legal_name
from hatch_oaml.values.wording import printable

if TYPE_CHECKING:
    from hatch_oaml.records.notice import Notice, NoticeKind

_KINDS: dict[NoticeKind, Bilingual] = {
    "copyright": Bilingual(en="a copyright notice", zh="著作权声明"),
    "patent": Bilingual(en="a patent notice", zh="专利声明"),
    "trademark": Bilingual(en="a trademark notice", zh="商标声明"),
    "attribution": Bilingual(en="an attribution notice", zh="归属声明"),
    "license": Bilingual(en="a license notice", zh="许可声明"),
}


def called(notice: Notice) -> Bilingual:
    """What kind of notice it is, for the middle of a sentence."""
    return _KINDS[notice.kind]


def quoted(*notices: Notice) -> str:
    return block(*(printable(notice.text) for notice in notices))


def addition(path: str, *notices: Notice) -> str:
    """What to add to a notice file, which must name the file that the notices are of."""
    lines = [part for notice in notices for part in ("", f"    {printable(notice.text)}")]
    return block(f"{printable(path)}:", *lines)


def where_it_may_go(path: str, near: str | None, *notices: Notice) -> Bilingual:
    """Back, or into NOTICE; never nowhere. A notice file is itself where it goes."""
    lines = addition(path, *notices)
    if near is None:
        return Bilingual(
            en=f"add to `NOTICE`; only what pertains to no part of this release may be waived{lines}",
            zh=f"加入 `NOTICE`；只有与本次发布的任何部分均无关的声明才可以豁免{lines}",
        )
    back = Bilingual(
        en=f"put it back into `{printable(near)}` beside what stands there",
        zh=f"将其放回 `{printable(near)}`，与现有内容并列",
    )
    if is_legal_name(near):
        kept = quoted(*notices)
        return Bilingual(en=f"{back.en}{kept}", zh=f"{back.zh}{kept}")
    return Bilingual(en=f"{back.en}, or add to `NOTICE`{lines}", zh=f"{back.zh}，或加入 `NOTICE`{lines}")
