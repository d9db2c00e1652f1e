"""What `MODIFICATIONS.md` says of terms, beside the entries: notices that the publisher left out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hatch_oaml.values.markdown import code_in_table, escaped_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hatch_oaml.release import Release


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
