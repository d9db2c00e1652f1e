"""Tells where a text holds what reads like a private key or an access token, whatever the file is called."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hatch_oaml.findings import ADVISORY, Check, Finding
from hatch_oaml.values.bilingual import Bilingual

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from hatch_oaml.records.found_secret import SecretKind
    from hatch_oaml.release import Release

_WHAT: Mapping[SecretKind, Bilingual] = {
    "private-key": Bilingual(en="a private key", zh="私钥"),
    "token": Bilingual(en="an access token", zh="访问令牌"),
}
_FIX = Bilingual(
    en="if it is a real one, revoke it where it was given and take it out of the file; one that was made for tests may stay",
    zh="如果它是真的，请在签发处吊销，并从文件中删除；专为测试生成的可以保留",
)


def _run(release: Release) -> Iterator[Finding]:
    for file in release.inventory:
        if file.secret is None:
            continue
        what = _WHAT[file.secret.kind]
        yield Finding(
            path=file.path,
            line=file.secret.line,
            message=Bilingual(
                en=f"this reads like {what.en}; released, everyone could use it",
                zh=f"此处读来像是{what.zh}；一旦发布，任何人都能使用",
            ),
            fix=_FIX,
        )


_FIX_FOR_RECEIVER = Bilingual(
    en="do not use it; tell the publisher that it was given out",
    zh="请勿使用；请告知发布者它已被公开",
)

CHECK = Check(name="secret-text", clause="", severity=ADVISORY, run=_run, fix_for_receiver=_FIX_FOR_RECEIVER)
