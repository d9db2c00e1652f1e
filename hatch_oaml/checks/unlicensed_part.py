"""A part under other terms is there, with the text of each of its licenses."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hatch_oaml.checks._wording import listed
from hatch_oaml.findings import ERROR, Check, Finding
from hatch_oaml.license.versions import names_license
from hatch_oaml.values.bilingual import Bilingual
from hatch_oaml.values.expressions import expression

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hatch_oaml.records.config import Part
    from hatch_oaml.release import Release

# Annex D of SPDX 2.3: all that an id, an operator or an exception is made of.
_TOKEN = expression(r"[A-Za-z0-9.:+-]+")
_OPERATORS = frozenset({"and", "or", "with"})
_SUFFIXES = (".txt", ".md", "")


def _run(release: Release) -> Iterator[Finding]:
    paths = {file.path for file in release.inventory}
    texts = frozenset(path.casefold() for path in paths)
    for position, part in enumerate(release.config.parts, 1):
        if not part.files.matches(paths):
            yield _empty(position, part)
        for license_id in _license_ids(part.license):
            if texts.isdisjoint(_names_of_text(license_id)):
                yield _without_text(position, license_id)


def _license_ids(expression: str) -> list[str]:
    """The licenses and exceptions of an SPDX expression, this license aside: its text has a place of its own."""
    tokens = dict.fromkeys(_TOKEN.findall(expression))
    return [token for token in tokens if token.casefold() not in _OPERATORS and not names_license(token)]


def _names_of_text(license_id: str) -> list[str]:
    """Where the text may lie, in lower case, since ids know no case; “or later” (`+`) has the text of the version."""
    names = {license_id.casefold(), license_id.casefold().rstrip("+")}
    return [f"licenses/{name}{suffix}" for name in names for suffix in _SUFFIXES]


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


def _without_text(position: int, license_id: str) -> Finding:
    text = f"LICENSES/{license_id}.txt"
    command = f"uvx reuse download {license_id}"
    origin = license_id.casefold().startswith("licenseref-")
    return Finding(
        path="pyproject.toml",
        message=Bilingual(
            en=f"`tool.oaml.part[{position}]`: the part is under {license_id}, but the release has no `{text}`",
            zh=f"`tool.oaml.part[{position}]`：该部分以 {license_id} 许可，但本发布中没有 `{text}`",
        ),
        fix=Bilingual(
            en=f"copy the license's text from where the part came from to `{text}`" if origin else f"run `{command}`",
            zh=f"将该许可证的文本从该部分的来源处复制到 `{text}`" if origin else f"运行 `{command}`",
        ),
    )


CHECK = Check(name="unlicensed-part", clause="3.2", severity=ERROR, run=_run)
