"""Deeds that say how where they say of what: two lines added, a model card written anew; and parts of a base that are gone."""

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

_GONE_EN = r"\b(?:remov|delet|drop|replac|rewr[io]t|gone|taken\s+out|left\s+out|not\s+(?:a\s+)?part|not\s+(?:shipped|included|released|distributed|contained|published|bundled|redistributed)|no\s+longer\s+(?:shipped|included|part|used|there)|(?:no|none)\b(?:\s+[\w-]+){1,6}\s+(?:left|remain|present|used))\w*"

GONE: tuple[Deed, ...] = (
    Deed(
        language="en",
        deed=r"\b(?:not|never)\s+(?:in|part\s+of)\s+(?:this|the|our|it|any)\b|\b(?:does\s+not|doesn't|do\s+not|don't)\s+(?:contain|include|ship|have)\b|\bno\s+file\s+(?:here|in|any)\b",
        part=r"\b(?:files?|code|scripts?|modules?|kernels?|client)\b",
        unless=r"\bin\s+(?:the|this)\s+file\b",
        yes="file is not in this release.",
        no="The notice is not in the file.",
    ),
    Deed(
        language="en",
        deed=r"\b(?:only|just|solely|alone|nothing\s+but)\b",
        part=r"\b(?:weights|parameters|tensors|safetensors|gguf)\b",
        yes="Weights only.",
        no="Only a header.",
    ),
    Deed(
        language="zh",
        deed=r"仅|只|单独",
        part=r"权重|模型文件|参数文件",
        yes="仅发布权重",
        no="只是注释",
    ),
    Deed(
        language="ja",
        deed=r"のみ|だけ",
        part=r"重み|ウェイト|モデル",
        yes="重みのみを配布",
        no="コメントのみ",
    ),
    Deed(
        language="ko",
        deed=r"[가-힣]만\b|만\s",
        part=r"가중치|모델",
        yes="가중치만 배포",
        no="주석만 있음",
    ),
    Deed(
        language="en",
        deed=_GONE_EN,
        part=r"\b(?:files?|code|modules?|parts?|passages?|sections?|functions?|scripts?|folders?|components?|classe?s?|library)\b",
        unless=r"\b(?:from|in|of|out\s+of)\s+(?:the|this|that|our|its)?\s*(?:file|notice|readme)\b|\bnotice\s+file\b|\bpart\s+of\s+the\s+(?:cleanup|notice)",
        yes="The file was removed.",
        no="The notice was removed from the file.",
    ),
    Deed(
        language="zh",
        deed=r"删|移除|去除|去掉|替换|换成|重写|未(?:发布|随附|包含|收录|附带)|不(?:再)?(?:发布|随附|包含|附带|含)|没有(?:发布|包含)",
        part=r"文件|file|档案|代码|程式|程序|模块|部分|脚本|函数|目录",
        unless=r"(?:从|自|在)?[该此本其]?(?:文件|档案|代码|部分)[中里内上](?:的)?|声明文件|部分声明",
        yes="该文件已删除",
        no="文件中的声明已删除",
    ),
    Deed(
        language="ja",
        deed=r"删除|削除|除去|外し|(?:含まれ|同梱し|同梱され|収録し|残っ)(?:て)?(?:い)?(?:ない|ません|ず)|同梱せず|置き换え|取り除",
        part=r"ファイル|コード|モジュール|部分|スクリプト|file",
        unless=r"(?:ファイル|コード|部分)(?:から|の中)",
        yes="ファイルを削除した",
        no="ファイルから表示を削除した",
    ),
    Deed(
        language="ko",
        deed=r"삭제|제거|포함되지|빠짐|교체",
        part=r"파일|file|코드|모듈|부분|스크립트",
        unless=r"(?:파일|코드|부분)(?:에서|의)",
        yes="해당 파일을 삭제함",
        no="파일에서 통지를 삭제함",
    ),
    Deed(
        language="de",
        deed=r"\b(?:entfern|geloscht|ersetzt|gestrichen|nicht\s+(?:mehr\s+)?(?:enthalten|ubernommen|dabei|teil))\w*",
        part=r"\b(?:file|datei(?:en)?|code|quellcode|modul|teil|abschnitt|skript)\b",
        unless=r"\b(?:aus|in)\s+(?:der|dem|dieser)\s+(?:datei|code|quellcode)\b",
        yes="Die Datei wurde entfernt.",
        no="Hinweis aus der Datei entfernt.",
    ),
    Deed(
        language="fr",
        deed=r"\b(?:supprim|retir|enlev|remplac|pas\s+(?:repris|inclus|fourni))\w*",
        part=r"\b(?:file|fichiers?|code|module|partie|script)\b",
        unless=r"\b(?:du|dans\s+le|de\s+ce)\s+(?:fichier|code)\b",
        yes="Le fichier a été supprimé.",
        no="Mention supprimée du fichier.",
    ),
    Deed(
        language="es",
        deed=r"\b(?:elimin|suprim|retir|borra|reemplaz|no\s+se\s+incluy)\w*",
        part=r"\b(?:file|archivos?|ficheros?|codigo|modulo|parte|script)\b",
        unless=r"\b(?:del|en\s+el|de\s+este)\s+(?:archivo|fichero|codigo)\b",
        yes="El archivo fue eliminado.",
        no="Aviso eliminado del archivo.",
    ),
    Deed(
        language="it",
        deed=r"\b(?:rimoss|eliminat|cancellat|sostituit|tolt|non\s+(?:piu\s+)?inclus)\w*",
        part=r"\b(?:file|codice|modulo|parte|script)\b",
        unless=r"\b(?:dal|nel|del)\s+(?:file|codice)\b",
        yes="Il file è stato rimosso.",
        no="Avviso rimosso dal file.",
    ),
    Deed(
        language="nl",
        deed=r"\b(?:verwijder|gewist|vervang|weggelaten|niet\s+(?:meer\s+)?(?:opgenomen|meegeleverd))\w*",
        part=r"\b(?:file|bestand(?:en)?|code|module|deel|script)\b",
        unless=r"\b(?:uit|in)\s+(?:het|de|dit)\s+(?:bestand|code)\b",
        yes="Het bestand is verwijderd.",
        no="Vermelding uit het bestand verwijderd.",
    ),
    Deed(
        language="pt",
        deed=r"\b(?:removid|eliminad|apagad|excluid|substituid|nao\s+(?:esta\s+)?incluid)\w*",
        part=r"\b(?:file|arquivos?|ficheiros?|codigo|modulo|parte|script)\b",
        unless=r"\b(?:do|no|deste)\s+(?:arquivo|ficheiro|codigo)\b",
        yes="O arquivo foi removido.",
        no="Aviso removido do arquivo.",
    ),
    Deed(
        language="ru",
        deed=r"\b(?:удал|исключ|замен|не\s+(?:вход|включ|распростран|постав))\w*",
        part=r"\b(?:файл\w*|код\w*|модул\w*|скрипт\w*|file)",
        unless=r"\b(?:из|в)\s+(?:этого\s+)?(?:файл|код|модул)\w*",
        yes="Файл удалён.",
        no="Уведомление удалено из файла.",
    ),
)
"""Why a notice pertains to nothing: what it was about is not shipped."""


def is_counted(text: str) -> bool:
    """:param text: in small letters without accents, Chinese ones in their simplified forms."""
    return _holds_any(COUNTED, text)


def is_gone(text: str) -> bool:
    """As `is_counted`."""
    return _holds_any(GONE, text)


def _holds_any(deeds: tuple[Deed, ...], text: str) -> bool:
    return any(_holds(deed, text) for deed in deeds)


def _holds(row: Deed, text: str) -> bool:
    deed, part, unless = _compiled(row)
    left = unless.sub(" ", text) if row.unless else text
    return deed.search(left) is not None and part.search(left) is not None


@cache
def _compiled(row: Deed) -> tuple[Pattern[str], Pattern[str], Pattern[str]]:
    return expression(row.deed), expression(row.part), expression(row.unless)
