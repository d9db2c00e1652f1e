"""What each source of notices yields, in which encoding, on which lines."""

from __future__ import annotations

import io
import json
import zipfile
from importlib.resources import files
from pathlib import Path

import pytest

from hatch_oaml import license as license_package
from hatch_oaml.notices import Extraction, extract, extract_metadata, sources
from hatch_oaml.records.notice import Notice
from hatch_oaml.statements import statements_of
from hatch_oaml.values.paths import archive_path

LICENSE = files(license_package).joinpath("OpenAtom-Model-License-1.0.txt").read_bytes()
LOOM = "Copyright 2020 Ostrava Loom"


def seen(path: str, data: str | bytes) -> list[tuple[str, str, int, int]]:
    content = data.encode() if isinstance(data, str) else data
    return [
        (notice.kind, notice.text, notice.line, notice.end_line)
        for notice in extract(archive_path(path), content).notices
    ]


def test_every_source_is_found_by_its_file() -> None:
    assert [source.name for source in sources()] == [
        "code",
        "font",
        "hypertext",
        "json-values",
        "manifest",
        "markdown",
        "model-header",
        "notebook",
        "notice-file",
        "office-document",
        "package-metadata",
        "picture",
        "plain",
        "portable-document",
        "recording",
        "restructured",
        "rich-text",
        "rows",
        "settings",
        "table",
    ]


def test_no_two_sources_claim_a_suffix() -> None:
    suffixes = [suffix for source in sources() for suffix in source.suffixes]

    assert len(set(suffixes)) == len(suffixes)


def test_a_notice_has_its_first_and_last_line() -> None:
    text = "import x\n\n# Copyright (c) 2015 The Halloway Research Laboratory for Applied Weaving\n# and Mina\nx()\n"

    expected = "Copyright (c) 2015 The Halloway Research Laboratory for Applied Weaving and Mina"
    assert [("copyright", expected, 3, 4)] == seen("a.py", text)


def test_a_file_without_a_needle_is_not_decoded() -> None:
    assert "" == extract(archive_path("a.py"), b"print(1)\n").encoding


def test_a_binary_file_yields_nothing() -> None:
    assert Extraction() == extract(archive_path("a.bin"), b"\0\1Copyright 2020 Ostrava Loom")


def test_the_canonical_license_yields_nothing() -> None:
    for path in ("LICENSE", "LICENSE.txt", "docs/license.md", "a.txt"):
        found = extract(archive_path(path), LICENSE)

        assert [] == [notice for notice in found.notices if notice.sure]
        assert None is found.not_a_contribution
    assert () == extract(archive_path("LICENSE"), LICENSE).notices


@pytest.mark.parametrize(
    ("encoding", "mark", "unread"),
    [
        ("utf-8", b"", False),
        ("utf-8", b"\xef\xbb\xbf", False),
        ("utf-16-le", b"\xff\xfe", False),
        ("utf-16-be", b"\xfe\xff", False),
        ("gb18030", b"", False),
    ],
)
def test_chinese_is_read_in_any_encoding(encoding: str, mark: bytes, unread: bool) -> None:  # noqa: FBT001
    text = "# 版权所有 (c) 2020 云梭科技\n# 演示程序\n"

    found = extract(archive_path("a.py"), mark + text.encode(encoding))

    assert ["版权所有 (c) 2020 云梭科技"] == [notice.text for notice in found.notices]
    assert (encoding, unread) == (found.encoding, found.unread is not None)


def test_latin_1_is_read_and_told() -> None:
    found = extract(archive_path("a.py"), "# © 2020 Zoë Åkerström\n".encode("latin-1"))

    assert ["© 2020 Zoë Åkerström"] == [notice.text for notice in found.notices]
    assert found.unread is not None
    assert "the encoding is unknown: the text was read as Latin-1, which fits any bytes" == found.unread.en


def test_what_a_file_declares_goes_before_a_guess() -> None:
    found = extract(archive_path("a.py"), "# -*- coding: latin-1 -*-\n# © 2020 Zoë\n".encode("latin-1"))

    assert ("latin-1", None) == (found.encoding, found.unread)


def test_lines_end_as_they_may() -> None:
    assert [("copyright", LOOM, 2, 2)] == seen("a.py", f"x\r\n# {LOOM}\r\n")
    assert [("copyright", LOOM, 2, 2)] == seen("a.py", f"x\r# {LOOM}\r")


def test_a_model_card_s_front_matter_is_possible_only() -> None:
    card = "---\nlicense: other\nlicense_name: loom-1\nbase_model:\n- halloway/loom\ntags:\n- x\n---\n# Loom\n"

    assert [
        Notice(kind="license", text="license: other", line=2, end_line=2, sure=False, whole=True),
        Notice(kind="license", text="license_name: loom-1", line=3, end_line=3, sure=False, whole=True),
        Notice(kind="attribution", text="base_model: halloway/loom", line=4, end_line=5, sure=False, whole=True),
    ] == list(extract(archive_path("README.md"), card.encode()).notices)


def test_the_sections_of_a_readme_about_people_are_kept_whole() -> None:
    readme = "# Loom\n\nBy us.\n\n## Credits\n\nYarn by hand.\n\n### Dyes\n\nRed.\n\n## Use\n\nRun.\n"

    assert [
        ("attribution", "Yarn by hand.", 7, 7),
        ("attribution", "Dyes", 9, 9),
        ("attribution", "Red.", 11, 11),
    ] == seen("README.md", readme)


def test_headings_in_a_code_block_are_no_headings() -> None:
    assert [] == seen("README.md", "# Loom\n\n```\n# Credits\nx\n```\n\nText.\n")


@pytest.mark.parametrize(
    ("path", "text", "visibilities"),
    [
        ("a.md", f"<!-- {LOOM} -->\n\n{LOOM}\n", ["hidden", "open"]),
        (
            "a.html",
            f'<p hidden>{LOOM}</p>\n<p style="opacity: 0">{LOOM}</p>\n<p>{LOOM}</p>',
            ["hidden", "hidden", "open"],
        ),
        ("a.py", f'# {LOOM}\nX = "{LOOM}"\nY = """\n{LOOM}\n"""\n', ["open", "string", "string"]),
        ("a.py", f'"""Doc.\n\n{LOOM}\n"""\n', ["open"]),
        ("a.js", f"const x = '{LOOM}'; // {LOOM}\n", ["string"]),
        ("a.c", f'/* {LOOM} */\nchar *x = "{LOOM}";\n', ["open", "string"]),
        ("a.yaml", f'copyright: "{LOOM}"\n', ["open"]),
    ],
)
def test_it_is_told_who_gets_to_see_a_notice(path: str, text: str, visibilities: list[str]) -> None:
    found = extract(archive_path(path), text.encode()).notices

    assert visibilities == [notice.visibility for notice in found][: len(visibilities)]


def test_a_notebook_s_cells_are_read_and_its_outputs_are_not() -> None:
    notebook = {
        "cells": [
            {"cell_type": "markdown", "source": ["# Loom\n", f"{LOOM}\n"]},
            {
                "cell_type": "code",
                "source": "# Adapted from halloway/loom\nx",
                "outputs": [{"text": ["Copyright 1 X"]}],
            },
        ]
    }

    assert [("copyright", LOOM, 7, 7), ("attribution", "Adapted from halloway/loom", 12, 12)] == seen(
        "a.ipynb", json.dumps(notebook, indent=1)
    )


def test_a_notebook_that_is_no_json_is_read_as_text() -> None:
    assert [("copyright", LOOM, 1, 1)] == seen("a.ipynb", f"{LOOM}\n{{")


def test_json_is_read_value_by_value() -> None:
    text = '{\n "author": "Mina Halloway <mina@loom.example>",\n "note": "Hi\\nCopyright 2020 Ostrava Loom\\nBye"\n}'

    assert [
        ("attribution", "author: Mina Halloway <mina@loom.example>", 2, 2),
        ("copyright", LOOM, 3, 3),
    ] == seen("a.json", text)


def test_a_word_document_is_read() -> None:
    document = io.BytesIO()
    with zipfile.ZipFile(document, "w") as archive:
        text = "<w:p><w:r><w:t>Copyright 2020 </w:t></w:r><w:r><w:t>Ostrava Loom</w:t></w:r></w:p><w:p/>"
        hidden = "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>Copyright 2021 Nobody</w:t></w:r></w:p>"
        archive.writestr("word/document.xml", f"<w:document>{text}{hidden}</w:document>")

    assert [("copyright", LOOM, 1, 1), ("copyright", "Copyright 2021 Nobody", 3, 3)] == seen(
        "a.docx", document.getvalue()
    )
    assert ["open", "hidden"] == [
        notice.visibility for notice in extract(archive_path("a.docx"), document.getvalue()).notices
    ]


@pytest.mark.parametrize("path", ["a.docx", "a.pdf"])
def test_a_document_that_cannot_be_read_is_told(path: str) -> None:
    assert extract(archive_path(path), b"no document").unread is not None


def test_an_authors_file_is_kept_line_by_line() -> None:
    assert [("attribution", "Mina Halloway", 3, 3), ("attribution", "Jonas Reed", 4, 4)] == seen(
        "AUTHORS.md", "# Authors\n\n- Mina Halloway\n- Jonas Reed\n"
    )


@pytest.mark.parametrize("path", ["license.py", "src/notice.js", "copyright.c", "authors.json"])
def test_a_program_with_such_a_name_is_still_a_program(path: str) -> None:
    assert [] == seen(path, "x = 1\n")


def test_an_unknown_license_is_kept_as_possible() -> None:
    assert [("license", "You may weave.", 1, 1)] == seen("LICENSE", "You may weave.\n")
    assert not extract(archive_path("LICENSE"), b"You may weave.\n").notices[0].sure


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("# Not a Contribution\n", 1),
        ("x = 1\n# NOT A CONTRIBUTION.\n", 2),
        ("<!-- This file is Not a Contribution -->\n", 1),
        ("# 非贡献\n", 1),
        ("// 【非贡献】 / Not a Contribution\n", 1),
        ("本文件为“非贡献”。\n", 1),
        ("# NOT-A-CONTRIBUTION\n", 1),
        ("# License: Not a Contribution\n", 1),
        ("// Note: this directory is Not a Contribution, do not pass it on\n", 1),
        ("% Not a Contribution (clause 1.7)\n", 1),
        ("# SPDX-FileComment: Not a Contribution\n", 1),
        ("备注：本补丁为非贡献，仅供内部使用\n", 1),
        ("# 此代码不构成贡献（第 1.7 条）\n", 1),
        ("# This is not a contribution guide\n", None),
        ("Not a Contribution means what is marked so.\n", None),
        ("“非贡献”指的是\n", None),
        ("不是贡献者\n", None),
        ("status " + " " * 400 + "Not a Contribution\n", None),
        ("excluding what is marked by the owner as\n“Not a Contribution”.\n", None),
        ("A mail marked “Not a Contribution” is none.\n", None),
        ("标记为“非贡献”的除外。\n", None),
    ],
)
def test_a_marking_counts_and_a_quotation_does_not(text: str, line: int | None) -> None:
    assert line == extract(archive_path("a.md"), text.encode()).not_a_contribution


def test_a_weight_file_s_header_is_read_by_its_keys() -> None:
    header = {
        "format": "pt",
        "copyright": "2020 Ostrava Loom",
        "general.author": "Mina Halloway",
        "general.license": "apache-2.0",
        "general.quantized_by": "somebody",
        "producer_name": "pytorch",
        "doc_string": "A model.\nCopyright 2021 Ostrava Loom",
    }

    assert [
        ("copyright", "copyright: 2020 Ostrava Loom", True),
        ("copyright", "Copyright 2021 Ostrava Loom", True),
        ("attribution", "general.author: Mina Halloway", True),
        ("license", "general.license: apache-2.0", False),
    ] == [(notice.kind, notice.text, notice.sure) for notice in extract_metadata(archive_path("a.gguf"), header)]


@pytest.mark.parametrize(
    "text",
    [
        "Copyright (C) 2007 Free Weavers Foundation <https://weave.example/>\nEveryone is permitted to copy and distribute verbatim copies\nof this license document.\n",
        "The above copyright notice and this permission notice shall be included.\n",
        "Yarnware, Inc., hereby disclaims all copyright interest in the program.\n",
    ],
)
def test_a_license_s_own_words_are_no_notice(text: str) -> None:
    assert [] == seen("a.txt", text)


@pytest.mark.parametrize("path", ["a.txt", "NOTICE", "a.py"])
def test_an_english_and_a_chinese_notice_on_two_lines_are_two(path: str) -> None:
    sign = "# " if path == "a.py" else ""

    found = seen(path, f"{sign}Copyright 2025 Example Lab\n{sign}版权所有 2025 示例实验室\n")

    assert [("copyright", "Copyright 2025 Example Lab", 1, 1), ("copyright", "版权所有 2025 示例实验室", 2, 2)] == found


@pytest.mark.parametrize(
    "reserved", ["版权所有", "版权所有。", "版权所有，保留一切权利", "版权所有 侵权必究", "版權所有，並保留所有權利。"]
)
def test_reserved_rights_alone_on_their_line_belong_to_the_line_above(reserved: str) -> None:
    assert [("copyright", f"Copyright 2025 示例实验室{reserved}", 1, 2)] == seen(
        "a.txt", f"Copyright 2025 示例实验室\n{reserved}\n"
    )


@pytest.mark.parametrize("path", ["a.txt", "NOTICE"])
@pytest.mark.parametrize("stop", ["", "."])
def test_trademarks_told_in_two_languages_are_two_notices(path: str, stop: str) -> None:
    english, chinese = f"Lantern is a trademark of Example Lab{stop}", "“灯笼”是示例实验室的注册商标。"

    assert [("trademark", english, 1, 1), ("trademark", chinese, 2, 2)] == seen(path, f"{english}\n{chinese}\n")
    assert [("trademark", chinese, 1, 1), ("trademark", english, 2, 2)] == seen(path, f"{chinese}\n{english}\n")


def test_an_origin_below_a_copyright_line_is_its_own() -> None:
    sample = Path(__file__).parents[2] / "fixtures/projects/original-release/lantern_tiny/__init__.py"

    assert [
        Notice(kind="copyright", text="Copyright 2024 Wick and Glass Ltd.", line=1, end_line=1),
        Notice(
            kind="attribution",
            text="Modified from tiny-loader (https://example.org/tiny-loader)",
            line=2,
            end_line=2,
        ),
    ] == list(extract(archive_path("a.py"), sample.read_bytes()).notices)


@pytest.mark.parametrize(
    "line", ["# -*- coding: utf-8 -*-", "# coding: utf-8", "# -*- mode: python; encoding: gbk -*-"]
)
def test_an_editor_s_line_is_no_part_of_the_sentence_below_it(line: str) -> None:
    sentence = "This module is based on the work by Adam Quillfeather, see https://loom.example/console"

    extraction = extract(archive_path("a.py"), f"{line}\n# {sentence}\nimport ctypes\n".encode())

    assert [(2, sentence)] == [(notice.line, notice.text) for notice in extraction.notices]


def test_what_stands_behind_a_copyright_in_a_notice_file_is_told_by_its_own_words() -> None:
    found = extract(archive_path("NOTICE"), b"Copyright 2024 Loom Labs\nFor the shuttle, with love.\n").notices

    assert [("copyright", 1), ("attribution", 2)] == [(notice.kind, notice.line) for notice in found]


def test_a_copyright_begins_in_the_line_of_its_sign() -> None:
    [found] = extract(archive_path("a.py"), "# Woven since 2019\n# © 2020 Loom Labs\n".encode()).notices

    assert ("© 2020 Loom Labs", 2) == (found.text, found.line)


def test_a_copyright_that_opens_a_statement_with_a_name_is_sure() -> None:
    [found] = extract(archive_path("a.py"), b"# Copyright Acme\n").notices

    assert ("copyright", True, "Copyright Acme") == (found.kind, found.sure, found.text)


def test_an_origin_by_somebody_is_told() -> None:
    found = extract(archive_path("a.py"), b"# adapted from the weaver by Ada Loom\nx = 1\n").notices

    assert ["attribution"] == [notice.kind for notice in found]


@pytest.mark.parametrize(
    "heading", ["<h2 align=center>Acknowledgements</h2>", "Acknowledgements\n===", "Acknowledgements\n---"]
)
def test_a_heading_may_be_underlined_or_html(heading: str) -> None:
    text = f"{heading}\n\nWith thanks to the weavers.\n\n# Usage\n\nWeave.\n"

    assert ["With thanks to the weavers."] == [
        notice.text for notice in extract(archive_path("README.md"), text.encode()).notices
    ]


def test_comments_and_escapes_that_json_does_not_know_hide_no_notice() -> None:
    text = f'{{\n // {LOOM}\n "note": "\\q {LOOM}"\n}}'

    assert [(2, 2), (3, 3)] == [place[2:] for place in seen("a.json", text)]


def test_a_notice_in_a_comment_of_a_notebook_s_text_is_hidden() -> None:
    notebook = {"cells": [{"cell_type": "markdown", "source": f"# Loom\n<!-- {LOOM} -->\n"}]}

    found = extract(archive_path("a.ipynb"), json.dumps(notebook).encode()).notices

    assert [(LOOM, "hidden")] == [(notice.text, notice.visibility) for notice in found]


def test_a_citation_is_kept_line_by_line_as_possible_and_its_authors_surely() -> None:
    text = b"title: Loom\nauthors:\n  - family-names: Halloway\n"

    found = extract(archive_path("CITATION.cff"), text).notices

    assert [(1, False), (3, True)] == [(notice.line, notice.sure) for notice in found]


def test_a_section_goes_on_over_headings_below_its_own() -> None:
    text = "Acknowledgements\n===\n\nThanks to Mina.\n\nMore\n---\n\nThanks to Jonas.\n\nUsage\n===\n\nWeave.\n"

    [first, *_, last] = extract(archive_path("README.md"), text.encode()).notices

    assert ("Thanks to Mina.", "Thanks to Jonas.") == (first.text, last.text)


@pytest.mark.parametrize("above", ["", "\ufeff", "\n\n", "\ufeff\n"])
def test_front_matter_is_one_thing_to_the_notices_and_to_what_a_card_says(above: str) -> None:
    text = f"{above}---\nlicense: mit\ncopyright: 2024 Kelp Lab\n---\n\n# Kelp\n"

    notices = extract(archive_path("README.md"), text.encode()).notices
    statements = statements_of("README.md", text.encode())

    line = above.count("\n") + 2
    assert [line] == [statement.line for statement in statements if statement.about == "license"]
    assert [line, line + 1] == sorted(notice.line for notice in notices)


def test_a_heading_within_a_section_on_rights_is_no_notice_unless_it_says_whose() -> None:
    text = b"# Loom\n\n## Copyright\n\n### Redistributing\n\nAs you like.\n\n### Copyright (c) 2020 Ada Fern\n"
    found = [(notice.text.lstrip("# "), notice.sure) for notice in extract(archive_path("README.md"), text).notices]

    assert [("Redistributing", False), ("As you like.", True), ("Copyright (c) 2020 Ada Fern", True)] == found


def test_the_line_above_a_list_of_people_is_surely_no_notice() -> None:
    text = "The core team over the years:\n=====\nAda Fern <a@fern.example>\n\n作者：\n云梭\n".encode()
    sure = [notice.text for notice in extract(archive_path("AUTHORS"), text).notices if notice.sure]

    assert "The core team over the years:" not in sure
    assert {"Ada Fern <a@fern.example>", "云梭"} <= {part for text in sure for part in text.split("： ")} | set(sure)
