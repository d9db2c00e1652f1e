"""A part under other terms is there and the publisher's to license, with the text of each of its licenses."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hatch_oaml.checks._notice_text import unless_ignored
from hatch_oaml.checks._wording import listed
from hatch_oaml.findings import ERROR, Check, Finding
from hatch_oaml.license.versions import names_license
from hatch_oaml.values.bilingual import Bilingual
from hatch_oaml.values.spdx import license_ids, spelled
from hatch_oaml.values.wording import printable

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from hatch_oaml.records.config import Part
    from hatch_oaml.release import Release
    from hatch_oaml.terms.parts import PartText


def _run(release: Release) -> Iterator[Finding]:
    kept = _unmodified_weights(release)
    for position, part in enumerate(release.config.parts, 1):
        if not release.inventory.paths.matched_by(part.files):
            yield _empty(position, part)
        yield from _not_yours(release, position, part, kept)
        for license_id in license_ids(part.license):
            if names_license(license_id):
                continue  # this license's own text has a place of its own
            text = release.part_texts.of(part, license_id)
            if text.defect is not None:
                yield _defective(release, position, text)


def _unmodified_weights(release: Release) -> list[str]:
    """Of bases that are under the OpenAtom Model License, as far as digests are known."""
    ours = [base for base in release.bases if names_license(base.license)]
    weights = [file for file in release.inventory if file.role == "model"] if ours and release.config.parts else []
    shipped = {file.sha256 for base in ours for file in base.files}
    return [file.path for file in weights if file.sha256 in shipped]


def _not_yours(release: Release, position: int, part: Part, kept: Sequence[str]) -> Iterator[Finding]:
    """Clause 3.2 lets one license one's own modifications otherwise, and nothing else of the Model."""
    if all(map(names_license, license_ids(part.license))):
        return
    license_file = release.config.license
    if license_file in release.inventory.by_path and part.files.match(license_file):
        yield _takes_in(
            position,
            Bilingual(en=listed([license_file], ", "), zh=listed([license_file], "、")),
            Bilingual(
                en="which is the license of the whole and no part of it", zh="而这是整个发布的许可证，不是其中的一部分"
            ),
        )
    if taken := [path for path in kept if part.files.match(path)]:
        yield _takes_in(
            position,
            Bilingual(en=listed(taken, ", "), zh=listed(taken, "、")),
            Bilingual(
                en="which the base has as it is: clause 3.2 lets you choose other terms for your own modifications alone",
                zh="而该内容与基础模型完全相同：第 3.2 款只允许您为自己的修改选择其他条款",
            ),
        )


def _takes_in(position: int, what: Bilingual, why: Bilingual) -> Finding:
    return Finding(
        path="pyproject.toml",
        message=Bilingual(
            en=f"`tool.oaml.part[{position}]` takes in {what.en}, {why.en}",
            zh=f"`tool.oaml.part[{position}]` 包含 {what.zh}，{why.zh}",
        ),
        fix=Bilingual(
            en="name in `files` what is under other terms, and nothing else",
            zh="在 `files` 中只写明适用其他条款的内容",
        ),
    )


def _empty(position: int, part: Part) -> Finding:
    return Finding(
        path="pyproject.toml",
        message=Bilingual(
            en=f"`tool.oaml.part[{position}]`: {listed(part.files.lines, ', ')} matches no file of the release",
            zh=f"`tool.oaml.part[{position}]`：{listed(part.files.lines, '、')} 不匹配本发布中的任何文件",
        ),
        fix=Bilingual(
            en="correct its `files`, or delete the part if it is no longer released",
            zh="更正其中的 `files`；如果不再发布该部分，则将其删除",
        ),
    )


def _defective(release: Release, position: int, text: PartText) -> Finding:
    where = Bilingual(
        en=f"`tool.oaml.part[{position}]`: the part is under {text.license_id}, but",
        zh=f"`tool.oaml.part[{position}]`：该部分以 {text.license_id} 许可，但",
    )
    said = _said(text)
    fix = _COPYRIGHT if text.defect == "without copyright" else _copied(text.license_id)
    if text.file is None:
        fix = unless_ignored(release, f"LICENSES/{text.license_id}.txt", fix)
    return Finding(
        path="pyproject.toml" if text.file is None else text.file.path,
        message=Bilingual(en=f"{where.en} {said.en}", zh=f"{where.zh}{said.zh}"),
        fix=fix,
    )


def _said(text: PartText) -> Bilingual:
    target = f"LICENSES/{text.license_id}.txt"
    if text.file is None:
        return Bilingual(
            en=f"the release has no `{target}`, and no license text lies in the part itself",
            zh=f"本发布中没有 `{target}`，该部分自身也没有许可证文本",
        )
    path = printable(text.file.path)
    if text.defect == "empty":
        return Bilingual(en=f"`{path}` holds no text", zh=f"`{path}` 中没有文本")
    if text.defect == "without copyright":
        return Bilingual(
            en=f"that license asks for its copyright notice to go along, and neither `{path}` nor a file of the part has one",
            zh=f"该许可证要求随附其著作权声明，而 `{path}` 与该部分的文件中都没有",
        )
    known = ", ".join(map(spelled, sorted(text.known)))
    return Bilingual(
        en=f"`{path}` is not its text" + (f", but that of {known}" if known else ""),
        zh=f"`{path}` 不是该许可证的文本" + (f"，而是 {known} 的文本" if known else ""),
    )


def _copied(license_id: str) -> Bilingual:
    return Bilingual(
        en=f"copy the license's text from where the part came from to `LICENSES/{license_id}.txt`, or into the part itself",
        zh=f"将该许可证的文本从该部分的来源处复制到 `LICENSES/{license_id}.txt`，或放入该部分自身",
    )


_COPYRIGHT = Bilingual(
    en="copy the line that names its copyright holder from where the part came from, to the top of the text or into the part's files",
    zh="将写明其著作权人的那一行从该部分的来源处复制到文本开头，或放入该部分的文件",
)

CHECK = Check(name="unlicensed-part", clause="3.2", severity=ERROR, run=_run, asks_digests=True)
