"""Tells which bases of a comparison are under another license by their own words: what it asks was not judged."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hatch_oaml.findings import ADVISORY, COMPARISON, Check, Finding
from hatch_oaml.license.versions import may_name_license
from hatch_oaml.values.bilingual import Bilingual
from hatch_oaml.values.wording import abbreviated

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hatch_oaml.release import Release

_FIX = Bilingual(
    en="read that license for what it asks of a derivative; what is told here of notices and of modified files is what the OpenAtom"
    " Model License asks",
    zh="请查阅该许可证对衍生模型的要求；此处关于声明与所修改文件的结论，依据的是开放原子模型许可证的要求",
)


def _run(release: Release) -> Iterator[Finding]:
    for base in release.bases:
        if base.license and not may_name_license(base.license):
            name, terms = abbreviated(base.name), abbreviated(base.license)
            yield Finding(
                path=base.name,
                message=Bilingual(
                    en=f"{name} is under {terms} by its own words, not under the OpenAtom Model License: that the text of the"
                    " latter goes along is not asked, and what else the former asks was not judged",
                    zh=f"{name} 自称适用 {terms}，而非开放原子模型许可证：因此不要求附上后者的文本，前者的其他要求也未作判断",
                ),
                fix=_FIX,
            )


CHECK = Check(name="foreign-base", clause="1.1", severity=ADVISORY, run=_run, asked_of=COMPARISON)
