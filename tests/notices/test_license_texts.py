"""The text of a license in a notice file is one notice, and what stands between two of them is its own."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from hatch_oaml.notices import extract
from hatch_oaml.records.notice import Notice
from hatch_oaml.retention.kept_notices import match_for
from hatch_oaml.values.paths import archive_path
from tests.growing import grows_linearly

ROOT = Path(__file__).resolve().parents[2]
APACHE = (ROOT / "LICENSE").read_text(encoding="utf-8")
MIT = """\
Permission is hereby granted, free of charge, to any person obtaining a copy
of this software and associated documentation files (the "Software"), to deal
in the Software without restriction, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all
copies or substantial portions of the Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR
IMPLIED, ARISING FROM THE USE OR OTHER DEALINGS IN THE SOFTWARE.
"""
BSD = """\
Redistribution and use in source and binary forms, with or without
modification, are permitted provided that the following conditions are met:

1. Redistributions of source code must retain the above copyright notice.

2. Neither the name of the copyright holder nor the names of its contributors
   may be used to endorse or promote products.

THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS",
EVEN IF ADVISED OF THE POSSIBILITY OF SUCH DAMAGE.
"""


def notices(text: str, path: str = "NOTICE") -> list[Notice]:
    return list(extract(archive_path(path), text.encode()).notices)


def told(text: str) -> list[tuple[str, int, int]]:
    return [(notice.kind, notice.line, notice.end_line) for notice in notices(text)]


def test_a_short_one_is_one_notice() -> None:
    text = f"Weft is here.\n\nMIT License\n\nCopyright (c) 2020 Mina Halloway\n\n{MIT}\nWarp is there.\n"

    assert [
        ("attribution", 1, 1),
        ("license", 3, 3),
        ("copyright", 5, 5),
        ("license", 7, 15),
        ("attribution", 17, 17),
    ] == told(text)


@pytest.mark.parametrize("license_text", [MIT, BSD, APACHE], ids=["MIT", "BSD", "Apache"])
def test_all_its_words_are_kept(license_text: str) -> None:
    [notice] = notices(license_text)

    assert (notice.kind, notice.sure, notice.whole) == ("license", True, True)
    assert re.findall(r"\w+", license_text) == re.findall(r"\w+", notice.text)


def test_what_stands_between_two_is_its_own() -> None:
    text = f"{APACHE}\nThe above is of Weft.\n\nCopyright 2021 Udo Tessel\n\n{BSD}"

    assert ["license", "attribution", "copyright", "license"] == [notice.kind for notice in notices(text)]


def test_a_title_alone_takes_nothing_with_it() -> None:
    text = f"Apache License 2.0\n\nWeft by Mina Halloway\n\nWarp by Udo Tessel\n\n{APACHE}"

    assert ["license", "attribution", "attribution", "license"] == [notice.kind for notice in notices(text)]


def test_the_next_works_copyright_ends_it() -> None:
    """The last words of the first one are missing."""
    text = f"Permission is hereby granted, free of charge.\n\nCopyright 2021 Udo Tessel\n\n{MIT}"

    assert ["license", "copyright", "license"] == [notice.kind for notice in notices(text)]


def test_a_copyright_in_its_first_paragraph_is_told() -> None:
    found = notices(f"Copyright 2021 Udo Tessel\n{MIT}")

    assert "Copyright 2021 Udo Tessel" in [notice.text for notice in found if notice.kind == "copyright"]


def test_it_is_kept_however_its_paragraphs_are_told() -> None:
    """A record from before told each paragraph by itself."""
    whole = notices(APACHE)
    parts = [
        Notice(kind="attribution", text=" ".join(part.split()), line=1, end_line=1, whole=True)
        for part in APACHE.split("\n\n")
        if part.strip()
    ]

    assert [part for part in parts if match_for(part, whole) is None] == []
    assert match_for(whole[0], parts) is not None
    assert match_for(whole[0], parts[:-2]) is None


@pytest.mark.parametrize(
    "paragraph",
    [
        "Permission is hereby granted",
        "Apache License\nTERMS AND CONDITIONS",
        "how to apply these terms",
        "Apache License\n" + "version 1 " * 20,
    ],
)
def test_many_without_an_end_take_linear_time(paragraph: str) -> None:
    def read(size: int) -> None:
        extract(archive_path("NOTICE"), f"{paragraph}\n\n".encode() * size)

    assert grows_linearly(read, 2000)


def test_in_debians_table_of_copyrights_a_license_is_one() -> None:
    text = "Files: *\nCopyright: 2020 Mina Halloway\nLicense: Expat\n Permission is hereby granted, free of charge.\n"

    assert [("copyright", True), ("license", True)] == [
        (notice.kind, notice.sure) for notice in notices(text, "debian/copyright") if notice.kind != "attribution"
    ]


def test_whose_title_names_a_holder_hides_him_not() -> None:
    text = f"Apache License\nCopyright 2021 Udo Tessel\n\n{APACHE}"

    assert "Copyright 2021 Udo Tessel" in [notice.text for notice in notices(text)]


def test_last_words_that_stand_far_off_are_of_another() -> None:
    between = "".join(f"Weft {number} is of Loom.\n\n" for number in range(20))

    found = notices(f"Permission is hereby granted.\n\n{between}{MIT}")

    assert [notice.kind for notice in found] == ["license", *["attribution"] * 20, "license"]


def test_how_a_license_is_applied_belongs_to_it() -> None:
    steps = "".join(f"Step {number} of them.\n\n" for number in range(20))
    text = (
        f"How to Apply These Terms to Your New Programs\n\n{steps}<https://www.gnu.org/licenses/why-not-lgpl.html>.\n"
    )

    assert [notice.kind for notice in notices(text)] == ["license"]


def test_in_a_list_of_people_each_line_is_its_own() -> None:
    text = "Mina Halloway\nPermission is hereby granted\nOTHER DEALINGS IN THE SOFTWARE\nUdo Tessel\n"

    assert [(notice.line, notice.end_line) for notice in notices(text, "AUTHORS")] == [(1, 1), (2, 2), (3, 3), (4, 4)]


def test_a_long_line_behind_a_title_takes_linear_time() -> None:
    def read(size: int) -> None:
        extract(archive_path("NOTICE"), b"Apache License\n\n" + b"version 1 " * size)

    assert grows_linearly(read, 4000)
