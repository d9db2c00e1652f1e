"""Where a receiver asks for a signature, there is one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hatch_oaml.findings import ARCHIVE, ERROR, Check, Finding
from hatch_oaml.values.bilingual import Bilingual
from hatch_oaml.values.wording import printable

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hatch_oaml.release import Release


def _run(release: Release) -> Iterator[Finding]:
    integrity = release.held_against_manifest
    if integrity.signature is None or integrity.signature.is_there:
        return
    place = printable(integrity.signature.place)
    yield Finding(
        path=integrity.archive,
        message=Bilingual(
            en=f"a signature was asked for, and `{place}` is not there: nothing tells that the publisher wrote this archive,"
            " and that nobody has written all of it anew",
            zh=f"要求核对签名，但 `{place}` 不存在：无从得知该归档是否由发布者写出，也无从得知是否已被他人整个重写",
        ),
        fix=Bilingual(
            en=f"fetch `{place}` from where the publisher gives out the archive, or name it with `--signature`; if there is none,"
            " ask the publisher to run `hatch-oaml sign`",
            zh=f"请从发布者提供归档之处获取 `{place}`，或以 `--signature` 指明；如果没有，请要求发布者运行 `hatch-oaml sign`",
        ),
    )


CHECK = Check(name="unsigned-release", clause="", severity=ERROR, run=_run, asked_of=ARCHIVE)
