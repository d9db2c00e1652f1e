"""The release has a modification changelog, and it agrees with the project on whether anything is upstream."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hatch_oaml.checks._wording import block, listed
from hatch_oaml.findings import ERROR, Check, Finding
from hatch_oaml.values.bilingual import Bilingual

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hatch_oaml.records.config import Config
    from hatch_oaml.release import Release

_ORIGINAL = "original = true"


def _run(release: Release) -> Iterator[Finding]:
    config = release.config
    modifications = release.modifications
    if modifications is None:
        yield _missing_from_original(config) if config.original else _missing(config)
    elif modifications.original and config.bases:
        yield _denies_the_bases(config)
    elif config.original and not modifications.original and not modifications.changes:
        yield _silent(config)


def _missing(config: Config) -> Finding:
    return Finding(
        path=config.modifications,
        message=Bilingual(
            en="the file is missing: recipients would not be told which files were modified and how",
            zh="缺少该文件：接收者无从得知哪些文件经过修改以及如何修改",
        ),
        fix=Bilingual(
            en="run `hatch-oaml draft`, then write into each entry's `how` what was done to its files",
            zh="运行 `hatch-oaml draft`，然后在每个条目的 `how` 中写明对文件做了什么修改",
        ),
    )


def _missing_from_original(config: Config) -> Finding:
    lines = block("format = 1", _ORIGINAL)
    return Finding(
        path=config.modifications,
        message=Bilingual(
            en="the file is missing: an original release says in it that nothing upstream was modified",
            zh="缺少该文件：原始发布须在其中说明没有修改任何上游文件",
        ),
        fix=Bilingual(en=f"write the file{lines}", zh=f"写入该文件{lines}"),
    )


def _denies_the_bases(config: Config) -> Finding:
    return Finding(
        path=config.modifications,
        message=Bilingual(
            en=f"`{_ORIGINAL}` says that nothing is upstream, but `tool.oaml.bases` names {listed(config.bases, ', ')}",
            zh=f"`{_ORIGINAL}` 表示没有上游，但 `tool.oaml.bases` 列出了 {listed(config.bases, '、')}",
        ),
        fix=Bilingual(
            en=f"delete the line `{_ORIGINAL}`, then run `hatch-oaml draft`",
            zh=f"删除 `{_ORIGINAL}` 这一行，然后运行 `hatch-oaml draft`",
        ),
    )


def _silent(config: Config) -> Finding:
    lines = block(_ORIGINAL)
    return Finding(
        path=config.modifications,
        message=Bilingual(
            en="`tool.oaml.original` says that nothing is upstream, but this file does not tell the recipients so",
            zh="`tool.oaml.original` 表示没有上游，但该文件没有向接收者说明这一点",
        ),
        fix=Bilingual(en=f"add below `format = 1`{lines}", zh=f"在 `format = 1` 下方加入{lines}"),
    )


CHECK = Check(name="missing-modifications", clause="3.1 3)", severity=ERROR, run=_run)
