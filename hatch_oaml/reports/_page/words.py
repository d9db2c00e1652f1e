"""The page's own words, in both languages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hatch_oaml.values.bilingual import Bilingual

if TYPE_CHECKING:
    from collections.abc import Mapping

LABELS: Mapping[str, Bilingual] = {
    "report": Bilingual(en="License report", zh="许可证报告"),
    "skip": Bilingual(en="Skip to the report", zh="跳到报告正文"),
    "language": Bilingual(en="Language", zh="语言"),
    "contents": Bilingual(en="Contents", zh="目录"),
    "judged": Bilingual(en="What was judged", zh="判断对象"),
    "verdict": Bilingual(en="Verdict", zh="结论"),
    "license": Bilingual(en="The license", zh="许可证"),
    "conditions": Bilingual(en="The conditions of clause 3.1", zh="第 3.1 款的各项条件"),
    "beyond": Bilingual(en="What else was asked", zh="其他检查"),
    "notices": Bilingual(en="Notices of the base models", zh="基础模型的声明"),
    "modifications": Bilingual(en="Modifications", zh="修改说明"),
    "tensors": Bilingual(en="Tensors", zh="张量"),
    "parts": Bilingual(en="Parts under other terms", zh="适用其他条款的部分"),
    "lineage": Bilingual(en="Lineage", zh="来源谱系"),
    "files": Bilingual(en="Files", zh="文件"),
    "unread": Bilingual(en="What was not read", zh="未能读取的内容"),
    "findings": Bilingual(en="All findings", zh="全部发现"),
    "found": Bilingual(en="What was found", zh="所见"),
    "own-word": Bilingual(en="What rests on a person’s word", zh="仅凭人的声明成立的内容"),
    "unchecked": Bilingual(en="What no software can check", zh="软件无法检查的内容"),
    "text-of-license": Bilingual(en="The license’s own words", zh="许可证原文"),
    "asked": Bilingual(en="Checks", zh="检查项目"),
    "check": Bilingual(en="check", zh="检查"),
    "result": Bilingual(en="result", zh="结果"),
    "nothing-found": Bilingual(en="no fault found", zh="未发现问题"),
    "nothing": Bilingual(en="none", zh="无"),
    "no-findings": Bilingual(en="No check found anything to say.", zh="所有检查均无发现。"),
    "fix": Bilingual(en="Fix", zh="修复"),
    "where": Bilingual(en="where", zh="位置"),
    "seen": Bilingual(en="what was seen", zh="所见"),
    "about-check": Bilingual(en="About this check", zh="关于此项检查"),
    "unjudged": Bilingual(en="could not be judged", zh="无法判断"),
}


def counted(number: int, one: str, many: str, zh: str) -> Bilingual:
    """`zh` is what stands behind the number, with its measure word: `条声明`."""
    return Bilingual(en=f"{number:,} {one if number == 1 else many}", zh=f"{number:,} {zh}")
