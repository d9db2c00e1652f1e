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
    "compared": Bilingual(en="The two trees", zh="两者对照"),
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
    "line": Bilingual(en="line", zh="行"),
    "departures": Bilingual(en="Where it is not the published text", zh="与发布的原文不同之处"),
    "no-bases": Bilingual(
        en="No base is recorded: no notice of others was asked for.", zh="没有记录基础模型：没有需要核对的他人声明。"
    ),
    "no-notices": Bilingual(en="The records of the bases list no notice.", zh="基础模型的记录中没有声明。"),
    "stood": Bilingual(en="file and line in the base", zh="基础模型中的文件与行"),
    "stands": Bilingual(en="now", zh="现在"),
    "notice": Bilingual(en="notice", zh="声明"),
    "same-place": Bilingual(en="same place", zh="原处"),
    "missing-in": Bilingual(en="it should stand in", zh="应位于"),
    "ships-as": Bilingual(en="what became of its file ships as", zh="其文件在发布中为"),
    "lineage-drawn": Bilingual(
        en="The release above; below each model what it was made from.",
        zh="上方为本发布；每个模型之下为其所基于的模型。",
    ),
    "nowhere": Bilingual(en="nowhere", zh="已不存在"),
    "reason": Bilingual(en="reason", zh="理由"),
    "was-notice": Bilingual(en="in the base", zh="基础模型中"),
    "became-notice": Bilingual(en="in the release", zh="发布中"),
    "possible": Bilingual(
        en="Text that merely may be a notice, which nobody must keep", zh="仅可能是声明的文字（不要求保留）"
    ),
    "original": Bilingual(
        en="This is an original release by its publisher’s word: nothing upstream was modified.",
        zh="据发布者声明，本发布为原始发布：没有对任何上游文件作出修改。",
    ),
    "no-modifications": Bilingual(en="No modification is told.", zh="没有修改说明。"),
    "nothing-modified": Bilingual(en="No entry is about a file of this base.", zh="没有条目涉及该基础模型的文件。"),
    "base": Bilingual(en="From", zh="修改自"),
    "how": Bilingual(en="How", zh="修改方式"),
    "by": Bilingual(en="By", zh="修改者"),
    "changed-files": Bilingual(en="Files of this entry", zh="该条目涉及的文件"),
    "was": Bilingual(en="in the base", zh="基础模型中"),
    "now": Bilingual(en="in the release", zh="发布中"),
    "state": Bilingual(en="state", zh="状态"),
    "silent": Bilingual(en="Modified, and told of nowhere", zh="经过修改而未作任何说明"),
    "silent-lifted": Bilingual(
        en="Modified; how is not stated: clause 3.1 lifts that for a hosted service",
        zh="经过修改；修改方式未作说明：第 3.1 款对托管服务免除了这一义务",
    ),
    "unknown-upstream": Bilingual(
        en="Nobody can tell: what the archive says of its bases is not there, or damaged.",
        zh="无法判断：归档中没有关于其基础模型的内容，或该内容已损坏。",
    ),
    "elsewhere": Bilingual(en="Told in other texts of the release", zh="发布中其他文字的说明"),
    "told-at": Bilingual(en="where it is told", zh="说明所在"),
    "says": Bilingual(en="what it says", zh="说明内容"),
    "of-file": Bilingual(en="of the file", zh="涉及的文件"),
    "no-file": Bilingual(en="of no file in particular", zh="未指明文件"),
    "idle": Bilingual(en="Entries that are about no file of any base", zh="不涉及任何基础模型文件的条目"),
    "earlier": Bilingual(
        en="Earlier modifications, as the bases tell of themselves", zh="此前的修改（由基础模型自述）"
    ),
    "patterns": Bilingual(en="Files", zh="文件"),
    "no-tensors": Bilingual(
        en="No base record has tensors (`hatch-oaml record --tensors`), so that none were compared.",
        zh="基础模型的记录不含张量（`hatch-oaml record --tensors`），因此未作比较。",
    ),
    "touched": Bilingual(en="Parameters touched", zh="改动的参数"),
    "of": Bilingual(en="of", zh="/"),
    "by-layer": Bilingual(
        en="Each column is a layer, each row a kind of change; the stronger a cell’s color, the more of the layer’s parameters.",
        zh="每列为一层，每行为一类变化；颜色越浓，该层参数中所占比例越大。",
    ),
    "outside": Bilingual(en="“—” is what lies outside of layers.", zh="“—”为各层以外的部分。"),
    "kind": Bilingual(en="what became of them", zh="变化"),
    "tensors-counted": Bilingual(en="tensors", zh="张量数"),
    "parameters": Bilingual(en="parameters", zh="参数量"),
    "names": Bilingual(en="Names", zh="名称"),
    "no-parts": Bilingual(en="No part is declared to be under other terms.", zh="没有声明适用其他条款的部分。"),
    "terms": Bilingual(en="license", zh="许可证"),
    "text-at": Bilingual(en="its text", zh="文本"),
    "no-text": Bilingual(en="no text of", zh="缺少文本"),
    "matched": Bilingual(en="files", zh="文件数"),
    "no-lineage": Bilingual(en="Nothing upstream is recorded.", zh="没有记录任何上游。"),
    "model-name": Bilingual(en="model", zh="模型"),
    "version": Bilingual(en="version", zh="版本"),
    "made-by": Bilingual(en="made by", zh="得到方式"),
    "entries": Bilingual(en="entries", zh="条目数"),
    "path": Bilingual(en="path", zh="路径"),
    "size": Bilingual(en="size", zh="大小"),
    "digest": Bilingual(en="SHA-256", zh="SHA-256"),
    "all-read": Bilingual(en="Nothing that was asked for was left unread.", zh="需要读取的内容均已读取。"),
    "why": Bilingual(en="why", zh="原因"),
    "notices-counted": Bilingual(en="notices", zh="声明数"),
    "pointed-at": Bilingual(en="read from", zh="读取自"),
    "base-model": Bilingual(en="base", zh="基础模型"),
    "about-check": Bilingual(en="About this check", zh="关于此项检查"),
    "unjudged": Bilingual(en="could not be judged", zh="无法判断"),
}


def counted(number: int, one: str, many: str, zh: str) -> Bilingual:
    """`zh` is what stands behind the number, with its measure word: `条声明`."""
    return Bilingual(en=f"{number:,} {one if number == 1 else many}", zh=f"{number:,} {zh}")
