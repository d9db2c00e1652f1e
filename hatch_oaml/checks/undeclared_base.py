"""The project says what its release builds on, or that it builds on nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hatch_oaml.checks._wording import block
from hatch_oaml.findings import ERROR, Check, Finding
from hatch_oaml.values.bilingual import Bilingual

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hatch_oaml.release import Release

_ORIGINAL = block("[tool.oaml]", "original = true")
_RECORD = block("hatch-oaml record SOURCE --name NAME --version VERSION --output bases/NAME.toml")
_BASES = block("[tool.oaml]", 'bases = ["bases/NAME.toml"]')


def _run(release: Release) -> Iterator[Finding]:
    if release.config.original or release.config.bases:
        return
    yield Finding(
        path="pyproject.toml",
        message=Bilingual(
            en="`tool.oaml` names no base and does not say that the release is original, so nobody can tell which"
            " notices must be kept and which files were modified",
            zh="`tool.oaml` 既没有列出基础模型，也没有声明本发布为原始发布，因而无法判断哪些声明必须保留、哪些文件经过修改",
        ),
        fix=Bilingual(
            en=f"if the model builds on another, record it{_RECORD}\n\nand name the record in pyproject.toml{_BASES}\n\n"
            f"if nothing is upstream, say so there instead{_ORIGINAL}",
            zh=f"如果模型基于其他模型，请先记录该基础模型{_RECORD}\n\n并在 pyproject.toml 中列出该记录{_BASES}\n\n"
            f"如果没有上游，则改为在其中声明{_ORIGINAL}",
        ),
    )


CHECK = Check(name="undeclared-base", clause="1.3", severity=ERROR, run=_run)
