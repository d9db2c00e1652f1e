"""The license's text is the published one to the character, not only to the word."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hatch_oaml.checks._license_text import rewriting
from hatch_oaml.checks._wording import block
from hatch_oaml.findings import ADVISORY, EVERY_TREE, Check, Finding
from hatch_oaml.values.bilingual import Bilingual

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hatch_oaml.release import Release


def _run(release: Release) -> Iterator[Finding]:
    copy = release.license
    if copy is None or copy.state != "typographic":
        return
    first = copy.differences[0]
    shown = block(first.diff)
    yield Finding(
        path=release.config.license,
        line=first.line,
        message=Bilingual(
            en="the words are the license's, but quotation marks, widths or markup are not; they first differ at"
            f" {first.citation.en}{shown}",
            zh=f"文字内容与许可证一致，但引号、全角半角或标记与原文不同；最先不同之处在{first.citation.zh}{shown}",
        ),
        fix=rewriting(release.config),
    )


CHECK = Check(name="typographic-license", clause="1.1", severity=ADVISORY, run=_run, asked_of=EVERY_TREE)
