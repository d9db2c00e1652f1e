"""The words by which a text tells that, and what, somebody modified: each row with what it finds and what it must not."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from hatch_oaml.telling.word_rows import Words
from hatch_oaml.telling.words_elsewhere import ELSEWHERE

if TYPE_CHECKING:
    from re import Pattern

    from hatch_oaml.telling.word_rows import Sense

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

WORDS: tuple[Words, ...] = (
    Words("file", "en", r"change[-_ ]?(?:log|s)?s?", "CHANGELOG", "exchange"),
    Words("file", "en", r"(?:history|news|releases?|whats?[-_ ]?new)", "HISTORY", "newsletter"),
    Words("file", "en", r"(?:release[-_ ]?notes?|updates?)", "release-notes", "updater"),
    Words("file", "en", r"modifications?", "MODIFICATIONS", "modificationist"),
    Words("file", "en", r"modified(?:[-_ ]?files)?", "MODIFIED", "modifier"),
    Words("file", "zh", r"(?:修改|变更|更新|改动|版本)(?:说明|记录|日志|历史|清单|列表)", "更新日志", "更新"),
    Words("file", "zh", r"(?:修改|變更|更新|改動|版本|異動)(?:說明|記錄|紀錄|日誌|歷史|清單|列表)", "更新日誌", "日誌"),
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
    *ELSEWHERE,
)


@cache
def words_of(sense: Sense) -> Pattern[str]:
    return re.compile("|".join(f"(?:{row.pattern})" for row in WORDS if row.sense == sense), re.IGNORECASE)
