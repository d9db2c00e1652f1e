"""The license's text is where recipients look for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hatch_oaml.checks._license_text import WRITTEN_AT, writing
from hatch_oaml.findings import ERROR, EVERY_TREE, Check, Finding
from hatch_oaml.values.bilingual import Bilingual
from hatch_oaml.values.wording import printable

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hatch_oaml.records.config import Config
    from hatch_oaml.release import Release


def _run(release: Release) -> Iterator[Finding]:
    config, copy = release.config, release.license
    if release.publication is not None and not release.owes_the_license:
        return
    if copy is None:
        yield Finding(path=config.license, message=_absent(release.license_pdf), fix=writing(config))
    elif copy.is_pdf:
        yield Finding(path=config.license, message=_is_the_pdf(), fix=_beside_the_pdf(config))
    elif copy.state == "missing":
        yield Finding(path=config.license, message=_other_text(release.license_pdf), fix=_beside_other_text(config))


def _absent(pdf: str | None) -> Bilingual:
    return Bilingual(
        en=f"the file is missing: every recipient must be given a copy of the license{_seen_en(pdf)}",
        zh=f"缺少该文件：必须向每一位接收者提供许可证副本{_seen_zh(pdf)}",
    )


def _other_text(pdf: str | None) -> Bilingual:
    return Bilingual(
        en=f"this is not the license: none of its numbered clauses stands whole in the file{_seen_en(pdf)}",
        zh=f"该文件不是本许可证：其中没有任何一个编号条款是完整的{_seen_zh(pdf)}",
    )


def _seen_en(pdf: str | None) -> str:
    return (
        f"; the published PDF was recognised at `{printable(pdf)}` and may stay, but the text is asked for"
        if pdf
        else ""
    )


def _seen_zh(pdf: str | None) -> str:
    return f"；已识别出位于 `{printable(pdf)}` 的官方 PDF，它可以保留，但仍须附上文本" if pdf else ""


def _is_the_pdf() -> Bilingual:
    return Bilingual(
        en="this is the published PDF of the license, recognised by its digest; the text itself is still asked for, so"
        " that people can read it without a viewer and programs can compare it",
        zh="经摘要比对，该文件是许可证的官方 PDF；但仍须附上文本本身，以便不借助阅读器即可阅读，并可由程序比对",
    )


def _beside_the_pdf(config: Config) -> Bilingual:
    then = writing(config)
    if config.license != WRITTEN_AT:
        return Bilingual(en=f"keep the PDF if you like; {then.en}", zh=f"PDF 可以保留；{then.zh}")
    return Bilingual(
        en=f"rename the file to `{WRITTEN_AT}.pdf`, then {then.en}",
        zh=f"将该文件改名为 `{WRITTEN_AT}.pdf`，然后{then.zh}",
    )


def _beside_other_text(config: Config) -> Bilingual:
    then = writing(config)
    return Bilingual(
        en=f"move the file away (terms of a part go to `LICENSES/`, and into `[[tool.oaml.part]]`), then {then.en}",
        zh=f"将该文件移到别处（某一部分的许可条款应移入 `LICENSES/`，并在 `[[tool.oaml.part]]` 中声明），然后{then.zh}",
    )


CHECK = Check(name="missing-license", clause="3.1 1)", severity=ERROR, run=_run, asked_of=EVERY_TREE)
