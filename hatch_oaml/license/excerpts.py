"""What a text calls itself that is about the license, or holds a part of it and says so."""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

from hatch_oaml.values.expressions import expression


class OtherText(NamedTuple):
    """`word` in a file's name or its heading, in any case, tells that this is no copy; `yes` is a heading that it tells so, `no` one that
    it does not.
    """

    word: str
    language: Literal["en", "zh", "ja", "ko", "de", "fr", "es", "it", "nl", "pt", "ru"]
    why: str
    yes: str
    no: str


OTHER_TEXTS = (
    OtherText(
        r"\bexcerpts?(?![a-z])", "en", "a part that says so", "Excerpt from the license", "Exception to the license"
    ),
    OtherText(r"\bextracts?(?![a-z])", "en", "a part that says so", "LICENSE-extract.md", "extraction.md"),
    OtherText(r"\babridged|\babbreviated", "en", "a part that says so", "Abridged text", "Bridged text"),
    OtherText(
        r"\bsummar(?:y|ies|ised|ized)(?![a-z])",
        "en",
        "it is told shorter",
        "A summary in plain words",
        "Summer of 2026",
    ),
    OtherText(r"\bannotat(?:ed|ions?)(?![a-z])", "en", "comments stand between", "The license, annotated", "Notation"),
    OtherText(
        r"\bcomment(?:ed|ary|aries)(?![a-z])", "en", "comments stand between", "Commentary on the license", "Commons"
    ),
    OtherText(
        r"\btranslat(?:ed|ions?)(?![a-z])", "en", "in another language", "Unofficial translation", "Translatable"
    ),
    OtherText(
        r"\bcompar(?:ed|isons?)(?![a-z])",
        "en",
        "held against another text",
        "Comparison of two licenses",
        "Compartment",
    ),
    OtherText(r"\bredlined?(?![a-z])", "en", "what was proposed to be changed", "LICENSE.redline.txt", "red lines"),
    OtherText(r"节选|節選|摘录|摘錄|摘要|选段|概要", "zh", "a part that says so", "许可证节选", "节约选择"),
    OtherText(r"解读|解讀|注释|註釋|释义|評注|评注", "zh", "comments stand between", "许可证逐条解读", "解压后阅读"),
    OtherText(r"译文|譯文|翻译|翻譯", "zh", "in another language", "许可证译文", "许可证全文"),
    OtherText(r"对照表|比较|對照表|比較", "zh", "held against another text", "两种许可证比较", "中英对照"),
    OtherText(
        r"抜粋|要約|翻訳|和訳|解説",
        "ja",
        "a part, a summary, a translation, comments",
        "ライセンスの抜粋",
        "ライセンス全文",
    ),
    OtherText(
        r"발췌|요약|번역|해설", "ko", "a part, a summary, a translation, comments", "라이선스 발췌", "라이선스 전문"
    ),
    OtherText(
        r"\b(?:auszug|auszüge|zusammenfassung|übersetzung|erläuterung|kommentiert)",
        "de",
        "the same",
        "Auszug aus der Lizenz",
        "Auszeichnung",
    ),
    OtherText(
        r"\b(?:extraits?|résumé|traduction|commentaires?)(?![a-zé])",
        "fr",
        "the same",
        "Extrait de la licence",
        "Extraire",
    ),
    OtherText(
        r"\b(?:extractos?|resumen|traducción|comentada)(?![a-z])",
        "es",
        "the same",
        "Extracto de la licencia",
        "Resumidero",
    ),
    OtherText(
        r"\b(?:estratt[oi]|riassunto|sintesi|traduzione|commentata)(?![a-z])",
        "it",
        "the same",
        "Estratto della licenza",
        "Estrazione",
    ),
    OtherText(
        r"\b(?:uittreksel|samenvatting|vertaling|toelichting)",
        "nl",
        "the same",
        "Uittreksel uit de licentie",
        "Uitgave",
    ),
    OtherText(
        r"\b(?:trechos?|excertos?|resumo|tradução|comentada)(?![a-z])",
        "pt",
        "the same",
        "Trechos da licença",
        "Trecheio",
    ),
    OtherText(
        r"выдержк[аи]|отрывок|краткое изложение|перевод|комментари", "ru", "the same", "Выдержки из лицензии", "Выбор"
    ),
)

_OTHER = expression("|".join(row.word for row in OTHER_TEXTS), re.IGNORECASE)


def calls_itself_other(name: str, heading: str) -> bool:
    """Does a file's name, or what stands before the license's first words in it, say that it is no copy?"""
    return _OTHER.search(f"{name} {heading}".replace("_", " ")) is not None
