"""Why a notice pertains to nothing: what it was about is not shipped."""

from __future__ import annotations

from hatch_oaml.values.definite_parts import Deed, holds_any

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


def is_gone(text: str) -> bool:
    """:param text: in small letters without accents, Chinese ones in their simplified forms."""
    return holds_any(GONE, text)
