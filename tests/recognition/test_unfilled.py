"""A label behind which nobody is named is no notice: a form says that it must be filled in, a program that it made the file."""

from __future__ import annotations

import pytest

from hatch_oaml.notices import extract
from hatch_oaml.values.paths import archive_path


def sure(path: str, text: str) -> list[str]:
    return [notice.text for notice in extract(archive_path(path), text.encode()).notices if notice.sure]


@pytest.mark.parametrize(
    "line",
    [
        "Author: Required field",
        "Author: Unknown",
        "Author: N/A",
        "@author: Administrator",
        "Created by PyCharm.",
        "Created by IntelliJ IDEA 2023.1",
        "Created by Inkscape 1.2",
        "作者：必填",
        "作者：选填，字符串",
        "作者：佚名",
        "作者: 必須",
        "作成者：不明",
        "작성자: 필수",
        "저자: 알 수 없음",
        "Autor: Pflichtfeld",
        "Autor: unbekannt",
        "Auteur : champ obligatoire",
        "Auteur : Inconnu",
        "Autor: campo obligatorio",
        "Autor: Desconocido",
        "Autore: campo obbligatorio",
    ],
)
def test_a_label_that_is_not_filled_in_is_no_notice(line: str) -> None:
    assert sure("a.py", f"# {line}\n\nweave = 7\n") == []


@pytest.mark.parametrize(
    "line",
    [
        "Author: Mandatory Weavers",
        "Author: Root Weavers <root@loom.example>",
        "@author: Administrator <mina@loom.example>",
        "Created by Eclipse Foundation.",
        "Created by potrace 1.15, written by Mina Halloway 2001-2017",
        "作者：必胜工作室",
        "作者：无名氏工作室",
        "작성자: 필수네트웍스",
        "Autor: Anonym Mara Halloway",
        "Autor: Campo Verde",
        "Autor: Mina Halloway",
    ],
)
def test_a_name_that_begins_like_one_is_found(line: str) -> None:
    assert [told.removesuffix(".") in line or line.endswith(told) for told in sure("a.py", f"# {line}\n")] == [True]


def test_fields_of_a_package_that_nobody_gave_are_no_notices() -> None:
    fields = "Metadata-Version: 1.1\nName: loom\nVersion: 1\nAuthor: Mina Halloway\nAuthor-email: UNKNOWN\nMaintainer: UNKNOWN\n"

    assert sure("loom.egg-info/PKG-INFO", f"{fields}License: UNKNOWN\n") == ["Author: Mina Halloway"]
