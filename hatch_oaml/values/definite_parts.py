"""Deeds that say how where they say of what: two lines added, a model card written anew."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from hatch_oaml.values.expressions import expression
from hatch_oaml.values.frozen import frozen

if TYPE_CHECKING:
    from re import Pattern


@frozen
class Deed:
    """`deed` anywhere and `part` anywhere, unless `unless` is taken out first; with one sample of each side."""

    language: str
    deed: str
    part: str
    yes: str
    no: str
    unless: str = ""


_ONE_EN = r"(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|both|the\s+(?:first|last)|\d+)"
_ONE_ZH = r"(?:[一二两三四五六七八九十百\d]+|末|首|最后一|第[一二三四五六七八九十\d]+)"

COUNTED: tuple[Deed, ...] = (
    Deed(
        language="en",
        deed=r"\b(?:add|insert|append|delet|remov|drop)\w*",
        part=rf"\b{_ONE_EN}\s+(?:(?:new|empty|blank|more|single|extra|additional)\s+)?(?:lines?|rows?|comments?|functions?|scripts?|links?|pages?|entry|entries|statements?|parameters?|warnings?|lists?)\b|\blines?\s+\d",
        yes="Added two lines.",
        no="Some lines were added.",
    ),
    Deed(
        language="en",
        deed=r"\bcard\b|\blicen[sc]e\s+link\b",
        part=r"\b(?:new|added|rewrote|replaced?|removed|deleted)\s+(?:[\w-]+\s+){0,2}?(?:card|link)\b"
        r"|\b(?:card|link)\s+(?:[\w-]+\s+){0,3}?(?:rewritten|replaced|added|removed|deleted)\b",
        yes="New model card.",
        no="The model card was updated.",
    ),
    Deed(
        language="zh",
        deed=r"增|加|添|插入|删|去|移除",
        part=rf"{_ONE_ZH}\s?个?(?:行|条|段|列|项|句|节|页|函数|注释|参数|字段|脚本|词|词元|词条|标记|类别?|层|头|样本|轮|步|通道|分片)",
        yes="新增一行",
        no="修改了几行",
    ),
    Deed(
        language="zh",
        deed=r"重写|改写|重新(?:编写|撰写)|新写|新增|新的|替换|翻译|删",
        part=r"模型卡|模型说明卡|许可证?链接",
        yes="重写模型卡",
        no="更新模型卡",
    ),
    Deed(
        language="ja",
        deed=r"追加|删除|加え|除い|削",
        part=r"[一二三四五六七八九十\d]+(?:行|个|つ|项目)",
        yes="二行削除",
        no="いくつか追加",
    ),
    Deed(
        language="ja",
        deed=r"モデルカード",
        part=r"新(?:しい|规)モデルカード|モデルカード[をは]?(?:书き直|书き换|差し替|作り直|新规)",
        yes="モデルカードを書き直した",
        no="モデルカードを更新",
    ),
    Deed(
        language="ko",
        deed=r"추가|삭제|제거|삽입",
        part=r"(?:(?<!\w)[한두세네]|다섯|여섯|\d+)\s*(?:줄|행|개|문장|항목)",
        yes="한 줄 추가",
        no="여러 줄 변경",
    ),
    Deed(
        language="de",
        deed=r"\b(?:erganz|hinzu|eingefugt|geloscht|entfern|gestrichen)\w*",
        part=r"\b(?:eine?|einen|zwei|drei|vier|funf|\d+)\s+(?:neue\s+)?(?:zeilen?|kommentare?|funktion(?:en)?|absatz|eintrag)\b|\bmodellkarte\b",
        yes="Drei Zeilen ergänzt.",
        no="Drei Zeilen geändert.",
    ),
    Deed(
        language="fr",
        deed=r"\b(?:ajout|supprim|retir|enlev|reecri)\w*",
        part=r"\b(?:une?|deux|trois|quatre|cinq|\d+)\s+(?:lignes?|commentaires?|fonctions?|paragraphes?)\b|\bfiche\s+du\s+modele\b",
        yes="Ajout de trois lignes.",
        no="Trois lignes modifiées.",
    ),
    Deed(
        language="es",
        deed=r"\b(?:anad|agreg|elimin|suprim|reescri)\w*",
        part=r"\b(?:una?|dos|tres|cuatro|cinco|\d+)\s+(?:lineas?|comentarios?|funci(?:on|ones)|parrafos?)\b|\btarjeta\s+del\s+modelo\b",
        yes="Se añadieron dos líneas.",
        no="Dos líneas modificadas.",
    ),
    Deed(
        language="it",
        deed=r"\b(?:aggiunt|eliminat|rimoss|tolt|riscritt)\w*",
        part=r"\b(?:una?|due|tre|quattro|cinque|\d+)\s+(?:rig(?:a|he)|comment[oi]|funzion[ei])\b",
        yes="Eliminate due righe.",
        no="Due righe modificate.",
    ),
    Deed(
        language="nl",
        deed=r"\b(?:toegevoeg|verwijder|ingevoeg|geschrapt)\w*",
        part=r"\b(?:een|twee|drie|vier|vijf|\d+)\s+(?:regels?|opmerking(?:en)?|functies?)\b",
        yes="Eén regel verwijderd.",
        no="Eén regel gewijzigd.",
    ),
    Deed(
        language="pt",
        deed=r"\b(?:adicion|acrescent|removid|eliminad|reescrit)\w*",
        part=r"\b(?:uma?|dois|duas|tres|quatro|cinco|\d+)\s+(?:linhas?|comentarios?|func(?:ao|oes))\b",
        yes="Duas linhas removidas.",
        no="Duas linhas alteradas.",
    ),
    Deed(
        language="ru",
        deed=r"\b(?:добав|удал|вставл)\w*",
        part=r"\b(?:одн[ау]|две|три|четыре|пять|\d+)\s+(?:строк|функци|комментари|параметр)\w*",
        yes="Добавлены две строки.",
        no="Две строки изменены.",
    ),
)
"""How, though each word by itself would fit any change."""


def is_counted(text: str) -> bool:
    """:param text: in small letters without accents, Chinese ones in their simplified forms."""
    return holds_any(COUNTED, text)


def holds_any(deeds: tuple[Deed, ...], text: str) -> bool:
    """As `is_counted`, of any table."""
    return any(_holds(deed, text) for deed in deeds)


def _holds(row: Deed, text: str) -> bool:
    deed, part, unless = _compiled(row)
    left = unless.sub(" ", text) if row.unless else text
    return deed.search(left) is not None and part.search(left) is not None


@cache
def _compiled(row: Deed) -> tuple[Pattern[str], Pattern[str], Pattern[str]]:
    return expression(row.deed), expression(row.part), expression(row.unless)
