"""The license's words are the published ones, in both languages, with nothing before or after them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hatch_oaml.checks._license_text import rewriting
from hatch_oaml.checks._wording import block
from hatch_oaml.findings import ERROR, EVERY_TREE, Check, Finding
from hatch_oaml.license.versions import is_text_by_name
from hatch_oaml.values.bilingual import Bilingual
from hatch_oaml.values.paths import sort_key
from hatch_oaml.values.wording import printable

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hatch_oaml.license import Extra, LicenseCopy, LicenseDifference
    from hatch_oaml.records.config import Config
    from hatch_oaml.records.inventory import ReleaseFile
    from hatch_oaml.release import Release

_BY_ITS_NAME = Bilingual(en="name", zh="名称")
_BY_ITS_WORDS = Bilingual(en="words", zh="文字")
MOST = 20
"""So many differences are told one by one."""


def _run(release: Release) -> Iterator[Finding]:
    yield from _of_the_whole(release)
    altering = {file.path for file in release.inventory.license_texts if file.alters_license}
    others = {file.path for file in release.inventory.license_texts if _only_looks_like_it(file)}
    for path in sorted((altering | others) - {release.config.license}, key=sort_key):
        yield _second_text(release.config, path, _BY_ITS_WORDS if path in altering else _BY_ITS_NAME)


def _only_looks_like_it(file: ReleaseFile) -> bool:
    return is_text_by_name(file.path) and file.license_text is not None and not file.license_text.is_published


def _of_the_whole(release: Release) -> Iterator[Finding]:
    copy, config = release.license, release.config
    if copy is None or copy.state != "altered":
        return
    if copy.extra_before:
        yield _extra(copy.extra_before, config, Bilingual(en="before", zh="之前"))
    for difference in copy.differences[:MOST]:
        yield Finding(path=config.license, line=difference.line, message=_told(difference), fix=_fix(config))
    if len(copy.differences) > MOST:
        yield _more(copy, config)
    if copy.extra_after:
        yield _extra(copy.extra_after, config, Bilingual(en="after", zh="之后"))


def _told(difference: LicenseDifference) -> Bilingual:
    citation = difference.citation
    match difference.kind:
        case "missing":
            en, zh = f"{citation.en} is missing", f"缺少{citation.zh}"
        case "moved":
            en, zh = f"{citation.en} stands in another place than in the license", f"{citation.zh}不在原文中的位置"
        case "regrouped":
            return _regrouped(difference)
        case _:
            en, zh = f"{citation.en} is not as published", f"{citation.zh}与发布的原文不符"
    shown = block(difference.diff)
    return Bilingual(en=f"{en}{shown}", zh=f"{zh}{shown}")


def _regrouped(difference: LicenseDifference) -> Bilingual:
    if difference.edition == "en":
        return Bilingual(
            en="all of the English text stands behind the Chinese; the license has them clause by clause",
            zh="英文文本整体排在中文文本之后；许可证原文是中英文逐款对照的",
        )
    return Bilingual(
        en="all of the Chinese text stands behind the English; the license has them clause by clause",
        zh="中文文本整体排在英文文本之后；许可证原文是中英文逐款对照的",
    )


def _fix(config: Config) -> Bilingual:
    then = rewriting(config)
    return Bilingual(
        en=f"{then.en}; notices of your own go into `NOTICE` (clause 3.2)",
        zh=f"{then.zh}；自己的声明应写入 `NOTICE`（第 3.2 款）",
    )


def _extra(extra: Extra, config: Config, side: Bilingual) -> Finding:
    then, words = rewriting(config), block(f"{{+{extra.text}+}}")
    return Finding(
        path=config.license,
        line=extra.line,
        message=Bilingual(
            en=f"words that are not the license's stand {side.en} it{words}",
            zh=f"许可证{side.zh}有不属于许可证的文字{words}",
        ),
        fix=Bilingual(
            en=f"move these words into `NOTICE`, the place for notices of your own (clause 3.2); {then.en}",
            zh=f"将这些文字移入 `NOTICE`，自己的声明应放在那里（第 3.2 款）；再{then.zh}",
        ),
    )


def _more(copy: LicenseCopy, config: Config) -> Finding:
    count = len(copy.differences) - MOST
    return Finding(
        path=config.license,
        line=copy.differences[MOST].line,
        message=Bilingual(en=f"more such differences: {count}", zh=f"此类差异还有 {count} 处"),
        fix=_fix(config),
    )


def _second_text(config: Config, path: str, told_by: Bilingual) -> Finding:
    name, first = printable(path), printable(config.license)
    return Finding(
        path=path,
        message=Bilingual(
            en=f"by its {told_by.en} this is the license once more, and its text is not the published one: recipients are told two texts",
            zh=f"按其{told_by.zh}，此文件是许可证的另一份副本，但其文本并非发布的原文：接收者会看到两份不同的文本",
        ),
        fix=Bilingual(
            en=f"copy `{first}` over it once that is the published text, or delete `{name}`: one text is enough",
            zh=f"待 `{first}` 为发布的原文后，用其覆盖此文件；或删除 `{name}`：一份文本已足够",
        ),
    )


CHECK = Check(name="altered-license", clause="1.1", severity=ERROR, run=_run, asked_of=EVERY_TREE)
