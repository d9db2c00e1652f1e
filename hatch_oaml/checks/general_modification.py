"""Tells of model files that are told of in general alone: a card says how the model came about, and names none of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hatch_oaml.checks._wording import block, listed
from hatch_oaml.findings import ADVISORY, COMPARISON, Check, Finding
from hatch_oaml.values.bilingual import Bilingual
from hatch_oaml.values.wording import printable

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hatch_oaml.release import Release


def _run(release: Release) -> Iterator[Finding]:
    general = release.publication.general if release.publication else ()
    models = [file.path for file in release.inventory if file.role == "model" and release.tellings.get(file.path) == ()]
    if not general or not models:
        return
    said, count = block(printable(general[0].says)), len(models)
    yield Finding(
        path=general[0].path,
        line=general[0].line,
        message=Bilingual(
            en=f"this says in general how the model came about, and names none of {count} model file{'s' * (count > 1)} that"
            f" {'are' if count > 1 else 'is'} modified or new ({listed(models, ', ')}){said}",
            zh=f"此处笼统说明了模型如何得来，而没有写出经过修改或新增的 {count} 个模型文件中的任何一个（{listed(models, '、')}）{said}",
        ),
        fix=Bilingual(
            en="name the files, or a pattern for them, in `MODIFICATIONS.md` or `CHANGELOG.md`, with what was done to them: clause 3.1 3)"
            " asks for a word on the files that were modified",
            zh="在 `MODIFICATIONS.md` 或 `CHANGELOG.md` 中写出这些文件（或能匹配它们的模式）以及对其做了什么：第 3.1 款第 3）项要求对所修改的文件作出说明",
        ),
    )


CHECK = Check(name="general-modification", clause="3.1 3)", severity=ADVISORY, run=_run, asked_of=COMPARISON)
