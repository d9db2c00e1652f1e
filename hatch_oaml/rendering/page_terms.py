"""What `MODIFICATIONS.md` says of terms, beside the entries: what the release is for, and notices that were left out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hatch_oaml.values.markdown import code_in_table, escaped_line
from hatch_oaml.values.spdx import license_ids

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hatch_oaml.release import Release


def profile(release: Release) -> Iterator[str]:
    """For whom the release is, where it is no distribution; nothing of a distribution."""
    if release.config.profile != "hosted-service":
        return
    yield "**For the publisher's own hosted service.** Whoever hands this on distributes it, and owes what clause 3.1 1) and 3) ask."
    yield ""
    yield "**供发布者自行提供托管服务。** 将其交给他人即为分发，须履行第 3.1 款第 1）、3）项的义务。"
    yield ""


UNSTATED = """\
### How not stated 未说明修改方式

Of these files, those that are marked as modified or new were modified; how is not stated: clause 3.1 lifts that for a hosted service.

下列文件中标为已修改或新增的均经过修改；修改方式未作说明：第 3.1 款对托管服务免除了这一义务。
"""


def own_bases(release: Release) -> Iterator[str]:
    """Of which upstream models the publisher says that it holds the rights; nothing where it says so of none."""
    names = ", ".join(map(escaped_line, release.config.own_bases))
    if names:
        yield f"The publisher says that it holds all rights in: {names}."
        yield ""
        yield f"发布者声明其拥有以下模型的全部权利：{names}。"
        yield ""


def parts(release: Release) -> Iterator[str]:
    """A section with each part under other terms, and where their text is; nothing where there is none."""
    if not release.config.parts:
        return
    yield "## Parts under other terms 适用其他条款的部分"
    yield ""
    yield "| files 文件 | license 许可证 | text 文本 |"
    yield "| --- | --- | --- |"
    for part in release.config.parts:
        found = (release.part_texts.of(part, name).file for name in license_ids(part.license))
        texts = dict.fromkeys(file.path for file in found if file is not None)
        cells = (map(code_in_table, part.files.lines), [escaped_line(part.license)], map(code_in_table, texts))
        yield f"| {' | '.join(', '.join(cell) for cell in cells)} |"
    yield ""


def waived_notices(release: Release) -> Iterator[str]:
    """A section with each notice of a base that was left out, and why; nothing where none was."""
    waived = release.retention.waived
    if not waived:
        return
    yield "## Notices left out 未保留的声明"
    yield ""
    yield "By the publisher's own word these pertain to no part of this release (clause 3.1 2))."
    yield ""
    yield "发布者声明以下各条与本发布的任何部分均无关（第 3.1 款第 2）项）。"
    yield ""
    yield "| base 基础模型 | file 文件 | notice 声明 | reason 理由 |"
    yield "| --- | --- | --- | --- |"
    for one in waived:
        cells = (
            escaped_line(one.base),
            code_in_table(one.path),
            *map(escaped_line, (one.notice.text, one.waiver.reason)),
        )
        yield f"| {' | '.join(cells)} |"
    yield ""
