"""What a report tells beside its findings: by whose word a duty is said not to hold."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hatch_oaml.values.bilingual import Bilingual
from hatch_oaml.values.wording import abbreviated, shown_name

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hatch_oaml.release import Release
    from hatch_oaml.retention.outcomes import Waived


_HOSTED = Bilingual(
    en="profile hosted-service: for the publisher's own hosted service; whoever hands it on distributes it, and owes what clause 3.1 1) and 3) ask",
    zh="用途 hosted-service：供发布者自行提供托管服务；将其交给他人即为分发，须履行第 3.1 款第 1）、3）项的义务",
)


def profile(release: Release) -> Iterator[Bilingual]:
    """Whether it is for something else than to be handed on; nothing of a distribution."""
    if release.config.profile == "hosted-service":
        yield _HOSTED


def own_bases(release: Release) -> Iterator[Bilingual]:
    """Of which upstream models the publisher says that it holds the rights; nothing where it says so of none."""
    names = [shown_name(name) for name in release.config.own_bases]
    if names:
        project = f"{shown_name(release.project.name)} {shown_name(release.project.version)}"
        yield Bilingual(
            en=f"the publisher of {project} says (`tool.oaml.own-bases`) that it holds all rights in {', '.join(names)},"
            " so that clause 3.1 asks nothing of what comes from there; nobody checked that",
            zh=f"{project} 的发布者声明（`tool.oaml.own-bases`）其拥有 {'、'.join(names)} 的全部权利，"
            "第 3.1 款因而对来自其中的内容没有要求；对此未作核实",
        )


def signed_by(release: Release) -> Bilingual:
    """Whose signature an archive without faults has, by the receiver's own key or root; or that nobody asked."""
    signature = release.integrity.signature if release.integrity else None
    if signature is None:
        return Bilingual(en="no signature was checked", zh="未检查签名")
    signer = abbreviated(signature.signer)
    if not signature.is_known:
        return Bilingual(
            en=f"a signature agrees with its files ({signer or 'of an unnamed key'}); whose it is was not checked: no `--key`"
            " and no `--certificate-root` was given",
            zh=f"签名与其文件相符（{signer or '密钥未具名'}）；未核实签名者：没有给出 `--key` 或 `--certificate-root`",
        )
    if signature.method == "key":
        return Bilingual(en=f"signed with the key {signer}", zh=f"由密钥 {signer} 签名")
    return Bilingual(en=f"signed by {signer}", zh=f"由 {signer} 签名")


def waived_notices(release: Release) -> Iterator[Bilingual]:
    """A heading, then each notice that was left out, with the reason; nothing where none was."""
    waived = release.retention.waived
    if not waived:
        return
    count = len(waived)
    yield Bilingual(
        en=f"left out by the publisher's own word (`tool.oaml.waiver`, clause 3.1 2)): {count} notice{'s' * (count > 1)}",
        zh=f"发布者自行决定不保留的声明（`tool.oaml.waiver`，第 3.1 款第 2）项）：{count} 条",
    )
    for one in waived:
        yield _waived(one)


def _waived(waived: Waived) -> Bilingual:
    where = f"{shown_name(waived.base)}, {shown_name(waived.path)}:{waived.notice.line}"
    notice, reason = abbreviated(waived.notice.text), abbreviated(waived.waiver.reason, 400)
    ships = waived.near is not None
    return Bilingual(
        en=f"  {where}: {notice}\n    reason: {reason}{' (what became of its file is shipped)' * ships}",
        zh=f"  {where}：{notice}\n    理由：{reason}{'（由其文件而来的内容仍在发布之中）' * ships}",
    )
