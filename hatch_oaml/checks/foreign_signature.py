"""The signature that a receiver asks for is the publisher's, and over this very release."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hatch_oaml.findings import ARCHIVE, ERROR, Check, Finding
from hatch_oaml.values.bilingual import Bilingual
from hatch_oaml.values.wording import abbreviated, printable

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hatch_oaml.release import Release

_FIX = Bilingual(
    en="do not use the release; fetch it and its signature again from its publisher, and the key by another way than the"
    " release; if it is still so, tell the publisher",
    zh="请勿使用该发布；请从发布者处重新获取归档及其签名，并通过另外的途径获取密钥；若仍然如此，请告知发布者",
)


def _run(release: Release) -> Iterator[Finding]:
    integrity = release.held_against_manifest
    signature = integrity.signature
    if signature is None:
        return
    place, signer = printable(signature.place), abbreviated(signature.signer)
    for fault in signature.faults:
        yield Finding(
            path=integrity.archive,
            message=Bilingual(
                en=f"the signature `{place}`{f' ({signer})' if signer else ''} is none that you can rely on: {fault.en}",
                zh=f"签名 `{place}`{f'（{signer}）' if signer else ''}不可信赖：{fault.zh}",
            ),
            fix=_FIX,
        )


CHECK = Check(name="foreign-signature", clause="", severity=ERROR, run=_run, asked_of=ARCHIVE)
