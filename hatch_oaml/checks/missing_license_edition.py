"""The license is there in Chinese and in English."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hatch_oaml.checks._license_text import rewriting
from hatch_oaml.findings import ERROR, EVERY_TREE, Check, Finding
from hatch_oaml.values.bilingual import Bilingual

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hatch_oaml.license import Edition
    from hatch_oaml.release import Release

_MESSAGES: dict[Edition, Bilingual] = {
    "zh": Bilingual(
        en="the Chinese text is missing: the license is one text in two languages of the same legal effect, and the"
        " Chinese prevails where the laws of China apply",
        zh="缺少中文文本：许可证以中英双语拟制，中英文本具有同等法律效力；适用中国法律时，须以中文文本为准",
    ),
    "en": Bilingual(
        en="the English text is missing: the license is one text in two languages of the same legal effect",
        zh="缺少英文文本：许可证以中英双语拟制，中英文本具有同等法律效力",
    ),
}


def _run(release: Release) -> Iterator[Finding]:
    for edition in release.license.missing_editions if release.license else ():
        yield Finding(path=release.config.license, message=_MESSAGES[edition], fix=rewriting(release.config))


CHECK = Check(name="missing-license-edition", clause="4.7", severity=ERROR, run=_run, asked_of=EVERY_TREE)
