"""A copy of the license that was altered or cut short is told from a text about the license."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from hatch_oaml.license import CURRENT, EDITIONS, canonical_text
from hatch_oaml.license.canonical import segments
from hatch_oaml.license.second_copies import CALLED_OURS, is_altered_copy
from hatch_oaml.values.legal_names import holds_license, is_legal_name
from tests.conftest import FIXTURES

if TYPE_CHECKING:
    from collections.abc import Callable

    from hatch_oaml.license.canonical import Segment

TEXT = canonical_text(CURRENT)
ALTERED = TEXT.replace("must retain", "may retain")
THIRD = len(TEXT) // 3


def parts(wanted: Callable[[Segment], bool], behind: str = "") -> str:
    return "\n\n".join(f"{TEXT[part.start : part.end]}{behind}" for part in segments(CURRENT) if wanted(part))


def edition(name: str) -> str:
    return parts(lambda part: part.edition == name)


def page(text: str) -> str:
    paragraphs = "".join(f'<p class="x">{paragraph}</p>\n' for paragraph in text.split("\n\n"))
    return f"<html><head><title>License</title></head><body>{paragraphs}</body></html>"


ALTERATIONS = {
    "a word": ALTERED,
    "a word of one edition alone": edition("en").replace("must retain", "may retain"),
    "a word of the other": edition("zh").replace("应当", "可以").replace("须", "可"),
    "one word everywhere": TEXT.replace("License", "Licence"),
    "the steward": TEXT.replace("OpenAtom Foundation", "Example Lab").replace("开放原子开源基金会", "示例实验室"),
    "a letter that nobody sees": TEXT.replace("must", "mu\u200bst"),
    "a word more": TEXT.replace("worldwide", "noncommercial, worldwide"),
    "a sentence more": TEXT.replace("SectionⅡ", "Commercial use needs our permission.\n\nSectionⅡ"),
    "an item more": TEXT.replace("2) You must retain", "2) You must pay us.\n\n3) You must retain"),
    "a clause more behind the last": f"{TEXT}\n\n4.8 Fees\n\nYou must pay the Licensor.\n",
    "cut off in the middle": TEXT[: len(TEXT) // 2],
    "cut off early": TEXT[: len(TEXT) // 6],
    "one edition cut off": edition("en")[:THIRD],
    "without its first half": TEXT[len(TEXT) // 2 :],
    "without its middle": TEXT[:THIRD] + TEXT[2 * THIRD :],
    "without clause 3.1": parts(lambda part: not part.clause.startswith("3.1")),
    "below a heading": f"# License\n\nThe model is under it.\n\n{ALTERED}",
    "behind another license": f"MIT License\n\nPermission is hereby granted, free of charge\n\n---\n{ALTERED}",
    "in HTML": page(ALTERED),
    "in another encoding": ALTERED,
}
NOTE = (
    "\n\n> Note: what this means for whoever ships a model, in our own reading; ask a lawyer before you rely upon it."
)
JAPANESE = "\n\n" + "これは参考のための日本語訳であり、原文に代わるものではありません。" * 4
TEXTS = {
    "the text": TEXT,
    "English alone": edition("en"),
    "Chinese alone": edition("zh"),
    "one edition behind the other": "\n\n".join(map(edition, EDITIONS)),
    "typography": TEXT.replace("“", '"').replace("”", '"'),
    "Markdown": f"# {TEXT}",
    "HTML": page(TEXT),
    "a heading before": f"# License\n\nThe model is under it.\n\n{TEXT}",
    "a notice before": f"Copyright 2025 Example Lab\n\n{TEXT}",
    "another license behind": f"{TEXT}\n\nMIT License\n\nPermission is hereby granted, free of charge\n",
    "a clause, quoted": f"What the license asks:\n\n{parts(lambda part: part.clause.startswith('3.1'))}",
    "a clause below the title": f"OpenAtom Model License, Version 1.0\n\n{parts(lambda part: part.clause == '3.1')}",
    "definitions": f"# Glossary\n\n{parts(lambda part: part.clause in {'1.2', '1.3', '1.4', '1.11'})}",
    "an excerpt that says so": f"Excerpt from the license\n\n{TEXT[:THIRD]}",
    "an excerpt that says so in Chinese": f"许可证节选\n\n{TEXT[:THIRD]}",
    "notes between": parts(lambda part: part.edition == "en", NOTE),
    "a translation between": parts(lambda part: part.edition == "en", JAPANESE),
    "a half, explained": parts(lambda part: part.edition == "en" and part.clause < "3", 6 * NOTE),
    "a summary": "You may use the Model; you must retain all copyright notices and must tell what you changed.\n",
    "a notice": "Licensed under the OpenAtom Model License, Version 1.0.\nCopyright 2025 Example Lab\n",
    "nothing": "",
    "a PDF": "%PDF-1.7\n\0\0\0",
}


@pytest.mark.parametrize("what", ALTERATIONS)
def test_words_changed_added_or_gone_make_an_altered_copy(what: str) -> None:
    data = ALTERATIONS[what].encode("utf-16" if what == "in another encoding" else "utf-8")

    assert is_altered_copy("LICENSE.md", data)


@pytest.mark.parametrize("what", TEXTS)
def test_the_text_whatever_is_around_it_and_texts_about_it_are_none(what: str) -> None:
    assert not is_altered_copy("LICENSE.md", TEXTS[what].encode())


def test_a_part_that_its_name_calls_so_is_none() -> None:
    half = TEXT[: len(TEXT) // 2].encode()

    assert is_altered_copy("LICENSE_en.txt", half)
    assert not is_altered_copy("LICENSE_excerpt.txt", half)


def test_the_samples_are_told_as_where_they_are_the_license_itself() -> None:
    files = sorted((FIXTURES / "license").glob("*/*"))
    told = {file.parent.name: is_altered_copy(file.name, file.read_bytes()) for file in files}

    without = {"altered-notice-before-and-after", "altered-languages-apart"}  # nothing of the text itself is altered
    assert told == {name: name.startswith("altered") and name not in without for name in told}


@pytest.mark.parametrize(
    "path",
    [
        *("LICENSE.md", "COPYING", "docs/LICENSE_en.txt", "LICENSES/x.txt", "NOTICE", "许可证.txt"),
        *("OpenAtom-Model-License-1.0.txt", "docs/开放原子模型许可证.md"),
    ],
)
def test_a_copy_is_looked_for_below_legal_names_and_the_licenses_own(path: str) -> None:
    assert _may_hold_copy(path)
    assert not _may_hold_copy("docs/guide.md")
    assert not _may_hold_copy("openatom/guide.md")


def _may_hold_copy(path: str) -> bool:
    """As who reads the release's files asks."""
    return is_legal_name(path) or holds_license(path) or CALLED_OURS.search(path) is not None
