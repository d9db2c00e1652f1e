"""What is said of files that tell recipients of another license, which no part names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hatch_oaml.checks._wording import block, listed
from hatch_oaml.findings import Finding
from hatch_oaml.license.versions import names_license
from hatch_oaml.values.bilingual import Bilingual
from hatch_oaml.values.spdx import license_ids, spelled
from hatch_oaml.values.wording import abbreviated, pattern_for, printable, toml_string

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hatch_oaml.records.inventory import ReleaseFile

MOST_LINES = 12
"""Of a part's patterns, as they are shown to be pasted."""


def says_of(name: str, terms: str, paths: Sequence[str]) -> Bilingual:
    """That the file called `name` says `terms` of others."""
    return Bilingual(
        en=f"`{name}` says {abbreviated(terms)} of {listed(paths, ', ')}",
        zh=f"`{name}` 为 {listed(paths, '、')} 写明 {abbreviated(terms)}",
    )


def two_licenses(
    place: tuple[str, int],
    said: Bilingual,
    corrected: Bilingual,
    terms: str,
    patterns: Sequence[str],
    others: Sequence[str] = (),
) -> Finding:
    """At a file's path and line.

    :param said: who says `terms`, and of what.
    :param corrected: what to correct, and when.
    :param patterns: the part's.
    :param others: the files that say the same, where they are not told already.
    """
    path, line = place
    table = _table(patterns, terms)
    en, zh = (f" ({listed(others, ', ')})", f"（{listed(others, '、')}）") if others else ("", "")
    return Finding(
        path=path,
        line=line,
        message=Bilingual(
            en=f"{said.en}, and no `part` does: recipients are told two licenses{en}",
            zh=f"{said.zh}，而没有 `part` 这样写：接收者会看到两个许可证{zh}",
        ),
        fix=Bilingual(
            en=f"name the part, with its text in {_texts(terms, ', ')}; or correct {corrected.en}{table}",
            zh=f"列出该部分，并将其文本放入 {_texts(terms, '、')}；{corrected.zh}{table}",
        ),
    )


def _texts(terms: str, separator: str) -> str:
    return separator.join(f"`LICENSES/{name}.txt`" for name in license_ids(terms) if not names_license(name))


def own_text(file: ReleaseFile, folder: str) -> Finding:
    known = file.license_text.known if file.license_text else frozenset()
    terms = spelled(next(iter(known))) if len(known) == 1 else f"LicenseRef-{_plain(folder.rpartition('/')[2])}"
    table = _table([f"{pattern_for(folder)}/**"], terms)
    return Finding(
        path=file.path,
        message=Bilingual(
            en=f"`{printable(folder)}/` has a license text of its own, and no `part` names it: recipients are told two licenses",
            zh=f"`{printable(folder)}/` 自带许可证文本，而没有 `part` 列出它：接收者会看到两个许可证",
        ),
        fix=Bilingual(
            en=f"name the part; its text may stay where it is{table}",
            zh=f"列出该部分；其文本可以留在原处{table}",
        ),
    )


def text_at_the_top(file: ReleaseFile, known: str) -> Finding:
    name = printable(file.path)
    return Finding(
        path=file.path,
        message=Bilingual(
            en=f"`{name}` is the text of {known}, and no `part` is under it: recipients are told two licenses",
            zh=f"`{name}` 是 {known} 的文本，而没有 `part` 以其许可：接收者会看到两个许可证",
        ),
        fix=Bilingual(
            en="name the part that it is of, with the text in `LICENSES/`; or delete it if nothing is under it",
            zh="列出适用它的部分，并将文本放入 `LICENSES/`；如果没有内容适用它，请将其删除",
        ),
    )


def _plain(name: str) -> str:
    return "".join(letter if letter.isascii() and letter.isalnum() else "-" for letter in name).strip("-") or "part"


def _table(patterns: Sequence[str], terms: str) -> str:
    lines = [f"    {toml_string(pattern)}," for pattern in patterns]
    files = [f"files = [{toml_string(patterns[0])}]"] if len(patterns) == 1 else ["files = [", *lines, "]"]
    return block("[[tool.oaml.part]]", *files, f"license = {toml_string(terms)}")
