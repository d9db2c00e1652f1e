"""Thanks and origins in other languages than English and Chinese, and words that take a notice back."""

from __future__ import annotations

import pytest

from hatch_oaml.notices import extract
from hatch_oaml.values.paths import archive_path

KELP = "Copyright (c) 2019-2021 Kelp Labs, Inc."


def sure(path: str, text: str) -> list[tuple[str, str]]:
    return [(found.kind, found.text) for found in extract(archive_path(path), text.encode()).notices if found.sure]


@pytest.mark.parametrize(
    ("heading", "text"),
    [
        ("謝辞", "KelpNet の開発者である山田太郎氏に感謝します。"),
        ("감사의 글", "KelpNet 팀의 김해초 님께 감사드립니다."),
        ("Danksagung", "Wir danken Ada Fern vom Tang-Institut."),
        ("Remerciements", "Merci à Ada Fern de Varech SA pour le code."),
        ("Agradecimientos", "Gracias a Ada Fern de Algas S.L. por el código."),
        ("Agradecimentos", "Obrigado a Ada Fern da Algas Ltda. pelo código."),
        ("Ringraziamenti", "Grazie ad Ada Fern di Alghe S.p.A. per il codice."),
        ("致謝", "感謝海藻實驗室的林晚舟。"),
    ],
)
def test_a_section_of_thanks_is_read(heading: str, text: str) -> None:
    assert sure("README.md", f"# Kelp\n\n## {heading}\n\n{text}\n") == [("attribution", text)]


@pytest.mark.parametrize(
    "line",
    [
        "このコードは https://github.com/kelp/kelpnet を改変したものです",
        "このコードは https://github.com/kelp/kelpnet を改造した",
        "이 코드는 https://github.com/kelp/kelpnet 에서 가져왔습니다",
        "https://github.com/kelp/kelpnet より引用",
        "https://github.com/kelp/kelpnet 를 수정함",
        "출처: https://github.com/kelp/kelpnet",
        "引用自 https://github.com/kelp/kelpnet",
        "Angepasst von https://github.com/kelp/kelpnet",
        "Quelle: https://github.com/kelp/kelpnet",
        "Tiré de https://github.com/kelp/kelpnet",
        "Source : https://github.com/kelp/kelpnet",
        "Tomado de https://github.com/kelp/kelpnet",
        "Fuente: https://github.com/kelp/kelpnet",
        "作者 林晚舟",
        "このファイルは山田太郎が作成しました。",
        "著作：山田太郎",
        "원저작자: 김철수",
        "Urheber: Mara Weiß",
        "Verfasser: Mara Weiß, 2015",
        "Nach einer Idee von Udo Halm",
        "Geschrieben von Mara Weiß",
        "Écrit par Léa Morel",
        "Escrito por Inés Luna",
        "著者：青山織",
        "開発者: 青山織",
        "기여자: 김해초",
        "제작자: 김해초",
        "Autorin: Mara Weiß",
        "Auteurs: Léa Morel et Ada Fern",
        "Авторы: Мина Ткач, Удо Нить",
        "Разработано Миной Ткач",
        "Développé par Léa Morel",
        "Créé par Léa Morel",
        "Criado por Rui Alga",
        "Desenvolvido por Rui Alga",
        "Traduit par Léa Morel",
        "Traducido por Inés Luna",
        "Übersetzt von Mara Weiß",
        "Gracias a Inés Luna",
        "Vielen Dank an Mara Weiß",
        "Remerciements à Léa Morel",
        "Mitwirkende: Mara Weiß",
        "Entwickler: Mara Weiß",
        "Traducteur : Léa Morel",
        "Colaboradores: Inés Luna, Rui Alga",
    ],
)
def test_an_origin_is_read(line: str) -> None:
    assert sure("a.py", f"# {line}\nx = 1\n") == [("attribution", line)]


@pytest.mark.parametrize(
    "line",
    [
        "Quelle: https://de.kelp.example/Tang",
        "Source: https://github.com/kelp/kelpnet",
        "Fuente: véase abajo",
        "출처: 없음",
        "作者 简介",
        "著作：未定义的字段名称列表在下面给出",
        "このファイルはユーザーが作成しました。",
        "Urheber: unbekannt",
        "Verfasser: Pflichtfeld",
        "El libro fue escrito por Ada Fern",
        "Le roman a été écrit par Ada Fern",
        "Angepasst von Hand",
        "Tiré de la nature",
        "Tomado de la base de datos",
        "https://github.com/kelp/kelpnet 를 수정하세요",
        "权利人：无",
        "使用者：青山織",
        "Mitwirkende: siehe unten",
        "Desarrollado por el equipo",
        "Développé par une équipe",
        "Le livre fut traduit par Léa Morel",
        "Gracias a la comunidad",
        "Разработано в России",
    ],
)
def test_a_field_or_a_sentence_on_the_world_is_no_origin(line: str) -> None:
    assert sure("a.py", f"# {line}\nx = 1\n") == []


def test_whose_the_right_is_is_read_and_a_patent_that_is_said_to_protect() -> None:
    text = "# 权利人：海藻科技有限公司\n\n# Patentiert unter DE 10 2015 123 456.\n"

    assert sure("a.py", text) == [
        ("copyright", "权利人：海藻科技有限公司"),
        ("patent", "Patentiert unter DE 10 2015 123 456."),
    ]


@pytest.mark.parametrize(
    "text",
    [
        f"The following is false: {KELP}",
        f"以下声明不再有效：{KELP}",
        f"VOID: {KELP}",
        f"Withdrawn — {KELP}",
        f"{KELP} (expired)",
        f"{KELP} — this claim is invalid.",
        f"Kelp Labs wrongly claims: {KELP}",
        f"The statement below is bogus: {KELP}",
    ],
)
def test_a_notice_that_is_taken_back_is_no_kept_one(text: str) -> None:
    (found,) = extract(archive_path("GUIDE.md"), text.encode()).notices

    assert found.visibility == "withdrawn"


@pytest.mark.parametrize(
    "text",
    [
        f"The following is kept: {KELP}",
        f"Expired licenses are kept. {KELP}",
        f"{KELP} This is valid.",
        f"void* p; // {KELP}",
        f"Kelp Labs rightly says: {KELP}",
    ],
)
def test_a_notice_that_stands_is_one(text: str) -> None:
    (found,) = extract(archive_path("a.c" if "void" in text else "GUIDE.md"), text.encode()).notices

    assert found.visibility == "open"
