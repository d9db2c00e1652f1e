"""Words that people write where something is still to be written."""

from __future__ import annotations

import unicodedata

from hatch_oaml.values.expressions import expression

PLACEHOLDERS: dict[str, frozenset[str]] = {
    "to be done": frozenset(
        [
            "todo",
            "tbd",
            "tba",
            "tbc",
            "fixme",
            "xxx",
            "wip",
            "pending",
            "later",
            "placeholder",
            "changeme",
            "fillin",
            "fillmein",
            "tobedone",
            "tobedetermined",
            "tobedefined",
            "tobeadded",
            "tobewritten",
            "tobefilledin",
            "tobecompleted",
            "moreinformationneeded",
            "待补",
            "待补充",
            "待定",
            "待填",
            "待填写",
            "待写",
            "待完善",
            "待更新",
            "待确认",
            "待办",
            "稍后补充",
            "以后补充",
            "需要更多信息",
            "占位",
            "占位符",
        ]
    ),
    "nothing": frozenset(
        [
            "na",
            "none",
            "nil",
            "null",
            "nothing",
            "unknown",
            "无",
            "暂无",
            "没有",
            "略",
            "省略",
            "空",
            "未知",
            "不详",
            "不明",
        ]
    ),
}
"""In two languages, by what they say; letters alone, in small ones."""

_START = expression(
    r"\W*(?:todo|fixme|tbd|tba|xxx|待补充?|待定|待填写?)\s*[:(\[【]",
    needed=("todo", "fixme", "tbd", "tba", "xxx", "待补", "待定", "待填"),
)


def is_placeholder(text: str) -> bool:
    """Is there no more in `text` than a placeholder, or does it begin with one: `TODO: say how`?"""
    plain = unicodedata.normalize("NFKC", text).casefold()
    letters = "".join(letter for letter in plain if letter.isalnum())
    if any(letters in words for words in PLACEHOLDERS.values()) or _START.match(plain):
        return True
    return bool(letters) and not letters.strip("x")
