"""The words by which a text tells that, and what, somebody modified: each row with what it finds and what it must not."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from re import Pattern

Sense = Literal["file", "heading", "change", "own", "denial", "general"]
"""*file*: the name of a file, without its suffix, that tells of changes. *heading*: one below which changes are told. *change*: says that
something was modified. *own*: says so of the file that it stands in. *denial*: says that it was not. *general*: says how a model came about and names no file.
"""


class Words(NamedTuple):
    sense: Sense
    language: Literal["en", "zh", "ja", "ko", "de", "fr", "es", "it", "pt"]
    pattern: str
    sample: str
    other: str


_EN_CHANGES = (
    r"changes?|modifications?|changelog|change\s+(?:log|history)|revision\s+history|version\s+history|release\s+notes"
)
_MADE = (
    r"(?:re)?(?:modif(?:ied|y|ies)|chang(?:ed|e|es)|edit(?:ed|s)|alter(?:ed|s)|updat(?:ed|e|es)|adapt(?:ed|s)|adjust(?:ed|s)"
    r"|replac(?:ed|e|es)|rewr(?:itten|ote)|patch(?:ed|es)|fix(?:ed|es)|add(?:ed|s)|remov(?:ed|e|es)|extend(?:ed|s)|renam(?:ed|e|es)"
    r"|refactor(?:ed|s)|retrain(?:ed)|fine-?tun(?:ed))"
)
_TRAINED = (
    r"(?:fine-?tun(?:ed|ing)|post-?trained|continu(?:ed|ally)\s+(?:pre-?)?train(?:ed|ing)|quanti[sz](?:ed|ation)|distill?(?:ed|ation)"
    r"|pruned|merged|converted|adapted|derived|modified)"
)
_JA_CHANGES = r"(?:変更|更新|修正|改訂|改変)(?:履歴|点|内容|箇所|記録|一覧)"
_KO_CHANGES = r"(?:변경|수정|업데이트|개정)\s?(?:사항|이력|내역|점|기록|목록)"
_DE_CHANGES = r"(?:ä|ae|a\u0308)nderungen|(?:ä|ae|a\u0308)nderungs(?:protokoll|historie|verlauf|liste)|versionshinweise"
_FR_CHANGES = r"changements|modifications|historique|journal[-_ ]des[-_ ](?:modifications|changements)|nouveautés|notes[-_ ]de[-_ ]version"
_ES_CHANGES = (
    r"cambios|modificaciones|novedades|(?:registro|historial)[-_ ]de[-_ ](?:cambios|versiones)|notas[-_ ]de[-_ ]versión"
)
_IT_CHANGES = r"modifiche|cambiamenti|novità|registro[-_ ]delle[-_ ]modifiche"
_PT_CHANGES = r"alterações|mudanças|modificações|novidades|registro[-_ ]de[-_ ]alterações"

WORDS: tuple[Words, ...] = (
    Words("file", "en", r"change[-_ ]?(?:log|s)?s?", "CHANGELOG", "exchange"),
    Words("file", "en", r"(?:history|news|releases?|whats?[-_ ]?new)", "HISTORY", "newsletter"),
    Words("file", "en", r"(?:release[-_ ]?notes?|updates?)", "release-notes", "updater"),
    Words("file", "en", r"modifications?", "MODIFICATIONS", "modificationist"),
    Words("file", "en", r"modified(?:[-_ ]?files)?", "MODIFIED", "modifier"),
    Words("file", "zh", r"(?:修改|变更|更新|改动|版本)(?:说明|记录|日志|历史|清单|列表)", "更新日志", "更新"),
    Words("file", "zh", r"(?:修改|變更|更新|改動|版本|異動)(?:說明|記錄|紀錄|日誌|歷史|清單|列表)", "更新日誌", "日誌"),
    Words("file", "ja", rf"{_JA_CHANGES}", "変更履歴", "変更"),
    Words("file", "ko", rf"{_KO_CHANGES}", "변경사항", "변경"),
    Words("file", "de", rf"{_DE_CHANGES}", "ÄNDERUNGEN", "Änderungswunsch"),
    Words("file", "fr", rf"{_FR_CHANGES}", "CHANGEMENTS", "changeur"),
    Words("file", "es", rf"{_ES_CHANGES}", "CAMBIOS", "cambista"),
    Words("file", "it", rf"{_IT_CHANGES}", "modifiche", "modificatore"),
    Words("file", "pt", rf"{_PT_CHANGES}", "alterações", "alterador"),
    Words(
        "heading",
        "en",
        r"(?:what|how)\s+(?:we|i|was|has\s+been|have\s+been)\s+(?:have\s+)?(?:modified|changed|edited|altered)(?:\s.*)?",
        "What we changed",
        "What we change",
    ),
    Words(
        "heading",
        "en",
        rf"(?:list\s+of\s+|our\s+|main\s+|key\s+|summary\s+of\s+)?(?:{_EN_CHANGES})(?:\s+(?:from|to|in|since|made|of|relative|compared|vs).*)?",
        "Changes from the base model",
        "Change the settings",
    ),
    Words(
        "heading",
        "en",
        r"modified\s+files?|files\s+modified|changed\s+files?|what(?:\s+is|[’']?s|s)?\s+(?:new|changed|different)(?:\s.*)?",
        "What's new",
        "What it is",
    ),
    Words(
        "heading",
        "en",
        r"differences?(?:\s+(?:from|to|with|between|compared|vs).*)?",
        "Differences from Lantern-Tiny",
        "Different sizes",
    ),
    Words(
        "heading",
        "zh",
        r".{0,12}(?:修改|变更|更新|改动)(?:说明|记录|日志|历史|内容|清单|列表|之处)?",
        "相对基础模型的改动",
        "更新方法",
    ),
    Words(
        "heading",
        "zh",
        r"(?:所)?(?:修改|改动)(?:过|了)?的?文件|与.{1,20}的(?:差异|区别|不同)|差异|版本历史",
        "修改的文件",
        "文件",
    ),
    Words(
        "heading",
        "zh",
        r".{0,12}(?:修改|變更|更新|改動|異動)(?:說明|記錄|紀錄|日誌|歷史|內容|清單|列表|之處)?",
        "相對基礎模型的改動",
        "更新方法",
    ),
    Words(
        "heading",
        "zh",
        r"(?:所)?(?:修改|改動)(?:過|了)?的?檔案|與.{1,20}的(?:差異|區別|不同)|差異|版本歷史",
        "修改的檔案",
        "檔案",
    ),
    Words(
        "heading",
        "ja",
        rf".{{0,12}}(?:{_JA_CHANGES}|変更したファイル|との違い)",
        "元のモデルからの変更点",
        "変更する方法",
    ),
    Words("heading", "ko", rf".{{0,12}}(?:{_KO_CHANGES}|수정된 파일|변경된 파일)", "변경 사항", "변경 방법"),
    Words(
        "heading",
        "de",
        rf"(?:unsere\s+|die\s+)?(?:{_DE_CHANGES}|geänderte\s+dateien)(?:\s+(?:an|am|gegenüber|zu|von|seit).*)?",
        "Änderungen gegenüber Lantern",
        "Änderung der Daten",
    ),
    Words(
        "heading",
        "fr",
        rf"(?:nos\s+|les\s+)?(?:{_FR_CHANGES}|fichiers\s+modifiés)(?:\s+(?:de|du|par|depuis|apportées?).*)?",
        "Changements par rapport au modèle",
        "Changer de modèle",
    ),
    Words(
        "heading",
        "es",
        rf"(?:nuestros\s+|los\s+)?(?:{_ES_CHANGES}|archivos\s+modificados)(?:\s+(?:de|del|respecto|desde|en).*)?",
        "Cambios respecto al modelo",
        "Cambiar el modelo",
    ),
    Words(
        "heading",
        "it",
        rf"(?:le\s+)?(?:{_IT_CHANGES}|file\s+modificati)(?:\s+(?:di|da|dal|rispetto|al).*)?",
        "Modifiche rispetto al modello",
        "Modificare il modello",
    ),
    Words(
        "heading",
        "pt",
        rf"(?:as\s+)?(?:{_PT_CHANGES}|arquivos\s+modificados)(?:\s+(?:de|do|em|desde|no).*)?",
        "Alterações do modelo",
        "Alterar o modelo",
    ),
    Words("change", "en", rf"\b{_MADE}\b", "Modified config.json", "the modifier"),
    Words("change", "en", r"\bmodifications\b", "Modifications Copyright 2026 Beacon Works", "without modification"),
    Words(
        "change",
        "zh",
        r"修改|改动|更改|变更|替换|更新|重写|修正|调整|修复|新增|删除|扩充",
        "修改了 config.json",
        "改天",
    ),
    Words(
        "own",
        "en",
        r"\b(?:modified|changed|edited|altered|adapted|revised|extended|rewritten)(?:\s+and\s+\w+)?\s+by\b",
        "Modified by Mina Halloway",
        "This is modified from fairseq's utilities",
    ),
    Words(
        "own",
        "en",
        r"\b(?:modifications?|changes)\b[^.\n]{0,40}?(?:©|\(c\)|copyright|\bby\b|\b(?:19|20)\d\d\b)",
        "Modifications (fork): Copyright (c) 2026, Beacon Works",
        "with or without modification",
    ),
    Words(
        "own",
        "en",
        r"\b(?:this\s+file|it)\s+(?:has\s+been|was|is)\s+(?:\w+\s+)?(?:modified|changed|edited|altered)\b(?!\s+from)|\(modified\b",
        "This file has been modified",
        "This file is adapted from the AllenNLP library",
    ),
    Words(
        "own",
        "zh",
        r"由[^。\n]{1,30}?(?:修改|改动|改写)|(?:修改|改动)(?:者|人|日期|部分)|本文件(?:已|经)[^。\n]{0,12}?(?:修改|改动)",
        "本文件已由灯塔工坊修改",
        "修改自他人的代码",
    ),
    Words(
        "denial",
        "en",
        r"\bun(?:changed|modified|altered|touched)\b|\bnot\s+(?:been\s+)?(?:changed|modified|altered|edited|touched)\b",
        "config.json is unchanged",
        "config.json was changed",
    ),
    Words(
        "denial",
        "en",
        r"\bno\s+(?:changes?|modifications?)\b|\bsame\s+as\b|\bidentical\b|\b(?:did|do)(?:n[’']t|\s+not)\s+(?:change|modify|touch|alter)\b",
        "no changes to config.json",
        "changes to config.json",
    ),
    Words(
        "denial",
        "zh",
        r"未(?:作|做|经|加|予)?(?:任何)?(?:修改|改动|更改|变更)|没有(?:任何)?(?:修改|改动|变化)",
        "config.json 未修改",
        "config.json 已修改",
    ),
    Words(
        "denial",
        "zh",
        r"保持(?:不变|原样)|与原(?:文件|模型|版)?(?:相同|一致)|不变",
        "config.json 保持不变",
        "config.json 变了",
    ),
    Words(
        "denial", "en", r"\A\W*(?:none|nothing|todo|tbd|to\s+do|n/a)\b", "None in config.json", "config.json has none"
    ),
    Words("denial", "zh", r"\A\W*(?:无|無|待定|待填)", "无：config.json", "config.json 无损压缩"),
    Words(
        "denial",
        "zh",
        r"未(?:作|做|經|加|予)?(?:任何)?(?:改動|變更)|沒有(?:任何)?(?:修改|改動|變化)|(?:保持)?不變|與原(?:檔案|模型|版)?(?:相同|一致)",
        "config.json 沒有改動",
        "config.json 已改動",
    ),
    Words(
        "denial",
        "ja",
        r"変更(?:は)?(?:なし|無し|ありません|していない|されていない|していません)|未変更|同一",
        "config.json は変更なし",
        "config.json を変更",
    ),
    Words(
        "denial",
        "ko",
        r"변경(?:이|은|사항)?\s?(?:없음|없습니다|하지\s?않)|수정하지\s?않|동일",
        "config.json 변경 없음",
        "config.json 변경",
    ),
    Words(
        "denial",
        "de",
        r"\bunverändert|\bnicht\s+(?:ge|ver)ändert|\bkeine\s+änderung",
        "config.json ist unverändert",
        "config.json verändert",
    ),
    Words(
        "denial",
        "fr",
        r"\binchangée?s?\b|\bnon\s+modifiée?s?\b|\bsans\s+(?:changement|modification)|\baucune?\s+(?:changement|modification)",
        "config.json est inchangé",
        "config.json a changé",
    ),
    Words(
        "denial",
        "es",
        r"\bsin\s+(?:cambios|modific)|\bno\s+(?:se\s+)?(?:ha\s+)?(?:cambiad|modificad)o|\bninguna?\s+(?:cambio|modificación)",
        "config.json sin cambios",
        "config.json con cambios",
    ),
    Words(
        "denial",
        "it",
        r"\binvariat[oaie]\b|\bnon\s+(?:modificat|cambiat)[oaie]|\bsenza\s+modifiche|\bnessuna\s+modifica",
        "config.json invariato",
        "config.json variato",
    ),
    Words(
        "denial",
        "pt",
        r"\binalterad[oa]s?\b|\bnão\s+(?:foi\s+)?(?:alterad|modificad)[oa]|\bsem\s+(?:alterações|mudanças)",
        "config.json inalterado",
        "config.json alterado",
    ),
    Words(
        "general",
        "en",
        rf"\b{_TRAINED}\b[^.\n]{{0,80}}?\b(?:from|of|on|to|into|with|version|using)\b",
        "fine-tuned from Lantern-Tiny",
        "You can fine-tune it",
    ),
    Words(
        "general",
        "zh",
        r"(?:基于|由|在|从|对|经)[^。\n]{1,60}?(?:微调|量化|蒸馏|剪枝|合并|转换|继续训练|修改)(?:而来|得到|而成|后)?",
        "基于 Lantern-Tiny 微调而来",
        "可以微调",
    ),
)


@cache
def words_of(sense: Sense) -> Pattern[str]:
    return re.compile("|".join(f"(?:{row.pattern})" for row in WORDS if row.sense == sense), re.IGNORECASE)
