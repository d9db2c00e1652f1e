"""Every entry of the modification changelog says in both languages how its files were modified."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hatch_oaml.checks._explanation import explains
from hatch_oaml.checks._wording import listed
from hatch_oaml.findings import ADVISORY, Check, Finding
from hatch_oaml.values.bilingual import Bilingual
from hatch_oaml.values.wording import printable

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hatch_oaml.records.modifications import Change
    from hatch_oaml.release import Release


def _run(release: Release) -> Iterator[Finding]:
    for change in release.changelog.own:
        in_english = explains(change.how_en, change, release)
        in_chinese = explains(change.how_zh, change, release)
        if in_english and not in_chinese:
            yield _finding(release, change, "how.zh", change.how_zh, "how.en")
        elif in_chinese and not in_english:
            yield _finding(release, change, "how.en", change.how_en, "how.zh")


def _finding(release: Release, change: Change, lacking: str, text: str, given: str) -> Finding:
    language = Bilingual(en="English", zh="英文") if lacking == "how.en" else Bilingual(en="Chinese", zh="中文")
    en = f'`{lacking}` ("{printable(text)}") explains nothing' if text else f"`{lacking}` is missing"
    zh = f"`{lacking}`（“{printable(text)}”）没有作出说明" if text else f"缺少 `{lacking}`"
    return Finding(
        path=release.config.modifications,
        line=change.line,
        message=Bilingual(
            en=f"the entry for {listed(change.files.lines, ', ')} does not say in {language.en} how the files were"
            f" modified: {en}",
            zh=f"{listed(change.files.lines, '、')} 的条目没有用{language.zh}说明如何修改：{zh}",
        ),
        fix=Bilingual(
            en=f"write in `{lacking}` what `{given}` says, in {language.en}",
            zh=f"在 `{lacking}` 中用{language.zh}写出 `{given}` 的内容",
        ),
    )


CHECK = Check(name="untranslated-modification", clause="3.1 3)", severity=ADVISORY, run=_run)
