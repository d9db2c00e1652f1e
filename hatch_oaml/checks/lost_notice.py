"""A finished archive retains every notice that its manifest promises."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hatch_oaml.checks._notice_text import called, quoted
from hatch_oaml.findings import ARCHIVE, ERROR, Check, Finding
from hatch_oaml.records.notice import Notice
from hatch_oaml.values.bilingual import Bilingual
from hatch_oaml.values.wording import abbreviated, printable

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hatch_oaml.records.integrity import PromisedNotice
    from hatch_oaml.release import Release


def _run(release: Release) -> Iterator[Finding]:
    retained = {(kept.base, kept.path, kept.notice.kind, kept.notice.text) for kept in release.retention.retained}
    for promised in release.held_against_manifest.promised:
        if (promised.base, promised.path, promised.kind, promised.text) not in retained:
            here = promised.path in release.inventory.by_path
            yield Finding(
                path=promised.path if here else release.held_against_manifest.archive,
                message=_message(promised),
                fix=Bilingual(
                    en="do not pass the archive on; ask its publisher for one that retains the notice",
                    zh="请勿转发该归档；请向发布者索取保留了该声明的归档",
                ),
            )


def _message(promised: PromisedNotice) -> Bilingual:
    notice = Notice(kind=promised.kind, text=promised.text, line=1, end_line=1)
    kind, base, path, text = called(notice), abbreviated(promised.base), printable(promised.path), quoted(notice)
    return Bilingual(
        en=f"{kind.en} of {base} is lost: the manifest says that it must be retained, and nothing here does;"
        f" in the base's `{path}` it reads{text}",
        zh=f"{base} 的一条{kind.zh}已丢失：清单写明必须保留它，而此处没有任何内容保留它；它在基础模型的 `{path}` 中，内容为{text}",
    )


CHECK = Check(name="lost-notice", clause="3.1 2)", severity=ERROR, run=_run, asked_of=ARCHIVE)
